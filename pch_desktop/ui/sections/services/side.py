"""The side of a service: what it did lately, who gives it where, and who pays."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pch_desktop.domain.services import AccessRoute, Focus, ServiceStatus
from pch_desktop.reports.service_rates import activity
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, shown, written
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, WordBox, line_field, text_field, word_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.services import asks
from pch_desktop.ui.sections.services.figures import Figures
from pch_desktop.ui.sections.services.side_facts import hours_words
from pch_desktop.ui.sections.services.side_parts import PARTS, PartView
from pch_desktop.ui.sparkline import Trend

FACTS = ("Filled", "Not attended", "Used", "Opening hours", "Category", "Source")
SHORT = "In short"
POINTS = 12
SOON_MONTHS = 3


class ServiceSide:
    """Shows one service in the inspector."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fields: dict[str, Field[Any]] = {}
        self.inspector = Inspector(desk, "Choose a service to see who gives it, where and how "
                                   "far it is used.", 250)  # fmt: skip
        self.part = self.inspector.add(WordBox((SHORT, *PARTS), may_be_blank=False))
        self.part.setAccessibleName("Which part of the entry is shown")
        self.part.currentTextChanged.connect(self.show_part)
        self._parts: dict[str, PartView] = {}
        self._shown: tuple[ServiceRow, Figures] | None = None
        self._trend = self.inspector.add_trend("Attended, last 12 months")
        self._facts = self.inspector.add_facts(*FACTS)
        line = self._line
        self.delivering = line("Other partners, with ; between", asks.delivering)
        self.sites = line("Sites, with ; between", asks.sites)
        line("Where it is given, in words", asks.field("settings"), of="settings")
        self._word("Access", "access_route", AccessRoute)
        self._word("Focus", "focus", Focus)
        line("Funding comes from", asks.field("funding_source"), of="funding_source")
        line("Budget line", asks.field("budget_line"), of="budget_line")
        for name, key in (("Funding ends", "funding_ends_on"), ("Review", "review_on"),
                          ("First day", "live_on")):  # fmt: skip
            line(name, asks.field(key), Kind.DATE, of=key)
        line("Code", asks.field("code"), of="code")
        self.note: Field[Any] = self.inspector.add_field(
            text_field(desk, "Note", asks.field("note"), 4)
        )

    def show_service(self, row: ServiceRow | None, figures: Figures) -> None:
        """Show a service; nothing is shown on headings and the empty line."""
        self._shown = None if row is None else (row, figures)
        if row is None:
            self.inspector.show_nothing()
            return
        self.inspector.show_record(row.name, standing_of(row, figures), self._changed(row))
        told = activity(row)
        self._facts.show_facts(
            written(told.fill_share, Kind.SHARE),
            written(told.not_attended_share, Kind.SHARE),
            written(told.utilisation_share, Kind.SHARE),
            hours_words(row),
            shown(row.category.value),
            (row.month.source if row.month else None) or row.source or "",
        )
        self.delivering.show_value(row, row.delivering or None)
        self.sites.show_value(row, row.sites or None)
        for key, field in self._fields.items():
            value = getattr(row, key)
            is_word = isinstance(value, (AccessRoute, Focus))
            field.show_value(row, shown(value.value) if is_word else value)
        self.note.show_value(row, row.note)
        self.show_part(self.part.currentText())

    def show_part(self, title: str) -> None:
        """Show one part of the entry: the short one, or one of ``PARTS``."""
        if self.part.currentText() != title:
            self.part.setCurrentText(title)
            return
        if title in PARTS and title not in self._parts:
            self._parts[title] = self.inspector.add(PartView(self._desk, title))
        for each, view in self._parts.items():
            view.setVisible(each == title)
        is_short = title == SHORT
        for part in (self._facts, self.delivering, self.sites, *self._fields.values(), self.note):
            part.setVisible(is_short)
        row, figures = self._shown or (None, None)
        self._trend.setVisible(is_short)
        if row is not None and figures is not None and is_short:
            self._trend.show_trend(trend_of(row, figures))
        elif row is not None and title in self._parts:
            self._parts[title].show_service(row)

    def part_view(self, title: str) -> PartView:
        """Return one of the parts, brought into sight."""
        self.show_part(title)
        return self._parts[title]

    def _line(
        self, name: str, ask: asks.Ask, kind: Kind = Kind.TEXT, *, of: str = ""
    ) -> Field[Any]:
        made: Field[Any] = self.inspector.add_field(line_field(self._desk, name, ask, kind))
        if of:
            self._fields[of] = made
        return made

    def _word(self, name: str, key: str, words: type[StrEnum]) -> None:
        field = word_field(self._desk, name, listed(words), asks.word(key, words))
        self._fields[key] = self.inspector.add_field(field)

    def _changed(self, row: ServiceRow) -> str:
        return changed(self._desk, "service", row.id)


def standing_of(row: ServiceRow, figures: Figures) -> Standing:
    """Return how a service stands: funding that ends first, then figures that are late."""
    ends = row.funding_ends_on
    if row.is_running and ends is not None and ends <= figures.month.plus(SOON_MONTHS).last:
        return Standing(WORSE, f"Funding ends {written(ends, Kind.DATE)}")
    if row.is_running and row.month is None:
        return Standing(NEAR, "No figures yet")
    if row.month is not None and row.month.is_provisional:
        return Standing(NEAR, "Provisional")
    if row.is_running:
        return Standing(BETTER, shown(row.status.value))
    return Standing(
        UNKNOWN if row.status is not ServiceStatus.PAUSED else NEAR, shown(row.status.value)
    )


def trend_of(row: ServiceRow, figures: Figures) -> Trend:
    """Return the people a service saw in its last twelve months."""
    counts = {found.month: found.attended for found in figures.months if found.service_id == row.id}
    months = [figures.month.plus(-back) for back in range(POINTS - 1, -1, -1)]
    points = [counts.get(month) for month in months]
    return Trend(tuple(None if point is None else float(point) for point in points))
