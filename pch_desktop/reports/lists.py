"""The lists over time, so that people moved between lists are never read as growth."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pch_desktop.domain.population import PracticeStatus
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import written
from pch_desktop.store.population import ListRow, PracticeRow, TransferRow


@dataclass(frozen=True, slots=True)
class ListDayRow:
    """The lists that served a day, added up; each practice's latest one counts."""

    id: int
    day: date
    people: int
    practices: int
    """How many practices had a list by that day."""
    moved: int
    """People who came by list transfers since the day before, less those who went."""
    moved_so_far: int
    """The same since the first day."""
    transfers: str
    """The transfers behind it."""

    @property
    def without_transfers(self) -> int:
        """What the lists would be had nobody been moved."""
        return self.people - self.moved_so_far


LIST_DAYS: tuple[Column[ListDayRow], ...] = (
    Column("day", "Counted on", lambda row: row.day, Kind.DATE, width=13),
    Column("people", "People registered", lambda row: row.people, Kind.COUNT, width=17),
    Column("practices", "Practices", lambda row: row.practices, Kind.COUNT, width=10,
           help="How many practices had a list by that day."),
    Column("moved", "By list transfer", lambda row: row.moved or None, Kind.COUNT, width=15,
           help="People moved here between lists since the day before, less those moved away."),
    Column("without", "Without transfers", lambda row: row.without_transfers, Kind.COUNT,
           width=16, help="What the lists would be had nobody been moved between lists."),
    Column("transfers", "Transfers", lambda row: row.transfers or None, width=44),
)  # fmt: skip


def list_days(
    lists: Sequence[ListRow],
    practices: Sequence[PracticeRow],
    transfers: Sequence[TransferRow],
    until: date,
) -> list[ListDayRow]:
    """Return the days lists were counted on, up to one, with what moved between them."""
    ended = {row.id: _end(row) for row in practices}
    days = sorted({row.taken_on for row in lists if row.taken_on <= until})
    served = [_serving(lists, ended, day) for day in days]
    found: list[ListDayRow] = []
    so_far = 0
    for at, day in enumerate(days):
        since = days[at - 1] if at else day
        between = [row for row in transfers if since < row.moved_on <= day]
        moves = [(row, _moved(row, practices)) for row in between]
        moved = sum(people or 0 for _, people in moves)
        so_far += moved
        words = "; ".join(_said(row, people) for row, people in moves if people != 0)
        people = sum(served[at].values())
        found.append(ListDayRow(at + 1, day, people, len(served[at]), moved, so_far, words))
    return found


def _end(row: PracticeRow) -> date | None:
    """Return the day from which a practice's last list no longer counts."""
    known = [day for day in (row.closed_on, row.left_on) if day is not None]
    if row.status is PracticeStatus.CLOSED and not known:
        return date.min
    return min(known) if known else None


def _serving(
    lists: Sequence[ListRow], ended: Mapping[int, date | None], day: date
) -> Mapping[int, int]:
    latest: dict[int, int] = {}
    for row in lists:
        end = ended.get(row.practice_id)
        if row.practice_id in ended and row.taken_on <= day and (end is None or day <= end):
            latest[row.practice_id] = row.people
    return latest


def _moved(row: TransferRow, practices: Collection[PracticeRow]) -> int | None:
    """Return how many people a transfer brought in (less than nought: took away)."""
    arrives = any(practice.code == row.to_code for practice in practices)
    leaves = any(practice.name == row.from_name for practice in practices)
    if arrives == leaves:
        return 0
    if row.people is None:
        return None
    return row.people if arrives else -row.people


def _said(row: TransferRow, people: int | None) -> str:
    how_many = "people not counted" if people is None else f"{people:,}"
    return f"{row.kind.value} of {row.from_name}, {written(row.moved_on, Kind.DATE)}: {how_many}"


def compared(rows: Sequence[ListDayRow]) -> tuple[ListDayRow, ListDayRow] | None:
    """Return the first and the last day on which as many practices counted as at the end."""
    if not rows:
        return None
    alike = [row for row in rows if row.practices == rows[-1].practices]
    return (alike[0], alike[-1]) if len(alike) > 1 else None


def finding(rows: Sequence[ListDayRow]) -> str:
    """Return the sentence on how the lists have changed, growth and transfers apart."""
    if not rows:
        return "No list has been brought in yet."
    pair = compared(rows)
    if pair is None:
        last = rows[-1]
        return f"{last.people:,} people on {written(last.day, Kind.DATE)}; nothing to compare yet."
    first, last = pair
    change = last.people - first.people
    since = f"{_way(change)} people than on {written(first.day, Kind.DATE)}"
    moved = last.moved_so_far - first.moved_so_far
    if not moved:
        return f"{since}."
    grown = change - moved
    own = f"{abs(grown):,} by {'growth' if grown >= 0 else 'loss'} of their own"
    came = "came" if moved > 0 else "went"
    return f"{since}: {abs(moved):,} {came} by list transfer, {own}."


def _way(change: int) -> str:
    return f"{abs(change):,} {'more' if change >= 0 else 'fewer'}"
