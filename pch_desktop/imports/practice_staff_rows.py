"""National figures with a row for each role of a practice: added up by staff group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from pch_desktop.domain.workforce import PLACES, StaffGroup
from pch_desktop.domain.workforce_counts import ALL, SETTLED
from pch_desktop.imports.official import Headings, squeezed
from pch_desktop.imports.practice_staff_cells import BadCell, amount, counted_on

THEIRS: Mapping[str, StaffGroup] = {
    "gp": StaffGroup.GP,
    "gps": StaffGroup.GP,
    "nurse": StaffGroup.NURSE,
    "nurses": StaffGroup.NURSE,
    "directpatientcare": StaffGroup.DIRECT_CARE,
    "otherdirectpatientcarestaff": StaffGroup.DIRECT_CARE,
    "dpc": StaffGroup.DIRECT_CARE,
    "admin": StaffGroup.ADMIN,
    "adminnonclinical": StaffGroup.ADMIN,
    "adminnonclinicalstaff": StaffGroup.ADMIN,
}
"""Our groups by what the national figures call theirs, squeezed."""
LEFT_OUT = re.compile(r"train|locum|foundation|\bst\d\b|\bf\d", re.IGNORECASE)
"""The roles of GPs in training and of locums."""
WTE_WORDS = frozenset({"fte", "wte"})
Key = tuple[date, StaffGroup, str]


@dataclass(slots=True)
class RoleSums:
    """The WTE of a practice's roles, added up by day and staff group while they are read."""

    sums: dict[Key, Decimal] = field(default_factory=dict[Key, Decimal])
    unknown: set[Key] = field(default_factory=set[Key])
    """Of which a role is not known, so that the total is not."""
    seen: dict[tuple[date, StaffGroup, str, str], int] = field(
        default_factory=dict[tuple[date, StaffGroup, str, str], int]
    )

    def add(self, day: date, group: StaffGroup, role: str, found: Decimal | None) -> None:
        """Add a role's WTE, None where it is not known."""
        keys = [(day, group, ALL)]
        if group is StaffGroup.GP and not LEFT_OUT.search(role):
            keys.append((day, group, SETTLED))
        for key in keys:
            self.sums[key] = self.sums.get(key, Decimal(0)) + (found or Decimal(0))
            if found is None:
                self.unknown.add(key)

    def totals(self) -> Iterator[tuple[Key, Decimal | None]]:
        """Yield each total, None where a role of it is not known."""
        for key, total in self.sums.items():
            known = key not in self.unknown
            yield key, total.quantize(PLACES, ROUND_HALF_UP) if known else None


def is_long(headings: Headings) -> bool:
    """Return whether a file has a row for each role and measure."""
    return all(map(headings.has, ("staffgroup", "measure", "value")))


def role_row(headings: Headings, row: list[str], number: int, sums: RoleSums) -> None:
    """Add a row to what is summed; heads of roles are no heads of a group, so they are not.

    Raises:
        BadCell: it cannot be used; the total it belongs to is then not known.
    """
    group = _group(headings, row)
    day = counted_on(headings, row)
    role_at = headings.at("detailedstaffrole", "staffrole")
    role = row[role_at].strip() if role_at is not None else ""
    measure = squeezed(row[headings.needed("measure")])
    place = (day, group, role, measure)
    if place in sums.seen:
        reason = f"“{role}” stands in row {sums.seen[place]:,} already. Keep one of the two"
        raise BadCell("" if role_at is None else headings.raw[role_at], reason)
    sums.seen[place] = number
    if measure not in WTE_WORDS:
        return
    try:
        found = amount(headings, row, "value")
    except BadCell:
        sums.add(day, group, role, None)
        raise
    sums.add(day, group, role, found)


def _group(headings: Headings, row: list[str]) -> StaffGroup:
    at = headings.needed("staffgroup")
    found = THEIRS.get(squeezed(row[at]))
    if found is None:
        listed = "GP, Nurses, Direct Patient Care or Admin/Non-Clinical"
        raise BadCell(headings.raw[at], f"“{row[at].strip()}” is not a staff group. It is {listed}")
    return found
