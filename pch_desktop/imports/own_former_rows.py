"""What carrying over one table of a former pack has at hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_names import folded
from pch_desktop.imports.own_plan import Making, Unfit
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.plan import SetAside
from pch_desktop.store.own import Row

Word = TypeVar("Word", bound=StrEnum)
CLOSED = "Closed already, so not carried over"
OURS = "Stands in the locality with words of its own, which stay"
TWICE = "Stands in the pack twice"


class Aside(Refusal):
    """A row that is left out with many others, for one reason."""


@dataclass(slots=True)
class Carrying:
    """A table of a former pack, its rows, and what was carried before it."""

    making: Making
    rows: Sequence[FilledRow]
    month: Month | None
    """The month of the pack, where it names one."""
    before: Sequence[Making] = ()
    seen: set[str] = field(default_factory=set[str])

    def each(self, carry: Callable[[FilledRow], None]) -> None:
        """Carry row by row; what cannot be is refused or left out, with the reason."""
        aside: Counter[str] = Counter()
        for filled in self.rows:
            try:
                carry(filled)
                self.making.kept.append(filled)
            except Aside as reason:
                aside[str(reason)] += 1
            except Refusal as refusal:
                self.making.refuse_for(filled, refusal)
        self.making.set_aside += [SetAside(reason, count) for reason, count in aside.items()]

    def once(self, name: str) -> None:
        """Remember a row by what it is called.

        Raises:
            Aside: another was called so.
        """
        if alike(name) in self.seen:
            raise Aside(TWICE)
        self.seen.add(alike(name))

    def standing(self, table: str, column: str, words: str, reference: str | None) -> Row | None:
        """Return the row that stands under a reference, else under the same words."""
        rows = self.making.rows(table)
        named = {alike(row["reference"]): row for row in rows}
        if reference and (found := named.get(alike(reference))) is not None:
            return found
        return next((row for row in rows if alike(row[column]) == alike(words)), None)

    def used(self, table: str) -> set[str]:
        """Return the references that stand, are given, or are told anywhere in this table."""
        sheeted = self.making.sheeted
        places = [match.position for match in sheeted.matches if match.field == "reference"]
        told = {row.cells[at] for row in sheeted.table.rows for at in places if row.cells[at]}
        return self.taken(table) | told

    def free(self, table: str, reference: str) -> str:
        """Return a reference that nothing has yet.

        Raises:
            Aside: this plan has given it.
        """
        if alike(reference) in {alike(each) for each in self.taken(table)}:
            raise Aside(TWICE)
        return reference

    def taken(self, table: str) -> set[str]:
        """Return the references that stand, and those this plan gives."""
        own = {str(row["reference"]) for row in self.making.rows(table)}
        makings = (*self.before, self.making)
        given = (change for making in makings for change in making.found if change.table == table)
        return own | {str(change.after.get("reference")) for change in given}


def alike(words: object) -> str:
    """Return words as they are compared; signs alone stand for themselves."""
    return folded(words) or str(words or "")


def word(filled: FilledRow, key: str, words: type[Word], usual: Word) -> Word:
    """Return the word of a list that a cell holds; the usual one for a blank.

    Raises:
        Unfit: it is none of them.
    """
    told = filled.text(key)
    if told is None:
        return usual
    known = {folded(each.value): each for each in words}
    if folded(told) not in known:
        offered = ", ".join(each.value for each in words)
        raise Unfit(key, f"“{told}” is not in the list. Enter one of: {offered}.")
    return known[folded(told)]
