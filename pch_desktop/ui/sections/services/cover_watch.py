"""Saying that a service has just gone live with no agreement that covers all who deliver it."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports.partners_cover import VIEW, uncovered
from pch_desktop.store import partners
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.strip import Strip, Tone


class CoverWatch:
    """Says it on a strip, with the way to what covers it; nothing is refused."""

    def __init__(self, desk: Desk, strip: Strip) -> None:
        self._desk, self._strip = desk, strip
        self._running: frozenset[int] | None = None

    def watch(self, rows: Sequence[ServiceRow]) -> None:
        """Compare which services run with those that ran before."""
        before, now = self._running, frozenset(row.id for row in rows if row.is_running)
        self._running = now
        if before is None or before == now:
            return
        self._strip.hide()
        if not now - before:
            return
        covers = self._desk.file.read(partners.covers, self._desk.month.last)
        told = [(key, words) for key in sorted(now - before) if (words := uncovered(covers, key))]
        if not told:
            return
        key, words = told[0]
        more = f" So are {len(told) - 1} more." if len(told) > 1 else ""
        way = ("Who is covered", lambda: self._desk.visit("partners", VIEW, key))
        self._strip.tell(f"{words}{more}", Tone.WARNING, way)
