"""Who is in charge: who answers for what, and on top what nobody answers for yet."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports import partners_charges as report
from pch_desktop.reports.table import Table
from pch_desktop.reports.words import plural
from pch_desktop.store import partners
from pch_desktop.store.partners import ChargeRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.page_saving import PageSaving
from pch_desktop.ui.sections.partners import forum_asks as asks
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

KEY = "partner charges"
READS = frozenset({"charge", "forum", "partner", "locality"})
PURPOSE = (
    "“Who is in charge?” Write down who answers for what, and where it is decided. Begin with "
    "the usual subjects, or with your own."
)
USUAL = "Begin with the usual subjects"
USUAL_HINT = "Add the usual subjects that are not there yet, answered for by nobody so far"


class ChargesView(FoundSheet):
    """A row for each subject: who answers, where it is decided, under which rule."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits: Edits[ChargeRow] = Edits(
            desk,
            {key: asks.of_charge(key) for key in asks.CHARGE},
            asks.adding_charge,
            asks.removing_charges,
        )
        self._model = TableModel(report.CHARGES, edits, noun="subject")
        super().__init__(Grid(desk, self._model, report.VIEW, key=KEY))
        self.add_groups({"answer": report.stands, "who answers": _partner, "where": _forum})
        self.add_columns()
        self.add_adding("Add subject")
        usual = self.toolbar.add("Usual subjects", "check", self.begin_usual, USUAL_HINT)
        usual.setEnabled(not desk.is_read_only)
        self.saving = PageSaving(desk, self, report.VIEW, self.tables)
        self._empty = EmptyState(
            desk,
            "compass",
            PURPOSE,
            (USUAL, self.begin_usual),
            also=("Add one yourself", self.begin),
        )
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show who answers for what, as it is now."""
        read = self._desk.file.read
        rows = read(partners.charges)
        self._model.columns = worded(
            self._model.columns,
            partner=read(partners.names),
            forum=[row.name for row in read(partners.forums, self._desk.month.last)],
        )
        self.show_rows(rows)
        self.tell(report.finding(rows))
        without = report.nobody(rows)
        self.toolbar.set_aside(f"{plural(len(without), 'subject')} of nobody" if without else "")
        self.strip.hide()

    def begin_usual(self) -> None:
        """Add the usual subjects that are not there yet."""
        done = self._desk.edit("Add the usual subjects", partners.add_usual_charges)
        if done is not None:
            added = plural(done.result, "subject")
            self.strip.tell(f"{added} added. Say who answers for each.", Tone.NOTE)

    def tables(self, *, with_names: bool) -> Sequence[Table[ChargeRow]]:
        """Return what is to be printed."""
        file, month = self._desk.file, self._desk.month
        return (report.charges_table(file, month, with_names=with_names),)


def _partner(row: ChargeRow) -> str:
    return row.partner or "Nobody yet"


def _forum(row: ChargeRow) -> str:
    return row.forum or "Not said where"
