"""Every command is written down once, with keys of its own."""

from __future__ import annotations

from collections import Counter

from pch_desktop.ui.actions import ACTIONS, TABLE_KEYS, Fact, by_id
from pch_desktop.ui.doings import Doings
from pch_desktop.ui.frame import MENUS
from pch_desktop.ui.help_panel import shortcuts
from pch_desktop.ui.shell import Shell


def test_no_two_commands_have_the_same_keys(shell: Shell) -> None:
    keys = Counter(
        shortcut.toString()
        for action in shell.furniture.menus.actions.values()
        for shortcut in action.shortcuts()
    )
    assert [one for one, count in keys.items() if count > 1] == []
    assert keys.keys() & {keys for _, keys in TABLE_KEYS} == set()


def test_no_two_commands_have_the_same_name() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_every_command_is_in_a_menu_and_every_menu_has_one(shell: Shell) -> None:
    assert {action.menu for action in ACTIONS} == set(MENUS)
    for action in ACTIONS:
        made = shell.furniture.menus.actions[action.id]
        assert made in shell.furniture.menus.menus[action.menu].actions()


def test_a_command_is_there_only_where_its_fact_holds(shell: Shell, open_shell: Shell) -> None:
    shell.close_file()
    there = {
        action.id for action in ACTIONS if shell.furniture.menus.actions[action.id].isEnabled()
    }
    assert there == {action.id for action in ACTIONS if action.enabled_by is Fact.ALWAYS}


def test_every_shortcut_is_on_the_sheet() -> None:
    sheet = shortcuts()
    assert all(action.shortcut in sheet for action in ACTIONS)


def test_the_window_does_what_the_commands_ask(shell: Shell) -> None:
    assert isinstance(shell.furniture.doings, Doings)
    by_id("text_larger").run(shell.furniture.doings)
    assert shell.style_in_use.theme.text_percent == 110
    assert shell.status.zoom.text() == "110%"
    by_id("text_usual").run(shell.furniture.doings)
    assert shell.preferences.now.text_percent == 100
    by_id("theme_dark").run(shell.furniture.doings)
    assert shell.style_in_use.theme.is_dark
    assert shell.preferences.now.theme == "Dark"
    by_id("theme_light").run(shell.furniture.doings)
