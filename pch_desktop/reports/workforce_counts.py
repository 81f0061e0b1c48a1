"""National counts of staff, by themselves and beside ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import SUBSTANTIVE, RoleStanding, StaffGroup
from pch_desktop.domain.workforce_counts import (
    ALL,
    SETTLED,
    apart,
    serving,
)
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import shown, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import NetworkStaffRow, PracticeStaffRow, TimeRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

_Cells = Mapping[tuple[str, str], Sequence[NetworkStaffRow]]
NOT_THE_SAME = (
    "The two are not the same thing: the national count is of the staff a practice itself "
    "reports on its day; ours is the time that goes to the practice, whoever employs them."
)
OUTSIDE = "The national count leaves out social care, the voluntary sector and hospital staff."

PRACTICE_STAFF: tuple[Column[PracticeStaffRow], ...] = (
    Column("practice", "Practice", lambda row: row.practice, width=30),
    Column("counted_on", "Counted on", lambda row: row.counted_on, Kind.DATE, width=12),
    Column("staff_group", "Staff group", lambda row: shown(row.staff_group), width=24),
    Column("role", "Of it", lambda row: shown(row.role), width=26),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, width=9),
    Column("heads", "Heads", lambda row: row.heads, Kind.COUNT, width=8, holds=Holds.STAFF),
    Column("patients", "Patients", lambda row: row.patients, Kind.COUNT, width=10,
           help="Registered people as the same figures give them."),
    Column("patients_per_wte", "Patients per WTE", lambda row: row.patients_per_wte,
           Kind.COUNT, width=11, formula='IF(N({wte})=0,"",{patients}/{wte})'),
    Column("source", "Source", lambda row: row.source, width=40),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CensusRow:
    """A staff group of a network, or a role of it, at one census and at the one before."""

    id: int
    network: str
    staff_group: str
    role: str
    counted_on: date
    wte: Decimal
    heads: int | None
    earlier_on: date | None
    earlier_wte: Decimal | None

    @property
    def change_wte(self) -> Decimal | None:
        """How much more there is than at the census before."""
        return apart(self.wte, self.earlier_wte)


CENSUS: tuple[Column[CensusRow], ...] = (
    Column("network", "Network", lambda row: row.network, width=34),
    Column("staff_group", "Staff group", lambda row: row.staff_group, width=32),
    Column("role", "Of it", lambda row: shown(row.role), width=30),
    Column("counted_on", "Counted on", lambda row: row.counted_on, Kind.DATE, width=12),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, Total.SUM, width=9),
    Column("heads", "Heads", lambda row: row.heads, Kind.COUNT, Total.SUM, width=8,
           help="Heads of each role added up; somebody in two roles counts in both.",
           holds=Holds.STAFF),
    Column("earlier_on", "Before that", lambda row: row.earlier_on, Kind.DATE, width=12),
    Column("earlier_wte", "WTE then", lambda row: row.earlier_wte, Kind.WTE, Total.SUM, width=9,
           absent=lambda row: row.earlier_on is None),
    Column("change_wte", "Change", lambda row: row.change_wte, Kind.WTE, Total.SUM, width=9,
           absent=lambda row: row.earlier_on is None),
)  # fmt: skip
By = Callable[[NetworkStaffRow], str]
CENSUS_BY: Mapping[str, By] = {"staff group": lambda _row: ALL, "role": lambda row: row.role}
"""What of a staff group a line of the census is of, in the words of a menu."""


def census_rows(rows: Sequence[NetworkStaffRow], by: By, on: date | None = None) -> list[CensusRow]:
    """Return the census added up by staff group or by role, beside the one before.

    Args:
        rows: what was counted, on all days.
        by: what of a staff group a line is of.
        on: the day of the census wanted; None is each network's latest.

    What one of the two counts has not is nought there.
    """
    cells: dict[tuple[str, date], dict[tuple[str, str], list[NetworkStaffRow]]] = {}
    for row in rows:
        place = cells.setdefault((row.network_code, row.counted_on), {})
        place.setdefault((row.staff_group, by(row)), []).append(row)
    found: list[CensusRow] = []
    for network in dict.fromkeys(sorted(code for code, _ in cells)):
        days = sorted(day for code, day in cells if code == network)
        if (latest := on or days[-1]) in days:
            before = days[days.index(latest) - 1] if days.index(latest) else None
            now = cells[network, latest]
            then = cells[network, before] if before else {}
            found += _compared(now, then, before, len(found))
    return found


def _compared(now: _Cells, then: _Cells, before: date | None, numbered: int) -> Iterator[CensusRow]:
    """Yield the lines of one network's census beside those of the one before."""
    anyone = next(iter(now.values()))[0]
    network = f"{anyone.network_name} ({anyone.network_code})"
    for at, (group, role) in enumerate(sorted({*now, *then}), start=numbered + 1):
        here, there = now.get((group, role), []), then.get((group, role), [])
        yield CensusRow(
            at,
            network,
            group,
            role,
            anyone.counted_on,
            _wte(here),
            _heads(here),
            before,
            _wte(there) if before else None,
        )


def latest_census(rows: Sequence[NetworkStaffRow]) -> list[NetworkStaffRow]:
    """Return the rows of each network's latest census."""
    latest: dict[str, date] = {}
    for row in rows:
        latest[row.network_code] = max(row.counted_on, latest.get(row.network_code, date.min))
    return [row for row in rows if row.counted_on == latest[row.network_code]]


@dataclass(frozen=True, slots=True)
class BesideRow:
    """A staff group of a practice: our WTE on a day beside the national count."""

    id: int
    practice: str
    staff_group: str
    role: str
    our_wte: Decimal
    counted_wte: Decimal | None
    counted_on: date
    source: str | None

    @property
    def difference_wte(self) -> Decimal | None:
        """Ours less theirs; not known where the count is not."""
        return apart(self.our_wte, self.counted_wte)


BESIDE: tuple[Column[BesideRow], ...] = (
    Column("practice", "Practice", lambda row: row.practice, width=30),
    Column("staff_group", "Staff group", lambda row: shown(row.staff_group), width=24),
    Column("role", "Of it", lambda row: shown(row.role), width=26),
    Column("our_wte", "Our WTE", lambda row: row.our_wte, Kind.WTE, Total.SUM, width=10,
           help="In post on the day, by where the time goes; cover and volunteers left out."),
    Column("counted_wte", "National WTE", lambda row: row.counted_wte, Kind.WTE, Total.SUM,
           width=10),
    Column("difference_wte", "Difference", lambda row: row.difference_wte, Kind.WTE, Total.SUM,
           formula='IF({counted_wte}="","",{our_wte}-{counted_wte})', width=10,
           help="Ours less the national count."),
    Column("counted_on", "Counted on", lambda row: row.counted_on, Kind.DATE, width=12),
    Column("source", "Source", lambda row: row.source, width=40),
)  # fmt: skip


def beside(
    counts: Sequence[PracticeStaffRow],
    ours: Sequence[TimeRow],
    codes: Mapping[int, str],
    on: date,
) -> list[BesideRow]:
    """Return our WTE by practice and staff group beside the count that serves a day.

    Args:
        counts: the national counts of all days.
        ours: where our time goes on the day.
        codes: the practices' codes by their numbers.
        on: the day.

    Of GPs the count without those in training and locums is taken where there
    is one, and ours is then without them too.
    """
    found: list[BesideRow] = []
    sums = _our_sums(ours, codes)
    for row in _serving(counts, on):
        key = row.practice_code, row.staff_group, row.role == SETTLED
        found.append(
            BesideRow(
                row.id,
                row.practice,
                row.staff_group,
                row.role,
                sums.get(key, Decimal(0)),
                row.wte,
                row.counted_on,
                row.source,
            )
        )
    return sorted(found, key=lambda row: (row.practice, _place(row.staff_group)))


def beside_ours(file: Reads, on: date) -> list[BesideRow]:
    """Return the same as the file stands."""
    counts = file.read(workforce.practice_staff)
    if not counts:
        return []
    codes = file.read(workforce.practice_codes)
    return beside(counts, file.read(workforce.time_there, on), codes, on)


def beside_table(file: Reads, month: Month) -> Table[BesideRow]:
    """Return the sheet of our WTE beside national counts at a month's end."""
    day = written(month.last, Kind.DATE)
    subtitle = f"WTE by practice and staff group at {day}, and as it was last counted nationally."
    rows = beside_ours(file, month.last)
    return Table("Beside national counts", BESIDE, rows, subtitle, (), (NOT_THE_SAME, OUTSIDE))


def _serving(counts: Sequence[PracticeStaffRow], on: date) -> list[PracticeStaffRow]:
    """Return the count of each practice and group that serves a day, one row for each group."""
    named: dict[tuple[str, str], list[PracticeStaffRow]] = defaultdict(list)
    for row in counts:
        if row.role in (ALL, SETTLED):
            named[row.practice_code, row.staff_group].append(row)
    found: list[PracticeStaffRow] = []
    for rows in named.values():
        day = serving({row.counted_on for row in rows}, on)
        of_day = [row for row in rows if row.counted_on == day]
        found.append(max(of_day, key=lambda row: row.role == SETTLED))
    return found


def _our_sums(
    ours: Sequence[TimeRow], codes: Mapping[int, str]
) -> dict[tuple[str, str, bool], Decimal]:
    """Return our WTE in post by practice and group, with training and locums and without."""
    sums: dict[tuple[str, str, bool], Decimal] = defaultdict(Decimal)
    for row in ours:
        if row.practice_id is None or row.contract_kind not in SUBSTANTIVE:
            continue
        code, group = codes[row.practice_id], row.staff_group.value
        sums[code, group, False] += row.wte
        if row.standing is RoleStanding.USUAL:
            sums[code, group, True] += row.wte
    return sums


def _place(group: str) -> int:
    groups = [each.value for each in StaffGroup]
    return groups.index(group) if group in groups else len(groups)


def _wte(rows: Sequence[NetworkStaffRow]) -> Decimal:
    return sum((row.wte for row in rows), Decimal(0))


def _heads(rows: Sequence[NetworkStaffRow]) -> int | None:
    known = [row.heads for row in rows if row.heads is not None]
    return sum(known) if known and len(known) == len(rows) else None
