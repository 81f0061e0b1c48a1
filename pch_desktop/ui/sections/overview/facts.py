"""What the Overview shows, read in one go so that all of it is of one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pch_desktop.domain.period import Month
from pch_desktop.reports import budget_path, closing, lists, overview, workforce
from pch_desktop.reports.budget_path import PathRow
from pch_desktop.reports.closing import Step
from pch_desktop.reports.coming import coming
from pch_desktop.reports.lists import ListDayRow
from pch_desktop.reports.overview import MeasureRow
from pch_desktop.reports.overview_sentence import Said
from pch_desktop.store import budget, locality, population
from pch_desktop.store import overview as crossing
from pch_desktop.store.locality import LocalityRow, StatementRow
from pch_desktop.store.overview import Begun, DatedRow
from pch_desktop.store.shared import Reads, at_once
from pch_desktop.store.workforce import FilledRow


@dataclass(frozen=True, slots=True)
class Facts:
    """The locality's month."""

    month: Month
    place: LocalityRow
    statements: Sequence[StatementRow]
    begun: Begun
    measures: Sequence[MeasureRow]
    said: Said
    chosen: Sequence[str]
    """The keys of the measures chosen for the tiles."""
    partners: Sequence[int]
    """How many had signed at the end of each of twelve months."""
    lists: Sequence[ListDayRow]
    team: Sequence[FilledRow]
    path: Sequence[PathRow]
    coming: Sequence[DatedRow]
    closing: Sequence[Step]
    """Without what the checks find: that is asked when the page is painted."""
    beginning: Sequence[Step]

    @property
    def is_new(self) -> bool:
        """Whether there is nothing to draw yet: neither posts nor a budget."""
        return not self.team and not any(row.budget for row in self.path)

    @property
    def is_being_begun(self) -> bool:
        """Whether the first steps matter more than closing a month."""
        return not self.begun.actuals and not all(step.is_done for step in self.beginning)


def gather(file: Reads, month: Month) -> Facts:
    """Return the month's facts as they stand at one moment."""
    return at_once(file, lambda once: _gather(once, month))


def _gather(once: Reads, month: Month) -> Facts:
    practices = once.read(population.practices, month)
    return Facts(
        month=month,
        place=once.read(locality.locality),
        statements=once.read(locality.statements),
        begun=once.read(crossing.begun),
        measures=overview.measures(once, month),
        said=overview.said(once, month),
        chosen=overview.chosen(once),
        partners=overview.signed_by_month(once, month),
        lists=lists.list_days(
            once.read(population.list_totals),
            practices,
            once.read(population.transfers),
            month.last,
        ),
        team=workforce.filled_by_month(once, month),
        path=budget_path.cumulative_variance(once.read(budget.lines, month), month),
        coming=coming(once, month),
        closing=closing.closing(once, month, ()),
        beginning=closing.beginning(once),
    )
