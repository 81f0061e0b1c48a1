"""Pictures of a pack as typst takes them: a drawing where its letters can be shown, else dots."""

from __future__ import annotations

import re
from typing import Any

from pch_desktop.exports.board import Logo, Picture
from pch_desktop.exports.pdf_letters import letters

SIZE = re.compile(rb'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')
ACROSS, MOST_DOWN = 769.0, 370.0
"""How broad a picture may be and how high, in points, so that its finding fits on its page."""
AROUND = 40.0
"""What its finding takes above it, in points."""


def picture_facts(picture: Picture) -> dict[str, Any]:
    """Return what the pages are told of a picture: its bytes as numbers, its words beside them."""
    show, high = letters().shown, _high(picture.svg)
    return {
        "finding": show(picture.finding),
        "alt": show(picture.alt_text),
        "content": list(picture.svg if _is_legible(picture.svg) else picture.png),
        "high": high,
        "down": high + AROUND,
    }


def logo_facts(logo: Logo | None) -> dict[str, Any] | None:
    """Return what the cover is told of a logo, or nothing."""
    if logo is None:
        return None
    return {"alt": letters().shown(logo.alt_text), "content": list(logo.content)}


def _high(svg: bytes) -> float:
    """Return how high a drawing is where it is as broad as the page, in points."""
    found = SIZE.search(svg[:2000])
    if found is None:
        return MOST_DOWN
    return min(MOST_DOWN, ACROSS * float(found[2]) / float(found[1]))


def _is_legible(svg: bytes) -> bool:
    words = svg.decode()
    return letters().shown(words).count("□") == words.count("□")
