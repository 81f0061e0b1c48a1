"""What governance gives to the board pack and to the list of things to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.partners_charges import charge_findings, charges_table
from pch_desktop.reports.partners_delivers_words import delivers_table
from pch_desktop.reports.partners_forums import forum_findings, forums_table
from pch_desktop.reports.partners_maturity_words import maturity_table
from pch_desktop.reports.partners_votes import vote_findings, votes_table
from pch_desktop.reports.statement import Finding
from pch_desktop.reports.table import Table

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def governance_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return who is in charge, the forums and their votes, maturity, and who delivers what."""
    return (
        charges_table(file, month),
        forums_table(file, month),
        votes_table(file, month),
        maturity_table(file, month),
        delivers_table(file, month),
    )


def governance_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what nobody answers for, forums that cannot decide, votes that were left open."""
    return [
        *charge_findings(file, month),
        *forum_findings(file, month),
        *vote_findings(file, month),
    ]
