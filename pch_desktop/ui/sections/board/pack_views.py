"""The views of the tab Pack, by their titles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.board.changed import ChangedView
from pch_desktop.ui.sections.board.changes import Changes
from pch_desktop.ui.sections.board.issued import IssuedView
from pch_desktop.ui.sections.board.own_words import WordsView
from pch_desktop.ui.sections.board.rated import RatedView


def pack_views(desk: Desk) -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes each view of the packs, in their order."""
    changes = Changes(desk)
    return {
        "What changed": lambda: ChangedView(desk, changes, 0),
        "Work since": lambda: ChangedView(desk, changes, 1),
        "Issued": lambda: IssuedView(desk, changes),
        "Words": lambda: WordsView(desk),
        "Ratings": lambda: RatedView(desk),
    }
