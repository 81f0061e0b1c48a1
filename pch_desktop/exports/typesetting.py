"""Pages and pictures set by typst, from facts it reads as text: nothing in them is markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pch_desktop.discovery import resource
from pch_desktop.exports.pdf_letters import FACES


def pdf(template: str, facts: Mapping[str, object], standard: str) -> bytes:
    """Return the PDF a template of ``resources/typst`` makes of facts, by a standard of PDF."""
    made: bytes = _compiled(template, facts, pdf_standards=[standard])
    return made


def pngs(template: str, facts: Mapping[str, object], dots: int) -> list[bytes]:
    """Return the pages a template makes of facts, each a PNG of so many dots to the inch."""
    made: list[bytes] | bytes = _compiled(template, facts, format="png", ppi=dots)
    return [made] if isinstance(made, bytes) else made


def _compiled(template: str, facts: Mapping[str, object], **how: Any) -> Any:
    import typst

    compiling: Any = typst.compile
    return compiling(
        resource("typst", template),
        root=resource("typst"),
        font_paths=[FACES],
        ignore_system_fonts=True,
        sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
        **how,
    )
