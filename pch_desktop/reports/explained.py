"""How a figure came about, told so that anybody can check it.

Each section explains its own figures; what an explanation is made of is the
same for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pch_desktop.reports.formula import Formula, Given, given_in, told, worked
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import written


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a figure rests on, and where that came from."""

    what: str
    value: Value
    kind: Kind = Kind.EXACT
    source: str = ""
    goes: str = ""
    """The view of its section where it is kept, or nothing."""

    @property
    def words(self) -> str:
        """It in a sentence: Budget to date, £3,780,000.00. From the import of June 2016."""
        told = written(self.value, self.kind) or "not known"
        return f"{self.what}: {told}. {self.source}".strip()


@dataclass(frozen=True, slots=True)
class Step:
    """A figure on the way to another: how it was worked out itself."""

    what: str
    answer: str
    """It as it is read, or that it is not known."""
    formula: str
    worked: str

    @property
    def words(self) -> str:
        """It in a sentence or two."""
        return " ".join(filter(None, (f"{self.what}: {self.answer}.", self.formula, self.worked)))


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure, how it is worked out, what from, and what lies beneath."""

    title: str
    """The line and the figure: Prescribing, forecast variance."""
    value: Value
    kind: Kind
    formula: str
    """How such a figure is worked out, in words."""
    worked: str = ""
    """The same with this figure's own numbers."""
    facts: Sequence[Fact] = ()
    beneath: Sequence[Fact] = ()
    """The entries it is made of, each with its file, sheet and row."""
    unknown: str = ""
    """What has to be entered before the figure can be known."""
    steps: Sequence[Step] = ()
    """The figures on the way, those nearest to this one first."""

    @property
    def answer(self) -> str:
        """The figure as it is read, or that it is not known."""
        return written(self.value, self.kind) or "Not known"

    @property
    def words(self) -> str:
        """All of it as plain text, a line each, to be copied or read aloud."""
        lines = [f"{self.title}: {self.answer}", self.formula, self.worked, self.unknown]
        lines += [fact.words for fact in self.facts]
        lines += [step.words for step in self.steps]
        lines += [fact.words for fact in self.beneath]
        return "\n".join(line for line in lines if line)


def steps(formula: Formula) -> tuple[Step, ...]:
    """Return how each figure of a formula was worked out that is not simply given, each once."""
    return tuple(_steps(formula, []))


def _steps(formula: Formula, seen: list[Given]) -> Iterator[Step]:
    for given in given_in(formula):
        if given.of is None or given in seen:
            continue
        seen.append(given)
        done = "" if isinstance(given.of, Given) else worked(given.of, given.kind)
        yield Step(given.what, shown_as(given), given.words, done)
        yield from _steps(given.of, seen)


def shown_as(given: Given) -> str:
    """Return a figure of a formula as it is read."""
    return told(given.amount, given.kind)


def added(*amounts: int) -> str:
    """Return amounts in pence as a sum is written: £1,200.00 − £1,186.00 = £14.00.

    The last amount is the outcome.
    """
    *terms, outcome = amounts
    if not terms:
        return ""
    first, *others = terms
    text = f"−{written(-first, Kind.EXACT)}" if first < 0 else written(first, Kind.EXACT)
    for term in others:
        sign = "−" if term < 0 else "+"
        text += f" {sign} {written(abs(term), Kind.EXACT)}"
    return f"{text} = {written(outcome, Kind.EXACT)}"
