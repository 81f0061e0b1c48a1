"""What was chosen on this PC is kept, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from pch_desktop.preferences import MOST_RECENT, PreferenceFile, Preferences, profile, read


def test_choices_are_there_again_next_time(tmp_path: Path) -> None:
    first = PreferenceFile(tmp_path / "a" / "preferences.json")
    first.change(theme="Dark", text_percent=120, geometry=(1, 2, 3, 4))
    first.change(layouts={"budget.lines": {"widths": [1, 2]}})
    again = PreferenceFile(first.path).now
    assert again == first.now
    assert (again.theme, again.geometry) == ("Dark", (1, 2, 3, 4))


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "3", '{"text_percent": "big"}', '{"recent": "one"}', "\0\0", '{"theme": null}'],
)
def test_what_cannot_be_read_is_put_aside_and_the_usual_taken(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text)
    assert read(path) == Preferences()
    assert path.with_suffix(".bad").read_text() == text
    assert not path.exists()


def test_a_preference_of_a_later_program_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"theme": "Dark", "colour_of_the_moon": "blue"}')
    assert read(path) == Preferences(theme="Dark")


def test_a_profile_that_cannot_be_written_to_keeps_choices_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("in the way")
    kept = PreferenceFile(tmp_path / "profile" / "preferences.json")
    kept.change(theme="Dark")
    assert kept.now.theme == "Dark"


def test_recent_files_are_few_newest_first_and_once_each(tmp_path: Path) -> None:
    kept = PreferenceFile(tmp_path / "preferences.json")
    for number in range(MOST_RECENT + 3):
        kept.opened(Path(f"/{number}.pch"))
    kept.opened(Path("/5.pch"))
    assert kept.now.recent[0] == str(Path("/5.pch"))
    assert len(kept.now.recent) == len(set(kept.now.recent)) == MOST_RECENT
    kept.forget(Path("/5.pch"))
    assert str(Path("/5.pch")) not in kept.now.recent


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/home/jo"}, "/home/jo/.config/pch-desktop"),
        ("linux", {"HOME": "/home/jo", "XDG_CONFIG_HOME": "/x"}, "/x/pch-desktop"),
        ("darwin", {"HOME": "/Users/jo"}, "/Users/jo/Library/Application Support/pch-desktop"),
        ("win32", {"USERPROFILE": "/jo", "APPDATA": "/jo/Roaming"}, "/jo/Roaming/pch-desktop"),
    ],
)
def test_the_profile_is_where_each_system_has_it(
    platform: str, environment: dict[str, str], folder: str
) -> None:
    assert profile(environment, platform) == Path(folder)
