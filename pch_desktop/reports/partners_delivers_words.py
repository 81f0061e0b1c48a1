"""The flow of who delivers what, in sentences and as the pack has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.partners_delivers import FLOWS, SEGMENTS, FlowRow, flows
from pch_desktop.reports.table import Table
from pch_desktop.reports.words import plural
from pch_desktop.store import partners

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def finding(rows: Sequence[FlowRow]) -> str:
    """Return the sentence on how many deliver how much, and what rests on one alone."""
    if not rows:
        return "No partner leads or delivers a service yet"
    services = {row.one_service for row in rows}
    by_service = {name: {row.partner for row in rows if row.one_service == name}
                  for name in services}  # fmt: skip
    alone = sum(len(names) == 1 for names in by_service.values())
    who = plural(len({row.partner for row in rows}), "partner")
    said = f"{who} in {plural(len(services), 'service')}"
    return f"{said}; {alone} {'rests' if alone == 1 else 'rest'} on one alone" if alone else said


def alt_text(rows: Sequence[FlowRow]) -> str:
    """Return the ribbons in words: for whom, by how many services."""
    names: dict[str, set[str]] = {}
    for row in rows:
        names.setdefault(row.whom, set()).add(row.one_service)
    numbers = "; ".join(f"{name}: {plural(len(each), 'service')}" for name, each in names.items())
    said = "Ribbons from partners to services to those they are for."
    return f"{said} {finding(rows)}. {numbers}."[:400]


def delivers_table(file: Reads, month: Month) -> Table[FlowRow]:
    """Return who delivers what for whose patients, as it stands in a month."""
    practices = file.read(partners.practices_served, month)
    rows = flows(file.read(partners.deliveries), SEGMENTS, practices)
    return Table("Who delivers what", FLOWS, rows, f"{finding(rows)}.")
