"""The board for the pack and the checks: its registers, its meetings and what it decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.board_cycle_findings import cycle_findings
from pch_desktop.reports.board_cycle_pack import cycle_tables
from pch_desktop.reports.board_initiatives_pack import initiative_findings, initiative_tables
from pch_desktop.reports.board_registers import register_findings, register_tables, risks_table
from pch_desktop.reports.statement import Finding, Statement, with_rows
from pch_desktop.reports.table import Table

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    return with_rows(
        risks_table(file, month),
        *register_tables(file, month),
        *initiative_tables(file, month),
        *cycle_tables(file, month),
    )


def _findings(file: Reads, month: Month) -> list[Finding]:
    return [
        *register_findings(file, month),
        *initiative_findings(file, month),
        *cycle_findings(file, month),
    ]


STATEMENT = Statement(70, "Risks", _tables, _findings)
