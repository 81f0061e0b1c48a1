"""What was worked out for each line, worked out again only where it rests on something else.

An edit changes one line of eighty. Everything is read afresh, but what comes of
it is kept with all it rests on, and given again while that is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, TypeVarTuple

MOST_KEPT = 4_000
"""So many lines are kept; beyond, keeping begins anew."""
Made = TypeVar("Made")
Inputs = TypeVarTuple("Inputs")


class WorkedOut(Generic[Made]):
    """What was last worked out for each line, with all it rests on."""

    def __init__(self) -> None:
        self._by_line: dict[int, tuple[tuple[Any, ...], Made]] = {}

    def of(self, line_id: int, work: Callable[[*Inputs], Made], *inputs: *Inputs) -> Made:
        """Return what comes of the inputs: as kept where they are equal, else worked out.

        What is given must never change itself: an input that did would still be equal.
        """
        kept = self._by_line.get(line_id)
        if kept is not None and kept[0] == inputs:
            return kept[1]
        made = work(*inputs)
        if len(self._by_line) >= MOST_KEPT:
            self.forget()
        self._by_line[line_id] = (inputs, made)
        return made

    def forget(self) -> None:
        """Let go of all that is kept."""
        self._by_line.clear()
