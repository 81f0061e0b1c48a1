"""The register of agreements: who is party to what, who has signed, when it ends."""

from __future__ import annotations

from pch_desktop.domain.partners import SOON_DAYS
from pch_desktop.reports.partners import ending
from pch_desktop.reports.words import plural
from pch_desktop.store.partners import AgreementRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import asks
from pch_desktop.ui.sections.partners.agreement_side import AgreementSide
from pch_desktop.ui.sections.partners.columns import (
    AGREEMENT_GROUPS,
    AGREEMENT_HIDDEN,
    agreement_columns,
)
from pch_desktop.ui.sections.partners.figures import Figures
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_sheet import TableSheet

KEY = "agreements"
PURPOSE = (
    "Keep what was agreed: memoranda, alliance and data sharing agreements, leases, who has "
    "signed and when each ends. Add the first agreement."
)


class AgreementsView(TableSheet):
    """The agreements with the side of the one chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._figures: Figures | None = None
        edits: Edits[AgreementRow] = Edits(
            desk,
            {key: asks.of_agreement(key) for key in asks.AGREEMENT_CELLS},
            asks.adding_agreement,
            asks.removing_agreements,
        )
        self._model = TableModel(agreement_columns(), edits, noun="agreement")
        self.side = AgreementSide(desk)
        super().__init__(Grid(desk, self._model, "Agreements", key=KEY), self.side.inspector)
        if not desk.layout(KEY):
            self.grid.columns.hide(*AGREEMENT_HIDDEN)
        self.add_groups(AGREEMENT_GROUPS)
        self.add_columns()
        self.add_adding("Add agreement")
        self.offer_beginning("file", PURPOSE, "Add the first agreement")
        self.grid.row_changed.connect(self._show_side)

    def show_figures(self, figures: Figures) -> None:
        """Show the agreements as they stand at the month's end."""
        self._figures = figures
        self.show_rows(figures.agreements)
        soon = len(ending(figures.agreements, figures.month.last))
        verb = "ends" if soon == 1 else "end"
        words = f"{plural(soon, 'agreement')} {verb} within {SOON_DAYS} days" if soon else ""
        self.toolbar.set_aside(words)
        self._desk.tell_rows(plural(len(figures.agreements), "agreement"))
        self._show_side(self.grid.current_row)

    def _show_side(self, row: AgreementRow | None) -> None:
        if self._figures is not None:
            self.side.show_agreement(row, self._figures)
