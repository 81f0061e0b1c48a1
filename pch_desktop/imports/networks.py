"""Which practice belongs to which network (PCN): the map file beside the list sizes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pch_desktop.domain import typed
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.official import FileFacts, FoundTable, Headings, OfficialKind, noted
from pch_desktop.imports.plan import Change, ImportPlan, compared
from pch_desktop.store.import_known import Known, named

CODES = ("practicecode", "partnerorganisationcode", "code")
ENDS = ("practicetopcnrelationshipenddate", "relationshipenddate")
"""Where a day stands here, the practice has left that network."""
OTHER_KINDS = ("numberofpatients", "fte", "staffrole", "finalwp", "gawp")
NO_NETWORK = frozenset({"", "-", "UNALLOCATED", "UNKNOWN", "U", "N/A"})


@dataclass(frozen=True, slots=True)
class NetworksReading:
    """Practices by code, with the network each belongs to."""

    facts: FileFacts
    networks: dict[str, tuple[int, str | None, str]]
    """The row, and the network's code and name by the practice's code."""

    def plan(self, known: Known) -> ImportPlan:
        """Return which of the locality's practices change their network."""
        found: list[Change] = []
        told: dict[str, str] = {}
        used: set[int] = set()
        for code in sorted(known.practice_ids):
            if code not in self.networks:
                continue
            number, network, name = self.networks[code]
            used.add(number)
            told |= {network: name} if network else {}
            found.append(
                Change(
                    "practice",
                    f"{code} in {name or 'no network'}",
                    {"network_code": network},
                    name=named("practice", code),
                )
            )
        changes, same = compared(found, known.standing)
        names = ", ".join(f"{name} ({network})" for network, name in told.items())
        plan = self.facts.plan(known, frozenset(used))
        note = f"The locality's networks: {names}." if told else NONE_HERE
        return noted(replace(plan, changes=changes, same=same), note)


NONE_HERE = "None of this locality's practices stands in this file with a network."


def _fits(headings: Headings) -> bool:
    return (
        headings.has(*CODES)
        and headings.has("pcncode")
        and not headings.has(*OTHER_KINDS)
        and not headings.starting("totalnhspayments")
    )


def _read(table: FoundTable, _year: FinancialYear | None) -> NetworksReading:
    headings = table.headings
    code_at, network_at = headings.needed(*CODES), headings.needed("pcncode")
    name_at = headings.at("pcnname") or network_at
    day_at, ends_at = headings.at("extractdate"), headings.at(*ENDS)
    networks: dict[str, tuple[int, str | None, str]] = {}
    read, day_text = 0, ""
    for number, row in table.whole():
        read += 1
        if ends_at is not None and row[ends_at].strip():
            continue
        network = row[network_at].strip().upper()
        known_network = None if network in NO_NETWORK else network
        networks[row[code_at].strip().upper()] = (number, known_network, row[name_at].strip())
        day_text = day_text or (row[day_at] if day_at is not None else "")
    facts = FileFacts(KIND.key, KIND.words, table, read, taken_on=_day(day_text))
    return NetworksReading(facts, networks)


def _day(text: str) -> date | None:
    try:
        return typed.day(text)
    except Refusal:
        return None


KIND = OfficialKind("networks", "practices and their networks", _fits, _read)
