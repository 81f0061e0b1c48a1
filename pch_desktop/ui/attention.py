"""How many things in each section need attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pch_desktop.reports import quality
from pch_desktop.reports.words import plural
from pch_desktop.store.shared import at_once

if TYPE_CHECKING:
    from pch_desktop.ui.desk import Desk


def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many findings above a note each section has."""
    done = desk.attempt(lambda: at_once(desk.file, lambda once: quality.findings(once, desk.month)))
    found = done.result if done else []
    return Counter(one.section for one in quality.pressing(found))


def in_words(counts: Mapping[str, int]) -> str:
    """Return the sum of it for the status line: 3 things need attention."""
    total = sum(counts.values())
    return plural(total, "thing needs attention", "things need attention") if total else ""
