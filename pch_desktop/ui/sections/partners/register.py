"""The list of partners, where they are added and described."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from pch_desktop.reports.partners_codes import code_trouble
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.store.partners import PartnerRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.fixing import Fix
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import asks
from pch_desktop.ui.sections.partners.columns import GROUPS, HIDDEN, partner_columns
from pch_desktop.ui.sections.partners.figures import Figures
from pch_desktop.ui.sections.partners.look_up import LookUp
from pch_desktop.ui.sections.partners.side import PartnerSide
from pch_desktop.ui.sections.partners.twins import TwinWatch
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

KEY = "partners"
LEAST_LINES = 24
"""A window of fewer lines of text has no room for the list beside what is looked up."""
PURPOSE = (
    "List the organisations that run the locality together: practices, trusts, the council, "
    "charities. Paste from a spreadsheet, or add the first partner."
)


class RegisterView(TableSheet):
    """The partners with the side of the one chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        edits: Edits[PartnerRow] = Edits(
            desk,
            {key: asks.of_partner(key) for key in asks.CELLS},
            asks.adding_partner,
            asks.removing_partners,
            fixes=self._fixes,
        )
        self._model = TableModel(partner_columns(), edits, noun="partner")
        self.side = PartnerSide(desk)
        super().__init__(Grid(desk, self._model, "Partners", key=KEY), self.side.inspector)
        if not desk.layout(KEY):
            self.grid.columns.hide(*HIDDEN)
        self.add_groups(GROUPS, "sector")
        self.toolbar.add("Look up", "search", self._open_look_up, "Find it in the ODS register")
        self.look_up = LookUp(desk)
        self.look_up.left = self._leave_look_up
        self._twins = TwinWatch(self.strip, self.go_to)
        place = self.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(1, self.look_up)
        self.add_columns()
        self.add_adding("Add partner")
        self.offer_beginning("partners", PURPOSE, "Add the first partner")
        self.grid.row_changed.connect(self._show_side)

    def show_figures(self, figures: Figures) -> None:
        """Show the partners as they stand at the month's end."""
        self._figures = figures
        self.show_rows(figures.rows)
        on = figures.month.last
        told = {(row.id, "ods_code"): code_trouble(row, on) for row in figures.codes}
        self.grid.show_troubles({key: words for key, words in told.items() if words})
        self._twins.watch(figures.rows)
        steps = sum(row.next_step is not None for row in figures.rows)
        self.toolbar.set_aside(f"{plural(steps, 'next step')} to take" if steps else "")
        self._desk.tell_rows(plural(len(figures.rows), "partner"))
        self._show_side(self.grid.current_row)

    def go_to(self, partner_id: int) -> None:
        """Go to a partner in the list."""
        self.grid.select_record(partner_id, "name")
        self.grid.setFocus()

    def group(self, words: str) -> None:
        """Group the partners; a sector that is the heading needs no column of its own."""
        super().group(words)
        at = self._model.column_at("sector")
        self.grid.view.setColumnHidden(at, words == "sector")

    def _show_side(self, row: PartnerRow | None) -> None:
        self.look_up.know(row)
        if self._figures is not None:
            self.side.show_partner(row, self._figures)

    def _open_look_up(self) -> None:
        self._show_emptiness(is_empty=False)
        self.look_up.open()
        is_tight = self.height() < LEAST_LINES * self.fontMetrics().lineSpacing()
        self.master.setHidden(is_tight)
        self.side.inspector.setHidden(is_tight)

    def _leave_look_up(self) -> None:
        self.master.show()
        self.side.inspector.show()
        self._show_emptiness(is_empty=not self._model.rows)
        self.grid.setFocus()

    def _fixes(self, _row: PartnerRow | None, key: str, text: str) -> list[Fix]:
        """Return the codes of the register that are close to one that was refused."""
        if key != "ods_code":
            return []
        near = self._desk.file.read(partners.close_codes, "".join(text.split()).upper())
        return [Fix(f"Use {row.code}, {row.name}", row.code) for row in near]
