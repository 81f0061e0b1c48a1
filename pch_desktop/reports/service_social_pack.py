"""Social prescribing in the board pack: few people, and what would tell of them, are not shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.services_few import EVERY, NOW, SO_FAR, few_of_line
from pch_desktop.domain.services_social import Social
from pch_desktop.domain.suppression import HIDDEN, LEAST_SHOWN, words
from pch_desktop.reports.service_social import (
    SocialMonthRow,
    SocialYear,
    social_rows,
)
from pch_desktop.reports.service_social_months import so_far
from pch_desktop.reports.table import Column, Holds, Kind, Table, Value

FIELDS = ("referred", "accepted", "in_ten_days", "measured")
FEW = (
    words(LEAST_SHOWN),
    "That holds for this pack beside the packs of the months before it, too.",
)


@dataclass(frozen=True, slots=True)
class SocialPackRow:
    """A month, or the year so far, as far as it may be shown."""

    id: int
    name: str
    values: Mapping[str, Value]


def _value(key: str) -> Callable[[SocialPackRow], Value]:
    return lambda row: row.values[key]


def _live(share: str, part: str, whole: str) -> Callable[[SocialPackRow], str]:
    """Return the formula of a share, in the rows in which it is shown."""

    def live(row: SocialPackRow) -> str:
        is_shown = isinstance(row.values[share], Decimal)
        return f"{{{part}}}/{{{whole}}}" if is_shown else ""

    return live


MONTHS: tuple[Column[SocialPackRow], ...] = (
    Column("name", "Month", lambda row: row.name, width=20),
    Column("referred", "Referred", _value("referred"), Kind.COUNT, width=11, holds=Holds.PEOPLE),
    Column("accepted", "Accepted", _value("accepted"), Kind.COUNT, width=11, holds=Holds.PEOPLE),
    Column("accepted_share", "Accepted %", _value("accepted_share"), Kind.SHARE, width=12,
           holds=Holds.PEOPLE,
           formula_of=_live("accepted_share", "accepted", "referred")),
    Column("in_ten_days", "Contacted in ten days", _value("in_ten_days"), Kind.COUNT, width=22,
           holds=Holds.PEOPLE),
    Column("in_ten_share", "In ten days %", _value("in_ten_share"), Kind.SHARE, width=15,
           holds=Holds.PEOPLE,
           formula_of=_live("in_ten_share", "in_ten_days", "accepted")),
    Column("measured", "Outcome measured", _value("measured"), Kind.COUNT, width=18,
           holds=Holds.PEOPLE),
    Column("mean_change", "Mean change", _value("mean_change"), Kind.WTE, width=14,
           holds=Holds.PEOPLE, of="measured"),
)  # fmt: skip


def months_table(told: SocialYear) -> Table[SocialPackRow]:
    """Return the months of the year so far, of all services together."""
    every = social_rows(told)
    rows = [row for row in every if not row.is_ahead]
    if not any(row.told.is_told for row in rows):
        rows = []
    named = ", ".join(row.name for row in told.services)
    unknown = [row.name for row in rows if row.told.referred is None]
    missing = (f"Not known: referrals of {', '.join(unknown)}.",) if unknown else ()
    notes = (
        *missing,
        "Accepted: of those referred. Contacted in ten days: of those accepted. Mean change: of "
        "all measured before and after; a month counts as often as people were measured in it.",
        *FEW,
    )
    subtitle = f"Counts of people, {told.year} to {told.month.words}: {named}. Nobody is named."
    return Table("Social prescribing", MONTHS, pack_rows(rows), subtitle, (), notes)


def pack_rows(rows: Sequence[SocialMonthRow]) -> list[SocialPackRow]:
    """Return months with the year so far under them, few people hidden."""
    lines = {key: [getattr(row.told, key) or 0 for row in rows] for key in FIELDS}
    hidden = {key: few_of_line(line) for key, line in lines.items()}
    made = [
        SocialPackRow(at + 1, row.name, _shown(row.told, {
            key for key in FIELDS if (NOW, at, EVERY) in hidden[key]
        }))
        for at, row in enumerate(rows)
    ]  # fmt: skip
    if not rows:
        return []
    last = len(rows) - 1
    few_so_far = {key for key in FIELDS if (SO_FAR, last, EVERY) in hidden[key]}
    return [*made, SocialPackRow(0, "Since April", _shown(so_far(rows), few_so_far))]


def _shown(told: Social, hidden: set[str]) -> dict[str, Value]:
    values: dict[str, Value] = {
        key: HIDDEN if key in hidden else getattr(told, key) for key in FIELDS
    }
    of_few = {"accepted_share": {"accepted", "referred"}, "mean_change": {"measured"},
              "in_ten_share": {"in_ten_days", "accepted"}}  # fmt: skip
    for key, parts in of_few.items():
        value = getattr(told, key)
        values[key] = HIDDEN if parts & hidden and value is not None else value
    return values
