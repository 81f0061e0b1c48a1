"""The ratings of inspections: each with its day and source, the latest of a practice first."""

from __future__ import annotations

from pch_desktop.reports.service_ratings import RATINGS, ratings_finding
from pch_desktop.reports.words import plural
from pch_desktop.store import population, services
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services import practice_asks as asks
from pch_desktop.ui.table_model import TableModel
from pch_desktop.ui.table_parts import worded

KEY = "services ratings"
READS = frozenset({"practice", "practice_rating"})
PURPOSE = (
    "Write down how each practice was rated, on which day, and where that is told. The latest "
    "rating stands beside the other practices' under Compared."
)


class RatingsView(FoundSheet):
    """Every rating that is known, by practice."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        edits = Edits(desk, asks.RATING_CELLS, asks.add_rating, asks.remove_ratings)
        self._model = TableModel(RATINGS, edits, noun="rating")
        super().__init__(Grid(desk, self._model, "Ratings", key=KEY))
        self.add_columns()
        self.add_adding("Add rating")
        self.offer_beginning("check", PURPOSE, "Add the first rating")
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show all ratings."""
        read, month = self._desk.file.read, self._desk.month
        names = [row.name for row in read(population.practices, month)]
        self._model.columns = worded(self._model.columns, practice=names)
        rows = read(services.ratings)
        self.show_rows(rows)
        self.tell(ratings_finding(rows, month))
        self.toolbar.set_aside(plural(len(rows), "rating") if rows else "")
