"""All about one practice: its list over time, its money, and what is not in the table."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.population import PracticeStatus
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import shown, written
from pch_desktop.store import budget, population
from pch_desktop.store.population import PracticeRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import line_field, text_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, Standing
from pch_desktop.ui.sections.population.asks import practice_field
from pch_desktop.ui.sparkline import Trend

HINT = "Choose a practice to see its lists, its money and where its figures come from."
POINTS = 12
WAYS = {
    PracticeStatus.ACTIVE: BETTER,
    PracticeStatus.PROPOSED: NEAR,
    PracticeStatus.DORMANT: NEAR,
    PracticeStatus.CLOSED: UNKNOWN,
}
FIELDS = (
    ("postcode", "Postcode", Kind.TEXT),
    ("network_code", "Network's ODS code", Kind.TEXT),
    ("joined_on", "Joined the locality", Kind.DATE),
    ("left_on", "Left the locality", Kind.DATE),
)


class PracticeSide(Inspector):
    """The practice chosen in the table."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, HINT, width=244)
        self._of = desk
        self.trend = self.add_trend("Registered list")
        self.facts = self.add_facts("List", "Payments", "Groups", "Opened", "Source")
        self.fields = {
            field: self.add_field(line_field(desk, title, practice_field(field, title), kind))
            for field, title, kind in FIELDS
        }
        self.note = self.add_field(text_field(desk, "Note", practice_field("note", "note"), 3))

    def show_practice(self, row: PracticeRow | None) -> None:
        """Show a practice; None says how to choose one."""
        if row is None:
            self.show_nothing()
            return
        lists = self._lists(row)
        self.trend.show_trend(Trend(tuple(map(float, lists)), way=UNKNOWN))
        self.facts.show_facts(
            _counted(row),
            self._baseline(row),
            row.groups,
            written(row.opened_on, Kind.DATE),
            row.source or "",
        )
        for field, part in self.fields.items():
            part.show_value(row, getattr(row, field))
        self.note.show_value(row, row.note)
        self.show_record(
            f"{row.name} ({row.code})",
            Standing(WAYS[row.status], shown(row.status.value)),
            changed(self._of, "practice", row.id),
        )

    def _lists(self, row: PracticeRow) -> Sequence[int]:
        found = self._of.file.read(population.list_totals)
        until = self._of.month.last
        known = [
            each.people for each in found if each.practice_id == row.id and each.taken_on <= until
        ]
        return known[-POINTS:]

    def _baseline(self, row: PracticeRow) -> str:
        """Return what the practice was paid in the baseline's year."""
        year = self._of.file.read(budget.budget_year, self._of.month.financial_year)
        if year is None:
            return ""
        parts = [
            part
            for part in self._of.file.read(budget.parts, year.version_id)
            if part.practice_code == row.code
        ]
        if not parts:
            return ""
        years = sorted({str(part.year) for part in parts if part.year})
        paid = written(sum(part.amount_pence for part in parts), Kind.MONEY)
        return f"{paid} in {', '.join(years)}" if years else paid


def _counted(row: PracticeRow) -> str:
    if row.list_size is None:
        return ""
    return f"{row.list_size:,} on {written(row.list_on, Kind.DATE)}"
