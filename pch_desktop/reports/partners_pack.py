"""What the registers beside the list of partners give to the pack and to the things to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.partners_agreed import ends_table
from pch_desktop.reports.partners_codes import code_findings
from pch_desktop.reports.partners_cover import cover_findings, cover_table
from pch_desktop.reports.partners_engagement import engagement_table
from pch_desktop.reports.partners_flows import flow_findings, flows_table
from pch_desktop.reports.partners_quiet import engagement_findings
from pch_desktop.reports.partners_vehicles import vehicle_findings, vehicles_table
from pch_desktop.reports.statement import Finding
from pch_desktop.reports.table import Table
from pch_desktop.store import partners

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def more_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return what ends, who is covered, what passes, who was met, and who may do what in law."""
    build = (ends_table, cover_table, flows_table, vehicles_table, engagement_table)
    return [each(file, month) for each in build]


def more_findings(file: Reads, on: date) -> list[Finding]:
    """Return what is to be done about cover, records, the payee, meetings and codes on a day."""
    return [
        *cover_findings(file.read(partners.covers, on)),
        *flow_findings(file.read(partners.record_flows, on), on),
        *vehicle_findings(file.read(partners.vehicles)),
        *engagement_findings(file, on),
        *code_findings(file.read(partners.codes), file.read(partners.roster), on),
    ]
