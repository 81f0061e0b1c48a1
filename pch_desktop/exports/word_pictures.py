"""Charts as pictures for a document: drawn as in the PDF, from the same figures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pch_desktop.discovery import resource
from pch_desktop.exports.pdf_chart import chart_facts
from pch_desktop.exports.pdf_letters import FACES
from pch_desktop.reports.drawn import Drawing

DOTS = 200
"""To the inch: sharp on paper, and small in the file."""


def pictures(drawings: Sequence[Drawing]) -> list[bytes]:
    """Return charts as PNG, in their order; typst sets all of them at once."""
    import typst

    if not drawings:
        return []
    facts = {"charts": [chart_facts(drawing) for drawing in drawings]}
    made: Any = typst.compile(
        resource("typst", "picture.typ"),
        root=resource("typst"),
        font_paths=[FACES],
        ignore_system_fonts=True,
        sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
        format="png",
        ppi=DOTS,
    )
    return [made] if isinstance(made, bytes) else made
