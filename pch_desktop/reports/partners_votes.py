"""The votes, set out for reading: what was asked, what was said, whether it carried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.partners import Cast, DecisionRule
from pch_desktop.domain.partners_verdict import Outcome, votes_of
from pch_desktop.domain.partners_votes import under_each_rule
from pch_desktop.domain.period import Month
from pch_desktop.reports.partners_forums import rule_words
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown, uncapped
from pch_desktop.store import partners
from pch_desktop.store.partners import CastRow, VoteRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Votes"
SHAPES: Mapping[Outcome, str] = {
    Outcome.CARRIED: "●",
    Outcome.NOT_CARRIED: "◆",
    Outcome.REFERRED: "▲",
    Outcome.NOT_QUORATE: "◆",
    Outcome.NOT_KNOWN: "○",
}
OPEN = frozenset({Outcome.REFERRED, Outcome.NOT_QUORATE, Outcome.NOT_KNOWN})
"""What leaves a question open: it has to be put again, elsewhere or with more there."""


def told(outcome: Outcome) -> str:
    """Return what became of a vote, with its shape: ● Carried."""
    return f"{SHAPES[outcome]} {shown(outcome.value)}"


def _said(key: str, title: str, said: Cast) -> Column[VoteRow]:
    return Column(key, title, lambda row: votes_of(row.voices, said), Kind.COUNT, width=7,
                  prints=said is not Cast.ABSENT,
                  help=f"Votes of the members who were {said.value}.")  # fmt: skip


VOTES: tuple[Column[VoteRow], ...] = (
    Column("question", "Question", lambda row: row.question, width=34),
    Column("voted_on", "On", lambda row: row.voted_on, Kind.DATE, width=12),
    Column("forum", "Forum", lambda row: row.forum, Kind.WORD, width=22),
    Column("outcome", "Outcome", lambda row: told(row.verdict.outcome), width=14,
           help="Carried or not under the rule of the day; not quorate carries nothing."),
    _said("for", "For", Cast.FOR),
    _said("against", "Against", Cast.AGAINST),
    _said("abstained", "Abstained", Cast.ABSTAINED),
    _said("absent", "Absent", Cast.ABSENT),
    Column("rule", "Carries when", lambda row: shown(row.rule.value) if row.rule else None,
           Kind.WORD, words=listed(DecisionRule), width=22),
    Column("threshold", "Above", lambda row: row.threshold_share, Kind.SHARE, width=8,
           help="The share above which a qualified or weighted vote carries.", prints=False),
    Column("why", "Why", lambda row: row.verdict.why, width=42),
    Column("note", "Note", lambda row: row.note, width=30, prints=False),
)  # fmt: skip

CAST: tuple[Column[CastRow], ...] = (
    Column("partner", "Member", lambda row: row.partner, width=20),
    Column("said", "Said", lambda row: shown(row.said.value), Kind.WORD, words=listed(Cast),
           width=10),
    Column("votes", "Votes", lambda row: row.votes, Kind.COUNT, Total.SUM, width=7),
    Column("weight", "List", lambda row: row.weight, Kind.COUNT, Total.SUM, width=8,
           help="People on its list on the day, as kept with the vote."),
)  # fmt: skip


def finding(rows: Sequence[VoteRow]) -> str:
    """Return the sentence on how many votes there were and what became of them."""
    if not rows:
        return "No vote has been written down yet."
    counts = Counter(row.verdict.outcome for row in rows)
    words = ", ".join(f"{counts[each]} {each.value}" for each in Outcome if counts[each])
    return f"{plural(len(rows), 'vote')}: {words}."


def each_rule(row: VoteRow) -> Mapping[DecisionRule, tuple[str, str]]:
    """Return what would have become of a vote under each rule, with the sentence why."""
    share = row.threshold_share
    return {
        rule: (f"{told(verdict.outcome)}: {uncapped(rule_words(rule, share))}", verdict.why)
        for rule, verdict in under_each_rule(row.rules, row.voices).items()
    }


def votes_table(file: Reads, month: Month) -> Table[VoteRow]:
    """Return the votes up to a month's end, the latest first."""
    notes = (
        "Abstentions are not cast. Weighted: people on the lists of those for, of those who "
        "voted. Consensus: one objection refers it. Reserved: only if the commissioner is for.",
        "Votes and list sizes are those of the day of the vote; the quorum is that of today.",
    )
    rows = file.read(partners.votes, month.last)
    return Table(VIEW, VOTES, rows, finding(rows), notes=notes)


def vote_findings(file: Reads, month: Month) -> list[Finding]:
    """Return the latest vote on each question that was left open."""
    latest = {row.question: row for row in reversed(file.read(partners.votes, month.last))}
    return [
        Finding("partners", f"{row.question}: {row.verdict.outcome.value}", row.verdict.why,
                Weight.NOTE, "See votes", row.id, VIEW, "outcome")
        for row in latest.values()
        if row.verdict.outcome in OPEN
    ]  # fmt: skip
