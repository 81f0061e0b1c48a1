"""The scheme of delegation: which office may commit how much, of what, in which phase."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_phases import FROM, Right, allows
from pch_desktop.domain.partners import Sector


@dataclass(frozen=True, slots=True)
class Limit:
    """One row of the scheme: an office, from which phase, over which lines, up to how much."""

    id: int
    holder: str
    """An office, not a person."""
    from_phase: Phase
    sector: Sector | None
    """Nothing where it is for every line."""
    limit_pence: int | None
    """The most for one commitment; nothing where there is no limit."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to commit: so much on a line of a sector, in a phase."""

    phase: Phase
    sector: Sector
    amount_pence: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether an office may; if so by which row of the scheme, if not the sentence why."""

    limit_id: int | None
    why_not: str = ""


def answer(holder: str, scheme: Sequence[Limit], asked: Asked) -> Answer:
    """Return whether an office may commit an amount on a line in a phase.

    Args:
        holder: the office, whatever its case.
        scheme: all rows of the scheme, those of other offices too: they name who may.
        asked: what is wanted.
    """
    if not allows(asked.phase, Right.COMMIT):
        return Answer(None, _too_early(asked.phase))
    own = [limit for limit in scheme if limit.holder.casefold() == holder.casefold()]
    if not own:
        return Answer(None, f"The scheme of delegation has no “{holder}”. Add the office to it.")
    fitting = [limit for limit in own if _covers(limit, asked)]
    enough = [limit for limit in fitting if _reaches(limit, asked)]
    if enough:
        return Answer(enough[0].id)
    return Answer(None, f"{_why_not(own, fitting, asked)} {_who(who_may(scheme, asked))}")


def who_may(scheme: Iterable[Limit], asked: Asked) -> tuple[str, ...]:
    """Return the offices that may commit an amount on a line in a phase, each once."""
    if not allows(asked.phase, Right.COMMIT):
        return ()
    holders = [limit.holder for limit in scheme if _covers(limit, asked) and _reaches(limit, asked)]
    return tuple(dict.fromkeys(holders))


def _covers(limit: Limit, asked: Asked) -> bool:
    order = list(Phase)
    has_begun = order.index(limit.from_phase) <= order.index(asked.phase)
    return has_begun and limit.sector in (None, asked.sector)


def _reaches(limit: Limit, asked: Asked) -> bool:
    return limit.limit_pence is None or asked.amount_pence <= limit.limit_pence


def _too_early(phase: Phase) -> str:
    return (
        f"In the {phase.value} phase nothing is committed. "
        f"Commitments begin with the {FROM[Right.COMMIT].value} phase."
    )


def _why_not(own: Sequence[Limit], fitting: Sequence[Limit], asked: Asked) -> str:
    holder = own[0].holder
    if fitting:
        most = _pounds(max(limit.limit_pence or 0 for limit in fitting))
        return f"{holder} may commit up to {most} at once, not {_pounds(asked.amount_pence)}."
    order = list(Phase)
    later = [limit.from_phase for limit in own if limit.sector in (None, asked.sector)]
    if later:
        first = min(later, key=order.index).value
        return f"{holder} may commit on such a line only from the {first} phase."
    return f"{holder} may not commit on lines of {asked.sector.value}."


def _who(holders: Sequence[str]) -> str:
    if not holders:
        return "Nobody in the scheme may: raise a limit, or ask the commissioner."
    return f"{' or '.join(holders)} may."


def _pounds(pence: int) -> str:
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02d}" if rest else f"£{pounds:,}"
