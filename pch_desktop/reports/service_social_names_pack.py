"""Social prescribing by name in the board pack, with what would tell of few people left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import CountKind
from pch_desktop.domain.services_few import EVERY, NOW, SO_FAR, Key, few
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.reports.service_social import SocialYear, people_by_month
from pch_desktop.reports.service_social_names import COUNTED
from pch_desktop.reports.service_social_pack import FEW
from pch_desktop.reports.table import Column, Holds, Kind, Table, Value

ALL = "All"


@dataclass(frozen=True, slots=True)
class NamePackRow:
    """People by one name of a kind, month by month, as far as they may be shown."""

    id: int
    kind: str
    name: str
    months: tuple[Value, ...]
    so_far: Value
    share: Value
    live: str
    """How a workbook works the share out; nothing where it is not shown."""


def name_columns(months: Sequence[Month]) -> tuple[Column[NamePackRow], ...]:
    """Return the columns: the months so far, their sum and its share."""

    def of_month(at: int, month: Month) -> Column[NamePackRow]:
        title = f"{month.first:%b}"
        return Column(f"m{at}", title, lambda row: row.months[at], Kind.COUNT, width=8,
                      holds=Holds.PEOPLE)  # fmt: skip

    return (
        Column("kind", "Counted by", lambda row: row.kind, width=21),
        Column("name", "Name", lambda row: row.name, width=26),
        *(of_month(at, month) for at, month in enumerate(months)),
        Column("so_far", "Since April", lambda row: row.so_far, Kind.COUNT, width=10,
               holds=Holds.PEOPLE),
        Column("share", "Share", lambda row: row.share, Kind.SHARE, width=9,
               holds=Holds.PEOPLE,
               formula_of=lambda row: row.live),
    )  # fmt: skip


def names_table(told: SocialYear) -> Table[NamePackRow]:
    """Return people by source, need, partner and reason, month by month, few of them hidden."""
    months = [month for month in told.year.months if month <= told.month]
    rows: list[NamePackRow] = []
    for kind in CountKind:
        rows += _of_kind(told, kind, months, len(rows))
    subtitle = f"Counts of people by month, {told.year} to {told.month.words}. Nobody is named."
    notes = (
        "Somebody may have several needs, or be referred on to several; their shares are of all "
        "needs or referrals counted.",
        *FEW,
    )
    return Table("Social prescribing counts", name_columns(months), rows, subtitle, (), notes)


def _of_kind(
    told: SocialYear, kind: CountKind, months: Sequence[Month], before: int
) -> list[NamePackRow]:
    known = people_by_month(told, kind)
    by_month = [known.get(month, {}) for month in months]
    names = sorted({name for people in by_month for name in people}, key=str.casefold)
    if not names:
        return []
    hidden = few(by_month)
    whole = before + len(names)
    return [
        _name_row(before + at, (kind, name), by_month, hidden, f"{{so_far}}/{{so_far[{whole}]}}")
        for at, name in enumerate((*names, EVERY))
    ]


def _name_row(
    place: int,
    of: tuple[CountKind, str],
    months: Sequence[Mapping[str, int]],
    hidden: frozenset[Key],
    live: str,
) -> NamePackRow:
    kind, name = of
    people = [_people(each, name) for each in months]
    sums = [sum(each.values()) for each in months]
    last = len(months) - 1
    total, whole = sum(each or 0 for each in people), sum(sums)
    is_hidden = (SO_FAR, last, name) in hidden
    hides_share = is_hidden or (SO_FAR, last, EVERY) in hidden
    return NamePackRow(
        place + 1,
        COUNTED[kind][0],
        name or ALL,
        tuple(HIDDEN if (NOW, at, name) in hidden else each for at, each in enumerate(people)),
        HIDDEN if is_hidden else total,
        HIDDEN if hides_share else (Decimal(total) / whole if whole else None),
        "" if hides_share or not whole else live,
    )


def _people(people: Mapping[str, int], name: str) -> int | None:
    if name == EVERY:
        return sum(people.values()) if people else None
    return people.get(name)
