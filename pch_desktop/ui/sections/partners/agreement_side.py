"""The side of an agreement: how it stands, who has signed, and its terms."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from pch_desktop.domain.partners import SOON_DAYS, AgreementStatus
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store.partners import AgreementRow, PartyRow
from pch_desktop.ui.change import Change
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fields import Field, line_field, text_field, word_field, yes_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button
from pch_desktop.ui.sections.partners import asks
from pch_desktop.ui.sections.partners.columns import PARTIES
from pch_desktop.ui.sections.partners.covered_ticks import CoveredTicks
from pch_desktop.ui.sections.partners.figures import Figures
from pch_desktop.ui.sections.partners.side import standing_of
from pch_desktop.ui.table_model import TableModel

TALL = 190
FIELDS = (
    ("parties", "Parties, with ; between", Kind.TEXT),
    ("effective_on", "First day", Kind.DATE),
    ("review_on", "Review", Kind.DATE),
    ("notice_days", "Notice in days", Kind.COUNT),
    ("value", "Value £ a year", Kind.MONEY),
    ("signatures_needed", "Signatures needed, all if blank", Kind.COUNT),
    ("reference", "Reference", Kind.TEXT),
    ("file_path", "Where the paper lies", Kind.TEXT),
)


class AgreementSide:
    """Shows one agreement in the inspector."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        hint = "Choose an agreement to see who has signed it and how long it runs."
        self.inspector = Inspector(desk, hint, 300)
        self._facts = self.inspector.add_facts("Signed", "Runs", "Notice by")
        edits: Edits[PartyRow] = Edits(
            desk, {key: partial(self._signature, key) for key in asks.SIGNATURE}
        )
        self._model = TableModel(PARTIES, edits, noun="party")
        self.parties = Grid(desk, self._model, "Signatures of the parties", key="signatures")
        self.parties.setFixedHeight(desk.theme.px(TALL))
        self.inspector.add(self.parties)
        said = "Write today as the day of signing of the party chosen"
        self.today = self.inspector.add(button("Signed today", self.sign_today, "", said))
        self.today.setEnabled(not desk.is_read_only)
        self.status: Field[Any] = self.inspector.add_field(
            word_field(
                desk,
                "Status",
                listed(AgreementStatus),
                asks.of_agreement("status"),
                may_be_blank=False,
            )
        )
        self.fields: dict[str, Field[Any]] = {
            key: self.inspector.add_field(line_field(desk, name, asks.of_agreement(key), kind))
            for key, name, kind in FIELDS
        }
        self.renews: Field[Any] = self.inspector.add_field(
            yes_field(desk, "Renews itself", asks.of_agreement("renews_itself"))
        )
        self.terms: Field[Any] = self.inspector.add_field(
            text_field(desk, "Terms in words", asks.of_agreement("terms"), 4)
        )
        self.covered = self.inspector.add(CoveredTicks(desk))
        self.note: Field[Any] = self.inspector.add_field(
            text_field(desk, "Note", asks.of_agreement("note"), 3)
        )

    def show_agreement(self, row: AgreementRow | None, figures: Figures) -> None:
        """Show an agreement; nothing is shown on headings and the empty line."""
        if row is None:
            self.inspector.show_nothing()
            return
        seen = changed(self._desk, "agreement", row.id)
        self.inspector.show_record(row.title, standing_of(row), seen)
        noun = "who must" if row.signatures_needed else "parties"
        signed = f"{row.signed_count} of {row.needed_count} {noun}"
        told = signed if row.needed_count else "No party named"
        notice = written(row.last_notice_on, Kind.DATE)
        self._facts.show_facts(told, runs(row, figures), notice)
        self._model.show(figures.parties_of(row.id))
        self.status.show_value(row, shown(row.status.value))
        values = {"value": row.value_pence, "parties": row.parties or None}
        for key, field in self.fields.items():
            field.show_value(row, values[key] if key in values else getattr(row, key))
        self.renews.show_value(row, row.renews_itself)
        self.terms.show_value(row, row.terms)
        self.covered.show_agreement(row)
        self.note.show_value(row, row.note)

    def sign_today(self) -> None:
        """Write today as the day of signing of the party chosen, or of the first not signed."""
        rows = self._model.rows
        chosen = self.parties.current_row or next((row for row in rows if not row.signed_on), None)
        if chosen is None:
            self.parties.refuse("Name the parties first; then each can sign.")
            return
        change = asks.signature(chosen, "signed_on", date.today())  # noqa: DTZ011 - this PC's day
        self._desk.edit(f"Sign for {chosen.partner}", change.command, *change.args)

    def _signature(self, field: str, row: PartyRow, value: object) -> Change:
        return asks.signature(row, field, value)


def runs(row: AgreementRow, figures: Figures) -> str:
    """Return how long an agreement still runs at the month's end."""
    if row.expires_on is None:
        return "No end named"
    days = (row.expires_on - figures.month.last).days
    if days < 0:
        return f"Ended {plural(-days, 'day')} before the month's end"
    return f"{plural(days, 'day')} more" + (", act now" if days <= SOON_DAYS else "")
