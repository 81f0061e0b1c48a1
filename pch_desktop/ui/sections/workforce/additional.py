"""Additional roles: each post's claim of the year, what is entitled, what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pch_desktop.domain.period import FinancialYear
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_additional import (
    CLAIMS,
    FORWARD,
    ClaimRow,
    Position,
    claim_rows,
    facts,
    position,
    sentence,
)
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.fields import line_field
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import BETTER, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.workforce import pay_asks as asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import Finding, hide_at_first

KEY = "workforce additional roles"
READS = frozenset(
    {"post", "assignment", "role", "pay_rate", "on_cost_rate", "reference_value", "setting",
     "weighted_population", "budget_version"}
)  # fmt: skip
PURPOSE = (
    "See what posts claim of the additional-roles money, and what is left before somebody is "
    "offered one. A post counts once “Additional roles” pays for it, under Posts."
)
WIDTH = 276
NARROW = 8
"""A reference needs less room than what stands under the posts on paper."""
SHOWN = (
    "Entitlement", "Claimed", "Headroom", "On practices", "Claimed so far", "By 31 March",
    "If proposed",
)  # fmt: skip
"""The year's figures at the side, by their names."""


class AdditionalView(Sheet):
    """A line for each post, the year's figures at the side."""

    def __init__(self, desk: Desk, at: AsAt, show: Callable[[str, int | None], object]) -> None:
        self._desk, self._at, self._show = desk, at, show
        edits: Edits[ClaimRow] = Edits(desk, {"most": asks.most_of(self._year)})
        columns = (replace(CLAIMS[0], width=NARROW), *CLAIMS[1:])
        self.model: TableModel[ClaimRow] = TableModel(columns, edits, noun="post")
        self.grid = Grid(desk, self.model, "Additional roles", key=KEY)
        self.side = AdditionalSide(desk)
        super().__init__(desk, self.grid, self.side)
        hide_at_first(desk, self.grid, KEY, "over")
        self.finding = Finding(self)
        add = self.toolbar.add
        add("Open the post", "right", self._open)
        add("Filter", "filter", self.grid.open_filter, "Find posts (Ctrl+F)")
        self.toolbar.add_menu("Columns", "columns", self.grid.columns.menu)
        add("Try an offer", "plus", self._offer, "See what another post would claim and leave")
        self._empty = EmptyState(desk, "workforce", PURPOSE, ("Try an offer", self._offer))
        desk.listen(READS, self.read, self, at.moved)
        self.read()

    def read(self) -> None:
        """Show the claims of the day's year."""
        found = position(self._desk.file, self._at.day)
        rows = claim_rows(found.year)
        self.model.show(rows)
        self.show_empty(self._empty, is_empty=not rows)
        self.finding.tell(sentence(found) if rows else "")
        self.side.show_position(found)
        self.toolbar.set_aside(plural(len(rows), "post") if rows else "")

    def _year(self) -> FinancialYear:
        return FinancialYear.of(self._at.day)

    def _open(self) -> None:
        row = self.grid.current_row
        if row is None:
            self.grid.refuse("Choose a post first.")
            return
        self._show("Posts", row.id)

    def _offer(self) -> None:
        self._show("Offer", None)


class AdditionalSide(Inspector):
    """What a year's claim rests on, and what it comes to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", WIDTH)
        self.setAccessibleName("About the year")
        self._facts = self.add_facts(*SHOWN)
        self._people = self.add_field(
            line_field(desk, "Weighted people (blank: by the lists)", asks.people, Kind.NUMBER)
        )
        self._rate = self.add_field(
            line_field(desk, "£ for each of them", asks.head_rate, Kind.NUMBER)
        )
        self._from = self.add(label("", "small", wrap=True))
        self.add(label(FORWARD, "small", wrap=True))

    def show_position(self, found: Position) -> None:
        """Show how a year stands."""
        year = found.year
        self.show_record(f"Additional roles {year.year}", standing(found))
        told = dict(facts(found))
        self._facts.show_facts(*(told[name] for name in SHOWN))
        self._people.show_value(year, year.people)
        self._rate.show_value(year, year.head_rate)
        sources = (f"People: {year.people_source}." if year.people_source else "",
                   f"Rate: {year.head_source}." if year.head_source else "")  # fmt: skip
        self._from.setText(" ".join(filter(None, sources)))


def standing(found: Position) -> Standing:
    """Return how a year stands: room left, all claimed, or not known."""
    if found.claim is None:
        return Standing(UNKNOWN, "Not known yet")
    if found.claim.beyond_pence:
        return Standing(WORSE, "More than is paid")
    return Standing(BETTER, "Room left" if found.headroom_pence else "All claimed")
