"""A change to the file, as a value: what to call it, and what is to be done.

A screen says what a cell would change; the grid decides whether one cell or
a pasted block is carried out, so that either is one step of the history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Protocol, TypeVar

from pch_desktop.domain.refusal import Refusal

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Change:
    """One command of the store with what it is to be called with."""

    label: str
    """What undo will call it: “Change hours of District nurse”."""
    command: Callable[..., Any]
    args: tuple[Any, ...] = ()
    where: str = ""
    """The cell it comes from, for a refusal: “Prescribing, Forecast”."""
    together: Callable[[Any, Sequence[tuple[Any, ...]]], Any] | None = None
    """What makes many such changes at once, given the ``args`` of each.

    It refuses before it has changed anything.
    """


class Doing(Protocol):
    """Whoever holds the file and reports faults; a ``Desk`` does."""

    file: Any

    def attempt(self, work: Callable[[], Any]) -> Any:
        """Run it; report a fault and give None, or give a holder of the ``result``."""
        ...


def all_of(session: Any, changes: Sequence[Change]) -> Any:
    """Carry out several changes together; one that is refused names its cell."""
    result: Any = None
    for alike in _alike(changes):
        if not _at_once(session, alike):
            for change in alike:
                result = _one_of(session, change)
    return result


def those_that_may(session: Any, changes: Sequence[Change]) -> list[str]:
    """Carry out those of several changes that may be made; return the refusals of the others.

    Raises:
        Refusal: none of them may.
    """
    refused: list[str] = []
    for alike in _alike(changes):
        if _at_once(session, alike):
            continue
        for change in alike:
            try:
                with session.begin_nested():
                    _one_of(session, change)
                    session.flush()
            except Refusal as refusal:
                refused.append(str(refusal))
    if len(refused) == len(changes):
        raise Refusal(refused[0])
    return refused


def _alike(changes: Sequence[Change]) -> Iterator[Sequence[Change]]:
    """Yield the changes in their order, those side by side that are made together as one."""
    for _, alike in groupby(changes, key=lambda change: change.together):
        yield tuple(alike)


def _at_once(session: Any, changes: Sequence[Change]) -> bool:
    """Make changes together, where they may be; return whether it was done."""
    together = changes[0].together
    if together is None:
        return False
    try:
        together(session, [change.args for change in changes])
    except Refusal:
        return False  # One by one, whichever is refused names its cell.
    return True


def _one_of(session: Any, change: Change) -> Any:
    """Make one of several changes; where it is refused, its cell is named."""
    try:
        return change.command(session, *change.args)
    except Refusal as refusal:
        raise Refusal(f"{change.where}: {refusal}" if change.where else str(refusal)) from None


def carry_out(doing: Doing, label: str, changes: Sequence[Change]) -> Any:
    """Carry out changes as one step; one alone keeps its own label.

    Returns what the last command returned; a holder of None where a fault was
    reported instead.

    Raises:
        Refusal: one of them is refused, and nothing was changed.
    """

    def work() -> Any:
        try:
            if len(changes) == 1:
                only = changes[0]
                return doing.file.edit(only.label, only.command, *only.args)
            return doing.file.edit(label, all_of, tuple(changes))
        except Refusal as refusal:
            return refusal

    done = doing.attempt(work)
    if done is not None and isinstance(done.result, Refusal):
        raise done.result
    return done
