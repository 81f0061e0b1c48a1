"""The log of meetings with partners: what is overdue and due first, and whom nobody met."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QMenu

from pch_desktop.domain.partners_met import QUIET_MONTHS
from pch_desktop.reports.partners_engagement import (
    VIEW,
    engagement_columns,
    engagement_finding,
    in_turn,
    not_met,
    step,
)
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import partners
from pch_desktop.store.partners import EngagementRow, RosterRow
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners import met_asks as asks
from pch_desktop.ui.sections.partners.engagement_side import EngagementSide
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

KEY = "partners engagement"
READS = frozenset({"engagement", "partner", "partner_part"})
HIDDEN = ("kind", "done_on", "owner", "attendees", "summary")
MONTHS = (3, 6, 12)
MOST_NAMED = 6
PURPOSE = (
    "Write down each time a partner was met: what about, how they stand to it, and the next step "
    "with its day. What is overdue then stands on top."
)


class EngagementView(FoundSheet):
    """The log, with the side of the meeting chosen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._months = QUIET_MONTHS
        self._model: TableModel[EngagementRow] = TableModel(
            engagement_columns(desk.month.last), asks.meetings(desk), noun="entry"
        )
        self.side = EngagementSide(desk)
        super().__init__(Grid(desk, self._model, VIEW, key=KEY), self.side)
        if not desk.layout(KEY):
            self.grid.columns.hide(*HIDDEN)
        self.add_groups({"step": self._step, "partner": lambda row: row.partner})
        words = self._words()
        self.quiet = self.toolbar.add_menu(words, "history", self._quiet_menu)
        self.add_columns()
        self.add_adding("Add meeting")
        self.offer_beginning("partners", PURPOSE, "Add the first meeting")
        self.grid.row_changed.connect(self.side.show_meeting)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the log as it stands at the month's end."""
        read, on = self._desk.file.read, self._desk.month.last
        self._model.columns = worded(engagement_columns(on), partner=read(partners.names))
        rows = in_turn(read(partners.engagements, on), on)
        self.show_rows(rows)
        met = read(partners.last_met, on)
        quiet = not_met(read(partners.roster), met, on, self._months)
        self._desk.tell_rows(plural(len(rows), "meeting"))
        self.tell(engagement_finding(rows, len(quiet), on, self._months))
        self.toolbar.set_aside(plural(len(rows), "meeting") if rows else "")
        self._tell_quiet(quiet if rows else [])
        self.side.show_meeting(self.grid.current_row)

    def choose_months(self, months: int) -> None:
        """Say after how many months a partner counts as not met."""
        self._months = months
        show_choice(self.quiet, self._words())
        self.read()

    def _words(self) -> str:
        return f"Not met for {plural(self._months, 'month')}"

    def _quiet_menu(self) -> QMenu:
        names = [(months, plural(months, "month")) for months in MONTHS]
        return choice_menu(self, names, self._months, self.choose_months)

    def _tell_quiet(self, quiet: list[tuple[RosterRow, date | None]]) -> None:
        if not quiet:
            self.strip.hide()
            return
        told = [f"{row.name} ({since(day)})" for row, day in quiet[:MOST_NAMED]]
        more = f" and {len(quiet) - MOST_NAMED} more" if len(quiet) > MOST_NAMED else ""
        self.strip.tell(f"{self._words()}: {', '.join(told)}{more}.", Tone.NOTE)

    def _step(self, row: EngagementRow) -> str:
        stands = step(row, self._desk.month.last)
        return shown(stands.value) if stands else "No next step"


def since(day: date | None) -> str:
    """Return when a partner was last met, in a word or two."""
    return f"last on {written(day, Kind.DATE)}" if day else "never"
