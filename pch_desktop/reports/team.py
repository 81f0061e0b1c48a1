"""The team month by month, and who makes it up: whose posts, of which kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.partners import Sector
from pch_desktop.reports.table import Column, Kind, Total, Value
from pch_desktop.reports.words import listed, shown, written
from pch_desktop.store.workforce import FilledRow, PostRow

By = Callable[[PostRow], str]
GROUPINGS: Mapping[str, By] = {
    "staff group": lambda row: shown(row.staff_group.value),
    "role": lambda row: row.role,
    "employer": lambda row: row.employer or "No employer named",
    "practice": lambda row: row.practice or "Not based at a practice",
}
"""What posts are added up by, in the words of a menu."""
PARTS: Mapping[str, By] = {
    "sector": lambda row: shown(row.employing_sector.value),
    "employer": GROUPINGS["employer"],
}
"""What the parts of a bar of the skill mix are."""
MOST_PARTS = 7
"""So many colours can be told apart; what is beyond is put together."""
OTHERS = "Others"
LITTLE = Decimal("0.05")
"""Less than this is no change in WTE."""

MONTHS: tuple[Column[FilledRow], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=18),
    Column("funded_wte", "Funded WTE", lambda row: row.funded_wte, Kind.WTE),
    Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE),
    Column("vacant_wte", "Vacant WTE", lambda row: row.vacant_wte, Kind.WTE,
           help="Added up post by post: over-filled posts do not hide vacant ones."),
    Column("over_wte", "Over funding WTE", lambda row: row.over_wte, Kind.WTE,
           help="Held beyond what posts are funded for."),
    Column("vacant_share", "Vacancy rate", lambda row: row.vacant_wte / row.funded_wte
           if row.funded_wte else None, Kind.SHARE),
)  # fmt: skip
"""The columns of the team month by month."""


@dataclass(frozen=True, slots=True)
class MixRow:
    """Who is in post in one group, by parts, and what is vacant."""

    id: int
    name: str
    parts: tuple[Decimal, ...]
    in_post_wte: Decimal
    vacant_wte: Decimal


@dataclass(frozen=True, slots=True)
class Mix:
    """The skill mix: what the parts are called, and a row of them for each group."""

    parts: tuple[str, ...]
    rows: tuple[MixRow, ...]

    @property
    def columns(self) -> tuple[Column[MixRow], ...]:
        """The columns of its table."""
        return (
            Column("name", "Group", lambda row: row.name, width=28),
            *(_part_column(at, name) for at, name in enumerate(self.parts)),
            Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, Total.SUM),
            Column("vacant_wte", "Vacant WTE", lambda row: row.vacant_wte, Kind.WTE, Total.SUM),
        )


def mix(rows: Sequence[PostRow], by: By, part: By) -> Mix:
    """Return who is in post, added up two ways; the largest group first.

    Parts keep one order, so that a sector keeps its colour; others begin with the largest.
    """
    cells: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    vacancies: dict[str, Decimal] = defaultdict(Decimal)
    sizes: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        if row.in_post_wte or row.vacant_wte:
            cells[by(row)][part(row)] += row.in_post_wte
            vacancies[by(row)] += row.vacant_wte
            sizes[part(row)] += row.in_post_wte
    parts = _parts(sizes)
    groups = sorted(cells, key=lambda name: (-sum(cells[name].values()), name))
    return Mix(
        parts,
        tuple(
            _mix_row(at, name, parts, cells[name], vacancies[name])
            for at, name in enumerate(groups, start=1)
        ),
    )


def _parts(sizes: Mapping[str, Decimal]) -> tuple[str, ...]:
    ranks = {name: at for at, name in enumerate(listed(Sector))}
    found = sorted(
        (name for name in sizes if sizes[name]),
        key=lambda name: (ranks.get(name, len(ranks)), -sizes[name], name),
    )
    if len(found) <= MOST_PARTS:
        return tuple(found)
    return (*found[: MOST_PARTS - 1], OTHERS)


def _mix_row(
    number: int, name: str, parts: Sequence[str], held: Mapping[str, Decimal], vacancy: Decimal
) -> MixRow:
    total = sum(held.values(), Decimal(0))
    lengths = [held.get(part, Decimal(0)) for part in parts]
    if parts[-1:] == (OTHERS,):
        lengths[-1] = total - sum(lengths[:-1], Decimal(0))
    return MixRow(number, name, tuple(lengths), total, vacancy)


def _part_column(at: int, name: str) -> Column[MixRow]:
    def value(row: MixRow) -> Value:
        return row.parts[at]

    return Column(f"part_{at}", name, value, Kind.WTE, Total.SUM)


def mix_finding(found: Mix) -> str:
    """Return the sentence on which group is the largest, and where most is vacant."""
    if not found.rows:
        return "Nobody is in post yet."
    largest = found.rows[0]
    widest = max(found.rows, key=lambda row: row.vacant_wte)
    said = f"{largest.name} is the largest group, {_wte(largest.in_post_wte)} WTE in post"
    if not widest.vacant_wte:
        return f"{said}; no post is vacant"
    if widest is largest:
        return f"{said}, and has the widest gap, {_wte(widest.vacant_wte)} WTE"
    return f"{said}; the widest gap is {widest.name}, {_wte(widest.vacant_wte)} WTE"


def months_finding(rows: Sequence[FilledRow]) -> str:
    """Return the sentence on how the gap between funded and in post has moved."""
    if not rows:
        return "Nobody is in post yet, and no post is funded."
    first, last = rows[0], rows[-1]
    gap = _wte(last.vacant_wte)
    moved = last.vacant_wte - first.vacant_wte
    if not last.vacant_wte:
        return "No post is vacant"
    if len(rows) == 1 or abs(moved) < LITTLE:
        return f"{gap} WTE of posts are vacant" + (", as at first" if len(rows) > 1 else "")
    if moved < 0:
        return f"Posts are filling: the gap has closed from {_wte(first.vacant_wte)} to {gap} WTE"
    if last.in_post_wte < first.in_post_wte:
        return f"Fewer people are in post: the gap has grown to {gap} WTE"
    return f"Posts are being filled slower than they are funded: the gap has grown to {gap} WTE"


def months_alt_text(rows: Sequence[FilledRow]) -> str:
    """Return the finding and its numbers, for those who do not see the lines."""
    if not rows:
        return "A line chart of posts funded and in post by month; nothing is known for it yet."
    ends = "; ".join(
        f"{row.month.words}: {_wte(row.funded_wte)} funded, {_wte(row.in_post_wte)} in post, "
        f"{_wte(row.vacant_wte)} vacant"
        for row in dict.fromkeys((rows[0], rows[len(rows) // 2], rows[-1]))
    )
    return f"Lines of WTE funded and in post by month. {months_finding(rows)}. {ends}."[:400]


def mix_alt_text(found: Mix) -> str:
    """Return the finding and its numbers, for those who do not see the bars."""
    numbers = "; ".join(
        f"{row.name} {_wte(row.in_post_wte)} in post, {_wte(row.vacant_wte)} vacant"
        for row in found.rows[:7]
    )
    return f"Stacked bars of WTE in post and vacant. {mix_finding(found)}. {numbers}."[:400]


def _wte(value: Decimal) -> str:
    return written(value, Kind.NUMBER)
