"""Whom to ring or write to at each partner, at work."""

from __future__ import annotations

from pch_desktop.reports.words import plural
from pch_desktop.store.partners import ContactRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import asks
from pch_desktop.ui.sections.partners.columns import contact_columns
from pch_desktop.ui.sections.partners.figures import Figures
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

PURPOSE = (
    "Keep whom to ring and write to at each partner, with work numbers only. Add a partner, "
    "then the first contact."
)


class ContactsView(TableSheet):
    """The people to ask, by partner."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[ContactRow] = Edits(
            desk,
            {key: asks.of_contact(key) for key in asks.CONTACT},
            asks.adding_contact,
            asks.removing_contacts,
        )
        self._model = TableModel(contact_columns(()), edits, noun="contact")
        super().__init__(Grid(desk, self._model, "Contacts", key="contacts"))
        self.add_columns()
        self.add_adding("Add contact")
        self.offer_beginning("partners", PURPOSE, "Add the first contact")

    def show_figures(self, figures: Figures) -> None:
        """Show the people to ask."""
        self._model.columns = contact_columns(figures.names)
        self.show_rows(figures.contacts)
        known = {row.partner_id for row in figures.contacts}
        without = sum(row.id not in known for row in figures.rows)
        self.toolbar.set_aside(f"{plural(without, 'partner')} without a contact" if without else "")
        self._desk.tell_rows(plural(len(figures.contacts), "contact"))
