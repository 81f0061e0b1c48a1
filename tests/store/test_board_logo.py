"""The logo on a real file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import board
from tests import localities
from tests.domain.test_logo import jpeg, png

WORDS = "Logo of Marsh Valley Primary Care Home"


def test_a_logo_is_put_changed_removed_and_every_step_undone(path: Path) -> None:
    with closing(localities.made(path)) as file:
        file.edit("Put", board.set_logo, "ours.png", png(), f" {WORDS}  ")
        first = file.read(board.logo)
        assert first is not None
        assert (first.name, first.alt_text, first.kind) == ("ours.png", WORDS, "png")
        file.edit("Words", board.set_logo_words, "Another logo")
        file.edit("Put", board.set_logo, "new.jpg", jpeg(), WORDS)
        file.edit("Remove", board.remove_logo)
        assert file.read(board.logo) is None
        for _ in range(3):
            file.undo()
        assert file.read(board.logo) == first


def test_what_is_no_logo_changes_nothing(path: Path) -> None:
    with closing(localities.made(path)) as file:
        with pytest.raises(Refusal, match="PNG or JPEG"):
            file.edit("Put", board.set_logo, "ours.png", b"GIF89a", WORDS)
        with pytest.raises(Refusal, match="5 to 200 characters"):
            file.edit("Put", board.set_logo, "ours.png", png(), "no")
        with pytest.raises(Refusal, match="Choose the picture first"):
            file.edit("Words", board.set_logo_words, WORDS)
        with pytest.raises(Refusal, match="no logo to remove"):
            file.edit("Remove", board.remove_logo)
        assert file.read(board.logo) is None
        assert [each.label for each in file.changes()] == ["Seed"]
