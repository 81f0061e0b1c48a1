"""How far appointments are taken up: filled, attended, not attended, lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Activity
from pch_desktop.reports.service_months import COUNTS
from pch_desktop.reports.table import Column, Kind, Total, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.store.services import ServiceRow

UNKNOWN = Activity(None, None, None, None)


def activity(row: ServiceRow) -> Activity:
    """Return the counts of a service's month at hand."""
    return row.month.activity if row.month else UNKNOWN


def _of_month(key: str) -> Callable[[ServiceRow], Value]:
    return lambda row: getattr(row.month, key) if row.month else None


def _count(key: str) -> Column[ServiceRow]:
    title, meaning = COUNTS[key]
    return Column(key, title, _of_month(key), Kind.COUNT, Total.SUM, help=meaning, width=7)


FILLED: Column[ServiceRow] = Column(
    "fill_share", "Filled", lambda row: activity(row).fill_share, Kind.SHARE, Total.RATIO,
    ratio=("booked", "slots"), formula="{booked}/{slots}", width=8,
    help="Booked of all appointments; above 100% where overbooked.",
)  # fmt: skip
MISSED: Column[ServiceRow] = Column(
    "not_attended_share", "Missed %", lambda row: activity(row).not_attended_share,
    Kind.SHARE, formula="{not_attended}/({attended}+{not_attended})", width=11,
    help="Not attended of all who were due: attended and not attended, without cancellations.",
)  # fmt: skip
USED: Column[ServiceRow] = Column(
    "utilisation_share", "Used", lambda row: activity(row).utilisation_share, Kind.SHARE,
    Total.RATIO, ratio=("attended", "slots"), formula="{attended}/{slots}", width=8,
    help="Attended of all appointments.",
)  # fmt: skip
LOST: Column[ServiceRow] = Column(
    "lost_slots", "Lost", lambda row: activity(row).lost_slots, Kind.COUNT, Total.SUM,
    formula="IF(N({booked})>{slots},0,MAX(0,{slots}-{attended}))", width=8,
    help="Appointments in which nobody was seen; none where overbooked.",
)  # fmt: skip
NAME: Column[ServiceRow] = Column("name", "Service", lambda row: row.name, width=30)
RATES: tuple[Column[ServiceRow], ...] = (
    NAME,
    *(_count(key) for key in ("slots", "booked", "attended", "not_attended")),
    FILLED,
    MISSED,
    USED,
    LOST,
)
"""The columns of the chart of what is taken up."""


def rates(rows: Sequence[ServiceRow]) -> list[ServiceRow]:
    """Return the services whose take-up is known, those that lose most appointments first."""
    known = [row for row in rows if activity(row).fill_share is not None]
    return sorted(known, key=lambda row: (-(activity(row).lost_slots or 0), row.name))


def rates_finding(rows: Sequence[ServiceRow], month: Month) -> str:
    """Return the sentence on how many appointments nobody was seen in, and where most."""
    known = [row for row in rates(rows) if activity(row).lost_slots is not None]
    slots = sum(activity(row).slots or 0 for row in known)
    lost = sum(activity(row).lost_slots or 0 for row in known)
    if not slots:
        return f"No service has told its appointments for {month.words}"
    share = written(Decimal(lost) / slots, Kind.SHARE)
    said = f"{lost:,} of {slots:,} appointments saw nobody, {share}"
    most = known[0]
    if not activity(most).lost_slots:
        return said
    return f"{said}; most in {most.name}, {activity(most).lost_slots:,}"


def rates_alt_text(rows: Sequence[ServiceRow], month: Month) -> str:
    """Return the finding and its numbers, for those who do not see the bars."""
    numbers = "; ".join(
        f"{row.name} {_share(activity(row).fill_share)} filled, "
        f"{_share(activity(row).not_attended_share)} not attended"
        for row in rates(rows)[:6]
    )
    said = f"Bars of appointments filled and not attended in {plural(len(rates(rows)), 'service')}."
    return f"{said} {rates_finding(rows, month)}. {numbers}."[:400]


def _share(share: Decimal | None) -> str:
    return written(share, Kind.SHARE) or "not known"
