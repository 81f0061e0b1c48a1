"""Everything the search box can find: places, views, commands, records, help, definitions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from pch_desktop.discovery import one
from pch_desktop.ui import help_panel, sections
from pch_desktop.ui.actions import ACTIONS, TABLE_KEYS, Fact
from pch_desktop.ui.finding import Entry
from pch_desktop.ui.menus import press
from pch_desktop.ui.section import Hit, Sought

if TYPE_CHECKING:
    from pch_desktop.ui.desk import Desk
    from pch_desktop.ui.doings import Doings
    from pch_desktop.ui.frame import Frame
    from pch_desktop.ui.menus import Menus


class Things:
    """What there is to find. Records are read once, and again when the file has changed."""

    def __init__(self, window: Frame, menus: Menus, deeds: Doings) -> None:
        self._window, self._menus, self._deeds = window, menus, deeds
        self._desk: Desk | None = None
        self._records: Sequence[Entry] | None = None

    def prepare(self) -> None:
        """Read all of it, where that was not done yet."""
        self.places()
        self.records()
        len(self.pages)

    def places(self) -> list[Entry]:
        """Return the sections, and the views of each."""
        found = [
            Entry("Go to", section.title, partial(self._window.go, name), "", f"Ctrl+{number}",
                  section.icon)
            for number, (name, section) in enumerate(self._window.sections.items(), 1)
        ]  # fmt: skip
        return [*found, *self._views()]

    def commands(self, facts: frozenset[Fact]) -> list[Entry]:
        """Return what can be done now, each with its keys."""
        found = [
            Entry("Do", self._menus.actions[action.id].text().rstrip("…"),
                  partial(action.run, self._deeds), action.menu, action.shortcut)
            for action in ACTIONS
            if action.enabled_by in facts and action.id != "search"
        ]  # fmt: skip
        if Fact.FILE_OPEN not in facts:
            return found
        table = [Entry("Do", words, partial(press, keys), "In a table", keys)
                 for words, keys in TABLE_KEYS]  # fmt: skip
        return [*found, *table]

    @cached_property
    def pages(self) -> list[Entry]:
        """The help pages, their headings, and what each term means."""
        topics = help_panel.topics()
        pages = [self._help(f"Help: {title}", topic) for topic, title in topics.items()]
        within = [
            self._help(heading, f"{topic}{help_panel.HEADING}{heading}", topics[topic])
            for topic, heading in help_panel.headings()
        ]
        terms = [
            self._help(f"What is meant by {term}", f"{help_panel.TERM}{term}", "Definition")
            for term in help_panel.terms()
        ]
        return [*pages, *within, *terms]

    def records(self) -> Sequence[Entry]:
        """Return the records of all sections of the open file."""
        desk = self._window.desk
        if desk is None:
            return ()
        if desk is not self._desk:
            self._desk, self._records = desk, None
            desk.file_changed.connect(self._forget)
            desk.month_changed.connect(self._forget)
        if self._records is None:
            self._records = [
                entry for name in self._sought for entry in self._records_of(name, desk)
            ]
        return self._records

    def _forget(self, *_told: object) -> None:
        self._records = None

    @cached_property
    def _sought(self) -> dict[str, Sought]:
        """What can be searched for, by section."""
        names = {name: f"{sections.__name__}.{name}.sought" for name in self._window.sections}
        return {name: one(full, Sought) for name, full in names.items() if find_spec(full)}

    def _views(self) -> list[Entry]:
        """Return the views: those a section tells of, and what its page has besides, once built."""
        return [
            Entry("Go to", view.rpartition("/")[2], partial(self._deeds.visit, name, view, None),
                  f"{self._window.sections[name].title}, {view.replace('/', ', ')}",
                  icon=self._window.sections[name].icon)
            for name, sought in self._sought.items()
            for view in joined(sought.views, self._window.places_of(name))
        ]  # fmt: skip

    def _records_of(self, name: str, desk: Desk) -> list[Entry]:
        sought, icon = self._sought[name], self._window.sections[name].icon
        done = desk.attempt(lambda: sought.records(desk.file, desk.month))
        return [
            Entry("Records", hit.title, self._going(name, hit), hit.detail, "", icon,
                  f"{hit.title} {hit.detail} {hit.words}".casefold())
            for hit in (done.result if done else ())
        ]  # fmt: skip

    def _going(self, name: str, hit: Hit) -> Callable[[], object]:
        if hit.view:
            return partial(self._deeds.visit, name, hit.view, hit.record_id)
        return partial(self._window.go, name, hit.record_id)

    def _help(self, title: str, topic: str, detail: str = "") -> Entry:
        return Entry("Help", title, partial(self._deeds.open_help, topic), detail, icon="help")


def joined(told: Sequence[str], built: Sequence[str]) -> list[str]:
    """Return the views told of, and those of a page that nobody told of."""
    more = [
        view
        for view in built
        if view not in told and not any(each.startswith(f"{view}/") for each in told)
    ]
    return [*told, *more]
