"""The risks in a square of five by five: how many, and which, stand in each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pch_desktop.domain.board_risks import CONSEQUENCES, LIKELIHOODS, STEPS
from pch_desktop.reports.board_risks import trend_words
from pch_desktop.reports.table import Column, Kind
from pch_desktop.store.board import RiskRow

Cell = tuple[int, int]
"""Consequence and likelihood, from 1 to 5 each."""


@dataclass(frozen=True, slots=True)
class LikelihoodRow:
    """The risks of one likelihood, by their consequence."""

    id: int
    likelihood: int
    cells: tuple[tuple[str, ...], ...]
    """The references in each cell, the least consequence first."""

    @property
    def name(self) -> str:
        """The likelihood with its number: 5 Almost certain."""
        return f"{self.likelihood} {LIKELIHOODS[self.likelihood - 1]}"


def drawn(rows: Sequence[RiskRow]) -> list[RiskRow]:
    """Return the risks that have a place in the square: open, and scored."""
    return [row for row in rows if row.is_open and row.current.product is not None]


def by_cell(rows: Sequence[RiskRow]) -> Mapping[Cell, tuple[RiskRow, ...]]:
    """Return the open risks of each cell, in their order."""
    found: dict[Cell, list[RiskRow]] = {}
    for row in drawn(rows):
        cell = (row.current.consequence or 0, row.current.likelihood or 0)
        found.setdefault(cell, []).append(row)
    return {cell: tuple(held) for cell, held in found.items()}


def matrix(rows: Sequence[RiskRow]) -> list[LikelihoodRow]:
    """Return the square as rows, the greatest likelihood on top."""
    cells = by_cell(rows)
    return [
        LikelihoodRow(
            likelihood,
            likelihood,
            tuple(
                tuple(row.reference for row in cells.get((consequence, likelihood), ()))
                for consequence in STEPS
            ),
        )
        for likelihood in reversed(STEPS)
    ]


def _cell(consequence: int) -> Column[LikelihoodRow]:
    def told(row: LikelihoodRow) -> str | None:
        references = row.cells[consequence - 1]
        return f"{len(references)}: {', '.join(references)}" if references else None

    title = f"{consequence} {CONSEQUENCES[consequence - 1]}"
    return Column(f"c{consequence}", title, told, width=20)


MATRIX: tuple[Column[LikelihoodRow], ...] = (
    Column("likelihood", "Likelihood", lambda row: row.name, width=20),
    *(_cell(consequence) for consequence in STEPS),
)

PLACES: tuple[Column[RiskRow], ...] = (
    Column("reference", "Ref", lambda row: row.reference, width=6),
    Column("title", "Risk", lambda row: row.title, width=44),
    Column("consequence", "C", lambda row: row.current.consequence, Kind.COUNT, width=5,
           help="Consequence now, 1 negligible to 5 catastrophic."),
    Column("likelihood", "L", lambda row: row.current.likelihood, Kind.COUNT, width=5,
           help="Likelihood now, 1 rare to 5 almost certain."),
    Column("score", "Score", lambda row: row.current.product, Kind.COUNT, width=7),
    Column("band", "Band", lambda row: row.band.value if row.band else None, Kind.RATING),
    Column("before", "Before", lambda row: row.before.product if row.before else None, Kind.COUNT,
           width=8, help="The score given before the current one."),
    Column("trend", "Trend", trend_words, width=16),
)  # fmt: skip
