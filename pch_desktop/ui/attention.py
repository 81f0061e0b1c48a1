"""How many things in each section need attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pch_desktop.reports import quality
from pch_desktop.reports.words import plural
from pch_desktop.store.shared import at_once

if TYPE_CHECKING:
    from pch_desktop.reports.statement import Finding
    from pch_desktop.ui.desk import Desk


def found(desk: Desk) -> Sequence[Finding]:
    """Return what every section has to say, worked out once for all who ask."""

    def work() -> Sequence[Finding]:
        return at_once(desk.file, lambda once: quality.findings(once, desk.month))

    done = desk.attempt(lambda: desk.kept("findings", work))
    return done.result if done else ()


def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many findings above a note each section has."""
    return Counter(one.section for one in quality.pressing(found(desk)))


def in_words(counts: Mapping[str, int]) -> str:
    """Return the sum of it for the status line: 3 things need attention."""
    total = sum(counts.values())
    return plural(total, "thing needs attention", "things need attention") if total else ""
