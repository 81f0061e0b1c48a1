"""Telling a person that a partner just added may be one that is there already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pch_desktop.domain.partners_alike import Called, twins
from pch_desktop.reports.partners_codes import twin_words
from pch_desktop.store.partners import PartnerRow
from pch_desktop.ui.strip import Strip, Tone


class TwinWatch:
    """Says it on a strip once a partner is added, renamed or brought in; nothing is refused."""

    def __init__(self, strip: Strip, go: Callable[[int], object]) -> None:
        self._strip = strip
        self._go = go
        self._known: Mapping[int, Called] | None = None

    def watch(self, rows: Sequence[PartnerRow]) -> None:
        """Compare the partners with those seen before; tell of the first that has a twin."""
        before, now = self._known, {row.id: _called(row) for row in rows}
        self._known = now
        if before is None or before == now:
            return
        self._strip.hide()
        fresh = [each for each in now.values() if before.get(each.id) != each]
        found = [(each, others[0]) for each in fresh if (others := twins(each, now.values()))]
        if not found:
            return
        row, twin = found[0]
        more = f" {len(found) - 1} more are like others." if len(found) > 1 else ""
        way = ("Go to the other", lambda: self._go(twin.id))
        self._strip.tell(f"{twin_words(row, twin)}{more}", Tone.WARNING, way)


def _called(row: PartnerRow) -> Called:
    return Called(row.id, row.name, row.short_name, row.ods_code)
