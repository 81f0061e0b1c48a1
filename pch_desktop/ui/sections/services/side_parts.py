"""The parts of a service's entry beyond the short one, each shown when it is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pch_desktop.domain.services import AcutePoint, BankHolidays
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, shown
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, text_field, word_field, yes_field
from pch_desktop.ui.inspector import Facts
from pch_desktop.ui.parts import button
from pch_desktop.ui.sections.services import asks, more_asks, side_facts
from pch_desktop.ui.sections.services.ticks import SettingTicks

Line = tuple[str, str, Kind]
"""A field of a service, what it is called, and the kind of its values."""
TEXT = Kind.TEXT
WORDS = {"bank_holidays": BankHolidays, "acute_point": AcutePoint}
TEXTS = frozenset({"eligibility", "exclusions", "pathway", "risks"})
"""The fields of several lines."""
YES = frozenset({"is_triaged", "has_beds", "takes_calls", "is_from_hospital"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part: what it tells, the fields in it, and where it leads to."""

    told: tuple[str, ...]
    lines: Sequence[Line]
    leads: tuple[str, str] = ("", "")
    """The words of a link, and the view it opens on the service."""
    has_ticks: bool = False


PARTS: Mapping[str, Part] = {
    "Where and when": Part(
        ("Opening", "Bank holidays"),
        (("bank_holidays", "On bank holidays it is", TEXT), ("operator", "Run by", TEXT),
         ("appointment_minutes", "Minutes of an appointment", Kind.COUNT)),
        has_ticks=True,
    ),
    "For whom and how": Part(
        ("Direct access", "Competencies"),
        (("segment", "For whom; blank is everybody", TEXT), ("eligibility", "For", TEXT),
         ("exclusions", "Not for", TEXT), ("is_triaged", "Those referred are sorted first", TEXT),
         ("pathway", "From referral to discharge", TEXT), ("risks", "Risks", TEXT)),
        ("Open what it needs", "Needs"),
    ),
    "Contract and counts": Part(
        ("Agreements",),
        (("commissioner", "Commissioned by", TEXT),
         ("due_days", "Figures due, days after the month", Kind.COUNT),
         ("contacts_each", "Contacts that one referral needs", Kind.NUMBER),
         ("gp_freed_each", "GP appointments that one person seen saves", Kind.NUMBER),
         ("recharge_pence", "Charged to another practice for a contact £", Kind.EXACT),
         ("has_beds", "It has beds", TEXT), ("takes_calls", "It takes calls", TEXT)),
        ("Open its targets", "Targets"),
    ),
    "From hospital": Part(
        ("Safety",),
        (("is_from_hospital", "It moved out of hospital", TEXT),
         ("acute_point", "What it was there", TEXT),
         ("tariff_pence", "Cost of a contact there £", Kind.EXACT)),
        ("Open its safety", "Safety"),
    ),
    "Status so far": Part(("Stands at", "Can become", "First day", "Steps here"), ()),
}  # fmt: skip


class PartView(QWidget):
    """One part of the service that is chosen."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self._desk, self._title = desk, title
        self._service_id = 0
        part = PARTS[title]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.ticks = SettingTicks(desk) if part.has_ticks else None
        self.facts = Facts(*part.told)
        self.fields: dict[str, Field[Any]] = {line[0]: _field(desk, line) for line in part.lines}
        link = button(part.leads[0], self._open, "link") if part.leads[0] else None
        for each in (self.facts, self.ticks, *self.fields.values(), link):
            if each is not None:
                column.addWidget(each)

    def show_service(self, row: ServiceRow) -> None:
        """Show a service's part."""
        self._service_id = row.id
        self.facts.show_facts(*side_facts.TOLD[self._title](self._desk, row))
        if self.ticks is not None:
            self.ticks.show_service(row)
        for key, field in self.fields.items():
            value = getattr(row.more, key)
            field.show_value(row, shown(value.value) if key in WORDS and value else value)

    def _open(self) -> None:
        self._desk.visit("services", PARTS[self._title].leads[1], self._service_id)


def _field(desk: Desk, line: Line) -> Field[Any]:
    key, name, kind = line
    if key in WORDS:
        ask = more_asks.CELLS[key]
        return word_field(desk, name, listed(WORDS[key]), ask)
    if key in YES:
        return yes_field(desk, name, asks.field(key))
    if key in TEXTS:
        return text_field(desk, name, asks.field(key), 3)
    return line_field(desk, name, asks.field(key), kind)
