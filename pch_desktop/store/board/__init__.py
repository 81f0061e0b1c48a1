"""Reading and changing the board: its pack, its cycle, its registers."""

from pch_desktop.store.board.logo import LogoRow, logo, remove_logo, set_logo, set_logo_words
from pch_desktop.store.board.ratings import (
    OverrideRow,
    override_rating,
    overrides,
    take_back_rating,
)
from pch_desktop.store.board.sheets import leave_out, left_out
from pch_desktop.store.board.words import set_words, words

__all__ = [
    "LogoRow",
    "OverrideRow",
    "leave_out",
    "left_out",
    "logo",
    "override_rating",
    "overrides",
    "remove_logo",
    "set_logo",
    "set_logo_words",
    "set_words",
    "take_back_rating",
    "words",
]
