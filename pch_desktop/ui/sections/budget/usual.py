"""The usual way of looking ahead, proposed line by line with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.budget import Method
from pch_desktop.domain.budget_methods import Usual, usual_method
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.words import shown
from pch_desktop.ui.change import carry_out
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget import asks
from pch_desktop.ui.strip import Strip, Tone

Proposal = tuple[StandingRow, Usual]


class UsualMethods:
    """Goes through the lines that are forecast otherwise than usual; by hand is left alone."""

    def __init__(self, desk: Desk, strip: Strip, grid: Grid) -> None:
        self._desk = desk
        self._strip = strip
        self._grid = grid
        self._rows: Sequence[StandingRow] = ()
        self._at = 0
        self._is_asked = False

    @property
    def proposals(self) -> list[Proposal]:
        """The lines whose method is not the usual one, with the one that is."""
        found = [
            (row, usual_method(row.line.contract_form, row.line.profile))
            for row in self._rows
            if row.line.method is not Method.MANUAL
        ]
        return [(row, usual) for row, usual in found if usual.method is not row.line.method]

    def show_rows(self, rows: Sequence[StandingRow]) -> None:
        """Go on with these lines where proposals are being looked at."""
        self._rows = rows
        if self._is_asked and not self._strip.isHidden():
            self._tell()

    def propose(self) -> None:
        """Begin with the first line."""
        self._is_asked, self._at = True, 0
        self._tell()

    def _tell(self) -> None:
        found = self.proposals
        if not found:
            self._is_asked = False
            self._strip.tell("Each line is forecast in the way usual for it.", Tone.NOTE)
            return
        self._at %= len(found)
        row, usual = found[self._at]
        self._grid.select_record(row.id, "method")
        sentence = (
            f"{self._at + 1} of {len(found)}: {row.name}: {usual.method.value} is usual, for "
            f"{usual.why}. It is forecast by {shown(row.line.method.value).lower()}."
        )
        many = [(f"Use all {len(found)}", self._use_all), ("Next", self._next)]
        verbs = [("Use it", self._use_one), *(many if len(found) > 1 else [])]
        self._strip.tell(sentence, Tone.NOTE, *verbs)

    def _next(self) -> None:
        self._at += 1
        self._tell()

    def _use_one(self) -> None:
        found = self.proposals
        self._use(found[self._at : self._at + 1])

    def _use_all(self) -> None:
        self._use(self.proposals)

    def _use(self, found: Sequence[Proposal]) -> None:
        changes = [asks.use_method(row, usual.method) for row, usual in found]
        try:
            carry_out(self._desk, f"Use the usual forecast of {len(changes)} lines", changes)
        except Refusal as refusal:
            self._desk.refused(str(refusal))
