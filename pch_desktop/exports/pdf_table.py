"""A table as its pages are told: words, looks and breadths, nothing that could be markup."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from pch_desktop.exports.pdf_letters import letters
from pch_desktop.exports.pdf_widths import EDGES, Fit, Needs, fitted
from pch_desktop.reports.laid import Cell, Line, Look, is_headed_left, lines, notes, totals
from pch_desktop.reports.table import Column, Kind, Table

Facts = dict[str, Any]
EM = 0.525
"""A character of a column's width, in parts of its letters' size."""
BRACKET, BOLD, HEADING = 0.333, 1.07, 0.6
"""The room a bracket takes, how much broader bold letters are, and what part of a heading stands
in one of its lines where there is room."""
WHOLE = frozenset({Kind.DATE, Kind.RATING, Kind.YES})
"""The kinds that stand in one line although they are words."""
LONGEST = 900
"""Longer words than that may go on over a page; a row of others stays on one."""
ROW, LEADING = 7.2, 1.22
"""What a row has around its words, in points, and how high a line of letters is."""


def table_facts(table: Table[Any]) -> Facts:
    """Return what the pages are told of a table; ``high`` is about how high it is, in points."""
    made, show = list(lines(table)), letters().shown
    columns = table.printed
    size, fits = fitted([_needs(column, at, made) for at, column in enumerate(columns)])
    told = notes(table, totals(table))
    return {
        "title": show(table.title),
        "subtitle": show(table.subtitle),
        "marking": show(table.marking),
        "size": size,
        "kinds": [line.part.value for line in made],
        "parts": [_part(columns, made, fit) for fit in fits if made],
        "notes": [show(note) for note in told],
        "has_long": any(len(cell.words) > LONGEST for line in made for cell in line.cells),
        "high": sum(_high(made, fit, size) for fit in fits) + 12 * len(told),
    }


def _part(columns: Sequence[Column[Any]], made: Sequence[Line], fit: Fit) -> Facts:
    picked = [columns[at] for at in fit.places]
    lefts = [is_headed_left(column) for column in picked]
    return {
        "widths": fit.widths,
        "head": [letters().shown(column.title) for column in picked],
        "lefts": lefts,
        "rules": [at for at in range(1, len(picked)) if _starts_band(picked, at)],
        "brackets": [any("(" in line.cells[at].words for line in made) for at in fit.places],
        "cells": [
            [_told(line.cells[at], is_left) for at, is_left in zip(fit.places, lefts, strict=True)]
            for line in made
        ],
    }


def _starts_band(columns: Sequence[Column[Any]], at: int) -> bool:
    return bool(columns[at].band) and columns[at].band != columns[at - 1].band


def _told(cell: Cell, is_left: bool) -> Any:
    """Return a cell: words alone where it looks and stands as its column does."""
    words = letters().shown(cell.words)
    if cell.look is Look.PLAIN and cell.is_left == is_left:
        return words
    return [words, cell.look.value, cell.is_left]


def _needs(column: Column[Any], at: int, made: Sequence[Line]) -> Needs:
    """Return how broad a column must be: a number, a day and a rating stand in one line."""
    known = letters()
    title = known.shown(column.title)
    least = known.longest(title, is_bold=True)
    whole = max(least, known.breadth(title, is_bold=True) * HEADING)
    for words, is_words in {(line.cells[at].words, line.cells[at].is_left) for line in made}:
        shown = known.shown(words)
        breadth = known.breadth(shown) * BOLD
        whole = max(whole, breadth)
        if not is_words:
            least = max(least, breadth + BRACKET)
        else:
            alone = breadth if column.kind in WHOLE else known.longest(shown) * BOLD
            least = max(least, alone)
    return Needs(least, max(least, column.width * EM), max(least, whole))


def _high(made: Sequence[Line], fit: Fit, size: float) -> float:
    known = letters()
    rooms = [width / size - EDGES for width in fit.widths]
    high = 4 * size
    for line in made:
        deep = max(known.breadth(line.cells[at].words) / room
                   for at, room in zip(fit.places, rooms, strict=True))  # fmt: skip
        high += ceil(deep * 1.05 + 0.001) * LEADING * size + ROW
    return high
