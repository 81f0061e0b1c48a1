"""What a change of a vote, of what somebody said or of a score is called, and its command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pch_desktop.domain.partners import Cast, DecisionRule, MaturityDomain
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import partners
from pch_desktop.store.partners import CastRow, MaturityRow, VoteRow
from pch_desktop.ui.asking import Ask, Meaning, as_typed, changing, deletion, word
from pch_desktop.ui.change import Change

VOTE: Mapping[str, tuple[str, str, Meaning]] = {
    "question": ("question", "question", as_typed),
    "voted_on": ("voted_on", "day", as_typed),
    "rule": ("rule", "rule", word(DecisionRule)),
    "threshold": ("threshold_share", "share to pass", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
Add = Callable[[Mapping[str, Value]], Change]
CAST: Mapping[str, tuple[str, str, Meaning]] = {
    "said": ("said", "what was said by", word(Cast)),
    "votes": ("votes", "votes of", as_typed),
    "weight": ("weight", "list of", as_typed),
}
SCORE: Mapping[str, tuple[str, str, Meaning]] = {
    "domain": ("domain", "domain", word(MaturityDomain)),
    "scored_on": ("scored_on", "day", as_typed),
    "score": ("score", "score", as_typed),
    "evidence": ("evidence", "evidence", as_typed),
}


def of_vote(key: str) -> Ask:
    """Return the change of one of a vote's fields."""
    return changing(partners.set_vote, lambda row: row.question)(*VOTE[key])


def adding_vote(on: date) -> Add:
    """Return how a vote is added from what was typed; its day is ``on`` unless one is told."""

    def add(values: Mapping[str, Value]) -> Change:
        question, forum = str(values.get("question") or ""), str(values.get("forum") or "")
        if not question or not forum:
            raise Refusal("Enter the question that was voted on, and choose the forum.")
        day = values.get("voted_on") or on
        return Change(f"Add the vote on {question}", partners.add_vote, (forum, question, day))

    return add


def removing_votes(rows: Sequence[VoteRow]) -> Change:
    """Return the deletion of votes."""
    return deletion(rows, f"the vote on {rows[0].question}", "vote", partners.remove_votes)


def of_cast(key: str) -> Ask:
    """Return the change of what a member said, of its votes or of its list."""
    field, words, reading = CAST[key]

    def change(row: CastRow, value: Value) -> Change:
        args = (row.id, field, reading(value))
        return Change(f"Change {words} {row.partner}", partners.set_cast, args, row.partner)

    return change


def say_all(rows: Sequence[CastRow], said: Cast) -> Change:
    """Return that all of some members said the same."""
    return Change(f"All {said.value}", partners.say_all, (tuple(row.id for row in rows), said))


def of_score(key: str) -> Ask:
    """Return the change of one of a score's fields."""
    return changing(partners.set_score, lambda row: row.domain.value)(*SCORE[key])


def adding_score(on: date) -> Add:
    """Return how a score is added from what was typed; its day is ``on`` unless one is told."""

    def add(values: Mapping[str, Value]) -> Change:
        domain = meant(MaturityDomain, str(values.get("domain") or ""))
        score = values.get("score")
        if domain is None or score is None:
            raise Refusal("Choose the domain and enter its score, 0 to 3.")
        args = (domain, values.get("scored_on") or on, score, values.get("evidence"))
        return Change(f"Score {domain.value}", partners.add_score, args, domain.value)

    return add


def removing_scores(rows: Sequence[MaturityRow]) -> Change:
    """Return the deletion of scores."""
    words = f"the score of {rows[0].domain.value}"
    return deletion(rows, words, "score", partners.remove_scores)
