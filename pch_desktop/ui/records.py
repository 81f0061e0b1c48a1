"""The records of a section as they are searched for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from pch_desktop.store.named import named
from pch_desktop.ui.section import Hit

if TYPE_CHECKING:
    from pch_desktop.domain.period import Month
    from pch_desktop.store.shared import Reads


def records_of(section: str) -> Callable[[Reads, Month], Sequence[Hit]]:
    """Return what reads the records of a section, by its name on every floor."""

    def read(file: Reads, month: Month) -> Sequence[Hit]:
        return [
            Hit(row.title, row.detail, row.record_id, row.view, row.words)
            for row in file.read(named, section, month)
        ]

    return read


def views_of(tabs: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the views of a page by the titles of its tabs and of what stands under them."""
    return tuple(
        f"{tab}/{leaf}" if leaf else tab for tab, leaves in tabs.items() for leaf in leaves or ("",)
    )
