"""The side of a partner: what it is here, what was agreed with it, whom to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pch_desktop.domain.partners import PartnerStatus
from pch_desktop.reports.partners import PRACTICES
from pch_desktop.reports.partners_codes import code_trouble
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store.partners import AgreementRow, CodeRow, ContactRow, PartnerRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, text_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Pill, Standing
from pch_desktop.ui.sections.partners import asks
from pch_desktop.ui.sections.partners.figures import Figures
from pch_desktop.ui.sections.partners.ticks import RoleTicks

STANDINGS: Mapping[str, str] = {
    "in force": BETTER,
    "expiring": NEAR,
    "expired": WORSE,
    "terminated": UNKNOWN,
    "draft": UNKNOWN,
    "out for signature": NEAR,
    "part-signed": NEAR,
    "signed by all": NEAR,
    "not begun": UNKNOWN,
    "renewing": NEAR,
    "renewed": BETTER,
}
STATUSES: Mapping[PartnerStatus, str] = {
    PartnerStatus.SIGNED: BETTER,
    PartnerStatus.LAPSED: WORSE,
    PartnerStatus.EXITED: UNKNOWN,
}
MOST_AGREEMENTS = 4
LINES = ("next_step", "short_name", "ods_code", "joined_on", "left_on")
NAMES = {
    "next_step": "Next step",
    "short_name": "Short name",
    "ods_code": "ODS code",
    "joined_on": "Joined",
    "left_on": "Left",
}
DATES = frozenset({"joined_on", "left_on"})


class Agreed(QWidget):
    """The agreements of a partner, each with how it stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.setSpacing(3)
        self._head = label("Agreements", "small")
        column.addWidget(self._head)
        self._titles: list[QLabel] = []
        self._pills: list[Pill] = []
        for _ in range(MOST_AGREEMENTS):
            title, pill = label("", "status_strong", wrap=True), Pill(desk)
            column.addWidget(title)
            column.addWidget(pill)
            self._titles.append(title)
            self._pills.append(pill)

    def show_agreements(self, rows: Sequence[AgreementRow]) -> None:
        """Show the agreements that end first."""
        more = len(rows) - MOST_AGREEMENTS
        words = f"Agreements, and {more} more" if more > 0 else "Agreements"
        self._head.setText(words if rows else "No agreement yet")
        for at, (title, pill) in enumerate(zip(self._titles, self._pills, strict=True)):
            title.setVisible(at < len(rows))
            row = rows[at] if at < len(rows) else None
            title.setText(row.title if row else "")
            pill.show_standing(standing_of(row) if row else None)


class PartnerSide:
    """Shows one partner in the inspector."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        hint = "Choose a partner to see what it does here, what was agreed and whom to ask."
        self.inspector = Inspector(desk, hint, 290)
        add = self.inspector.add
        self._facts = self.inspector.add_facts(
            "WTE in post", "Delivers", "Contact", "List size", "In the register"
        )
        self.agreed = add(Agreed(desk))
        self.roles = add(RoleTicks(desk))
        self.fields: dict[str, Field[Any]] = {
            key: self.inspector.add_field(
                line_field(
                    desk, NAMES[key], asks.of_partner(key), Kind.DATE if key in DATES else Kind.TEXT
                )
            )
            for key in LINES
        }
        self.note: Field[Any] = self.inspector.add_field(
            text_field(desk, "Note", asks.of_partner("note"), 4)
        )
        self._source = self.inspector.add_facts("Source")

    def show_partner(self, row: PartnerRow | None, figures: Figures) -> None:
        """Show a partner; nothing is shown on headings and the empty line."""
        if row is None:
            self.inspector.show_nothing()
            return
        standing = Standing(STATUSES.get(row.status, NEAR), shown(row.status.value))
        self.inspector.show_record(row.name, standing, changed(self._desk, "partner", row.id))
        self._facts.show_facts(
            written(row.in_post_wte, Kind.WTE) if row.in_post_wte else "None here",
            row.delivers or "No service",
            contact_words(figures.contacts_of(row.id)),
            "Not a practice" if row.kind not in PRACTICES else written(row.list_size, Kind.COUNT),
            register_words(figures.code_of(row.id), figures.month.last),
        )
        self.agreed.show_agreements(figures.agreements_of(row.id))
        self.roles.show_roles(row)
        for key, field in self.fields.items():
            field.show_value(row, getattr(row, key))
        self.note.show_value(row, row.note)
        self._source.show_facts(row.source or "")


def standing_of(row: AgreementRow) -> Standing:
    """Return how an agreement stands: Expiring, 31 Mar 2017."""
    way = STANDINGS.get(row.standing, UNKNOWN)
    if row.expires_on is None:
        return Standing(way, shown(row.standing))
    return Standing(way, f"{shown(row.standing)}, {written(row.expires_on, Kind.DATE)}")


def register_words(row: CodeRow | None, on: date) -> str:
    """Return what the register says of a partner's code, or what is wrong with it."""
    if row is None:
        return "No ODS code"
    if trouble := code_trouble(row, on):
        return trouble
    told = row.organisation
    return ", ".join(filter(None, (told.name, told.postcode))) if told else ""


def contact_words(rows: Sequence[ContactRow]) -> str:
    """Return whom to ask first, with how to reach them."""
    if not rows:
        return ""
    first = rows[0]
    reached = ", ".join(filter(None, (first.name, first.job_title, first.work_phone)))
    return f"{reached}; {plural(len(rows) - 1, 'other')}" if len(rows) > 1 else reached
