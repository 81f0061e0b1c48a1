"""What a file of organisations (ODS) would change in the locality's register."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pch_desktop.domain.ods import OdsSort
from pch_desktop.imports.official import FileFacts, noted
from pch_desktop.imports.plan import Change, ImportPlan, RefusedRow, compared
from pch_desktop.reports.words import shown
from pch_desktop.store.import_known import Known, named

ASIDE = "Not a GP practice"


@dataclass(frozen=True, slots=True)
class OrganisationsReading:
    """Organisations of one sort, with what of the file could not be read."""

    facts: FileFacts
    sort: OdsSort
    found: tuple[tuple[int, dict[str, object]], ...]
    refused: tuple[RefusedRow, ...]

    def plan(self, known: Known) -> ImportPlan:
        """Return which organisations are new to the locality's register, or have changed."""
        changes, same = compared(
            (Change("ods_organisation", f"{each['code']} {each['name']}", each,
                    name=named("ods", each["code"])) for _, each in self.found),
            known.standing,
        )  # fmt: skip
        used = frozenset(number for number, _ in self.found)
        plan = self.facts.plan(known, used, self.refused, ASIDE)
        closed = sum(each["closed_on"] is not None for _, each in self.found)
        note = f"{shown(self.sort.value)}: {len(self.found):,}, of which {closed:,} have closed."
        return noted(replace(plan, changes=changes, same=same), note)
