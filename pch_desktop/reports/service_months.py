"""The services month by month: what they did, added up, and what does not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.services import Activity
from pch_desktop.reports.service_checks import checks
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store.services import MonthRow, ServiceRow

COUNTS: Mapping[str, tuple[str, str]] = {
    "sessions": ("Sessions", "Sessions held."),
    "slots": ("Appointments", "Appointments there were."),
    "booked": ("Booked", "Appointments booked, without those cancelled."),
    "attended": ("Attended", "Appointments attended."),
    "not_attended": ("Not attended", "Booked, not cancelled, and nobody came."),
    "referrals": ("Referrals", "Referrals received."),
    "waiting": ("Waiting", "People waiting at the month's end."),
}
"""The counts of a month: what they are called, and what they mean."""
TWO_YEARS = 24
LITTLE = Decimal("0.005")
"""A change of less than this share is no change."""


@dataclass(frozen=True, slots=True)
class SumRow:
    """What one service, or all of them, did in a month; None where nobody told."""

    id: int
    month: Month
    sessions: int | None
    slots: int | None
    booked: int | None
    attended: int | None
    not_attended: int | None
    referrals: int | None
    waiting: int | None
    told: int
    """How many services told how many they saw."""
    late: tuple[str, ...]
    """The services that told before, or tell after, and not for this month."""
    is_provisional: bool

    @property
    def activity(self) -> Activity:
        """Its counts, to work shares out of."""
        return Activity(self.slots, self.booked, self.attended, self.not_attended)

    @property
    def is_firm(self) -> bool:
        """Whether it may be compared: nothing missing, nothing provisional."""
        return self.attended is not None and not self.late and not self.is_provisional

    @property
    def state(self) -> str:
        """How far it may be relied on: Final, Provisional, Without Falls classes."""
        if self.late:
            named = self.late[0] if len(self.late) == 1 else plural(len(self.late), "service")
            return f"Without {named}"
        if self.attended is None:
            return "Not known"
        return "Provisional" if self.is_provisional else "Final"


@dataclass(frozen=True, slots=True)
class YearRow:
    """One service over the twelve months of a year, in one count."""

    id: int
    name: str
    values: tuple[int | None, ...]
    """April first."""
    is_running: bool
    is_told: bool
    """Whether any count of any month of the year is known."""


def _count(key: str) -> Column[Any]:
    title, meaning = COUNTS[key]
    total = Total.NONE if key == "waiting" else Total.SUM
    return Column(
        key, title, lambda row: getattr(row, key), Kind.COUNT, total, help=meaning, width=10
    )


SUMS: tuple[Column[SumRow], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=18),
    *(_count(key) for key in COUNTS),
    Column("fill_share", "Filled", lambda row: row.activity.fill_share, Kind.SHARE, Total.RATIO,
           ratio=("booked", "slots"), help="Booked of all appointments.", width=8),
    Column("state", "Figures are", lambda row: row.state, width=24,
           help="Final, provisional, or without services that have not told yet."),
)  # fmt: skip
"""The columns of the months added up."""


def months_of(
    rows: Sequence[MonthRow],
    names: Mapping[int, str],
    running: Collection[int],
    last: Month,
    told: Mapping[int, tuple[Month, Month]] | None = None,
) -> list[SumRow]:
    """Return up to 24 months, the month at hand last, added up over some services.

    Args:
        rows: the months of these services.
        names: what the services are called, by id.
        running: those that go on telling; one that has ended is not late afterwards.
        last: the month at hand.
        told: the first and last month each told, where the rows are not all there are.
    """
    known: dict[int, list[Month]] = defaultdict(list)
    of_month: dict[Month, list[MonthRow]] = defaultdict(list)
    for row in rows:
        of_month[row.month].append(row)
        if row.attended is not None:
            known[row.service_id].append(row.month)
    earliest = min((row.month for row in rows), default=last)
    months = [last.plus(-back) for back in range(TWO_YEARS - 1, -1, -1)]
    spans = {
        service: (first, last if service in running else until)
        for service, (first, until) in (told or _spans(known)).items()
    }
    return [
        _sum(number, month, of_month[month], _late(month, known, spans, names))
        for number, month in enumerate(months, start=1)
        if month >= earliest
    ]


def _spans(known: Mapping[int, Sequence[Month]]) -> Mapping[int, tuple[Month, Month]]:
    return {service: (min(found), max(found)) for service, found in known.items()}


def _late(
    month: Month,
    known: Mapping[int, Sequence[Month]],
    spans: Mapping[int, tuple[Month, Month]],
    names: Mapping[int, str],
) -> tuple[str, ...]:
    return tuple(
        names.get(service, "")
        for service, (first, until) in spans.items()
        if first <= month <= until and month not in known[service]
    )


def _sum(number: int, month: Month, rows: Sequence[MonthRow], late: tuple[str, ...]) -> SumRow:
    def total(key: str) -> int | None:
        told = [count for row in rows if (count := getattr(row, key)) is not None]
        return sum(told) if told else None

    return SumRow(
        number,
        month,
        **{key: total(key) for key in COUNTS},
        told=sum(row.attended is not None for row in rows),
        late=late,
        is_provisional=any(row.is_provisional and row.attended is not None for row in rows),
    )


def years_of(
    rows: Sequence[ServiceRow], months: Sequence[MonthRow], year: FinancialYear, key: str
) -> list[YearRow]:
    """Return every service over the months of a year in one count, by name."""
    found = {(row.service_id, row.month): row for row in months}
    return [
        YearRow(
            row.id,
            row.name,
            tuple(
                getattr(found[row.id, month], key) if (row.id, month) in found else None
                for month in year.months
            ),
            row.is_running,
            any((row.id, month) in found for month in year.months),
        )
        for row in rows
    ]


def months_finding(rows: Sequence[SumRow], name: str = "") -> str:
    """Return the sentence on how many were seen, against the same month a year before."""
    known = [row for row in rows if row.attended is not None]
    where = f"{name}: " if name else ""
    if not known:
        return f"{where}no month has been told yet." if name else (
            "No service has told yet what it did."
        )  # fmt: skip
    now = known[-1]
    said = f"{where}{now.attended or 0:,} appointments attended in {now.month.words}"
    before = next((row for row in known if row.month == now.month.plus(-12)), None)
    if now.late:
        return f"{said}, without {_named(now.late)}"
    if before is None or not before.attended or before.late:
        return said
    share = Decimal((now.attended or 0) - before.attended) / before.attended
    if abs(share) < LITTLE:
        return f"{said}, as many as a year before"
    way = "more" if share > 0 else "fewer"
    return f"{said}, {written(abs(share), Kind.SHARE)} {way} than a year before"


def months_alt_text(rows: Sequence[SumRow], name: str = "") -> str:
    """Return the finding and its numbers, for those who do not see the line."""
    known = [row for row in rows if row.attended is not None]
    ends = dict.fromkeys(known[at] for at in (0, len(known) // 2, -1)) if known else {}
    numbers = "; ".join(f"{row.month.words} {row.attended:,}, {row.state.lower()}" for row in ends)
    return f"Line of appointments attended by month. {months_finding(rows, name)}. {numbers}."[:400]


def troubles(row: ServiceRow, undecided: int = 0) -> Mapping[str, str]:
    """Return what does not add up in a service's month, by the key of the count."""
    return {each.key: each.sentence for each in checks(row, undecided)}


def _named(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {plural(len(names) - 1, 'other')}"
