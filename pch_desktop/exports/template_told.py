"""What there is to say of a template that was filled, or that cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pch_desktop.exports.template_names import BEGINS
from pch_desktop.reports.words import plural

MOST_TOLD = 8


@dataclass(frozen=True, slots=True)
class Filled:
    """A template that was filled."""

    path: Path
    filled: tuple[str, ...]
    """The names at which something stands now."""
    unknown: tuple[str, ...]
    """The names that stand for nothing, each with what may be meant; they were made blank."""
    not_known: tuple[str, ...]
    """The names whose figure is not known this month."""
    notes: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What there is to say of it."""
        told = [f"{plural(len(self.filled), 'place')} of the template filled."]
        if self.unknown:
            told.append(
                f"These names stand for nothing and were made blank: {_list(self.unknown)}."
            )
        if self.not_known:
            told.append(f"Not known this month: {_list(self.not_known)}.")
        return (*told, *self.notes)


def no_names(name: str, others: Sequence[str]) -> str:
    """Return what to say of a template without a place for us."""
    has = f"it has {_list(others)}" if others else "it has no names at all"
    return (
        f"“{name}” has no place called {BEGINS}place, {BEGINS}month or the like; {has}. "
        f"Give cells names, or content controls tags, that begin with {BEGINS}."
    )


def _list(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_TOLD} more" if len(names) > MOST_TOLD else ""
    return ", ".join(names[:MOST_TOLD]) + more
