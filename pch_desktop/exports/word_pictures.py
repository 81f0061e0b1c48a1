"""Charts as pictures for a document: drawn as in the PDF, from the same figures."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.exports.pdf_chart import chart_facts
from pch_desktop.exports.typesetting import pngs
from pch_desktop.reports.drawn import Drawing

DOTS = 200
"""To the inch: sharp on paper, and small in the file."""


def pictures(drawings: Sequence[Drawing]) -> list[bytes]:
    """Return charts as PNG, in their order; typst sets all of them at once."""
    if not drawings:
        return []
    facts = {"charts": [chart_facts(drawing) for drawing in drawings]}
    return pngs("picture.typ", facts, DOTS)
