"""Every funded post, filled or vacant, as at a day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from pch_desktop.reports.table import Kind
from pch_desktop.reports.team import GROUPINGS
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce import POSTS
from pch_desktop.reports.workforce_checks import over_held
from pch_desktop.store import budget, partners, population, workforce
from pch_desktop.store.workforce import PostRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.fixing import Fix, of_names
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce import asks
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.list_export import ListExport
from pch_desktop.ui.sections.workforce.post_side import PostSide
from pch_desktop.ui.sheet import Sheet
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import choices, hide_at_first, ordered, switch, worded

KEY = "workforce posts"
FIRST = (
    "role", "reference", "employer", "established_wte", "in_post_wte", "vacant_wte",
    "annual_cost", "funding_stream", "practice", "holders", "band", "status", "funded_to",
)  # fmt: skip
READS = frozenset(
    {"post", "assignment", "person", "role", "partner", "practice", "budget_line", "pay_point",
     "pay_rate", "on_cost_rate", "reference_value", "site"}
)  # fmt: skip
OFFERS = frozenset(
    {
        "role",
        "partner",
        "practice",
        "budget_line",
        "budget_version",
        "pay_point",
        "pay_rate",
        "site",
    }
)
UNGROUPED = "none"
EMPTY = (
    "List every post the locality pays for, filled or vacant, whoever employs its holder. "
    "Paste posts from a spreadsheet, or add the first one."
)


class PostsView(Sheet):
    """The establishment: a table to change, the post chosen at its side."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.rows: Sequence[PostRow] = ()
        self._is_begun = False
        columns = ordered(POSTS, *FIRST)
        adding = Edits(desk, asks.POST_EDITS, asks.add_post, asks.remove_posts, fixes=self._fixes)
        self.model: TableModel[PostRow] = TableModel(columns, adding, noun="post")
        self.grid = Grid(desk, self.model, "Posts", key=KEY)
        self.side = PostSide(desk, at)
        super().__init__(desk, self.grid, self.side)
        hide_at_first(desk, self.grid, KEY, "sector", "cover_wte", "volunteer_hours")
        self._empty = EmptyState(desk, "workforce", EMPTY, ("Add the first post", self._begin))
        self._add_verbs()
        self.grid.row_changed.connect(self.side.show_post)
        desk.listen(OFFERS, self.read_offers, self, at.moved)
        desk.listen(READS, self.read, self, at.moved)
        self.read_offers()
        self.read()

    def read_offers(self) -> None:
        """Know what a post can name: roles, employers, practices, budget lines."""
        read, month, day = self._desk.file.read, self._desk.month, self._at.day
        self.model.columns = worded(
            self.model.columns,
            role=[row.name for row in read(workforce.roles) if row.is_used(day)],
            employer=[row.name for row in read(partners.partners, month.last)],
            practice=[row.name for row in read(population.practices, month)],
        )
        self.side.offer(
            [line.name for line in read(budget.lines, month)],
            read(workforce.pay_points, day),
            [site.name for site in read(population.sites)],
        )

    def read(self) -> None:
        """Show the posts of the day."""
        self.rows = self._desk.file.read(workforce.posts, self._at.day)
        self.show_empty(self._empty, is_empty=not self.rows and not self._is_begun)
        self._show()
        since = self._desk.file.read(workforce.assignments, self._at.day)
        found = over_held(self.rows, since, self._at.day)
        self.grid.show_troubles({(each.id, "in_post_wte"): each.sentence for each in found})

    def _fixes(self, _row: PostRow | None, key: str, text: str) -> list[Fix]:
        """Return how a role or employer that is not known could be put right."""
        adding = {"role": asks.add_role, "employer": asks.add_employer}
        column = self.model.columns[self.model.column_at(key)]
        return of_names(text, column.words, adding.get(key))

    def show_record(self, post_id: int) -> None:
        """Go to a post."""
        if self._vacant.isChecked():
            self._vacant.click()
        self.grid.select_record(post_id)

    def group_by(self, words: str) -> None:
        """Group the posts by something of theirs, or not at all."""
        self._group.setText(f" Group: {words}")
        self.grid.group(GROUPINGS.get(words))

    def _add_verbs(self) -> None:
        bar = self.toolbar
        bar.add("Filter", "filter", self.grid.open_filter, "Find posts (Ctrl+F)")
        self._vacant = switch(bar, "Vacant", "warning", self._show_vacant)
        self._vacant.setToolTip("Only posts with vacant WTE")
        self._group = bar.add_menu(f"Group: {UNGROUPED}", "group", self._groups)
        bar.add_menu("Columns", "columns", self.grid.columns.menu)
        bar.add("Add post", "plus", self._begin, "Add post (Ctrl++)")
        self.export = ListExport(self, self.grid, "Posts", self._at_words)

    def _at_words(self) -> str:
        return f"At {written(self._at.day, Kind.DATE)}"

    def _groups(self) -> QMenu:
        return choices(self._group, (UNGROUPED, *GROUPINGS), self.group_by)

    def _begin(self) -> None:
        self._is_begun = True
        self.show_empty(self._empty, is_empty=False)
        self.grid.add()

    def _show_vacant(self, is_on: bool) -> None:
        if is_on:
            self.strip.tell("Only posts with vacant WTE are shown and added up.", Tone.NOTE,
                            ("Show all posts", self._vacant.click), may_close=False)  # fmt: skip
        else:
            self.strip.hide()
        self._show()

    def _show(self) -> None:
        vacant = [row for row in self.rows if row.vacant_wte]
        self.model.show(vacant if self._vacant.isChecked() else self.rows)
        words = f"{plural(len(self.rows), 'post')}, {len(vacant):,} with a vacancy"
        self.toolbar.set_aside(words if self.rows else "")
