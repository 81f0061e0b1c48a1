"""The forums, set out for reading: how each decides, who sits in it, where it reports."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.partners import DecisionRule, ForumKind
from pch_desktop.domain.partners_verdict import percent
from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store import partners
from pch_desktop.store.partners import ForumRow, SeatRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

INDENT = "    "
"""What each step down the chain moves a name to the right."""
MARK = "└ "
"""What stands before the name of a forum that reports to another."""
VIEW = "Forums"


def indented(row: ForumRow) -> str:
    """Return a forum's name, moved to the right under the one it reports to."""
    return f"{INDENT * (row.depth - 1)}{MARK}{row.name}" if row.depth else row.name


def plain(words: str) -> str:
    """Return a forum's name without what moves it to the right."""
    return words.strip().removeprefix(MARK.strip()).strip()


def rule_words(rule: DecisionRule | None, threshold: Decimal | None) -> str:
    """Return a rule as people say it, with its share where it has one."""
    if rule is None:
        return "Rule not laid down"
    if threshold is None or rule not in {DecisionRule.WEIGHTED, DecisionRule.QUALIFIED}:
        return shown(rule.value)
    return f"{shown(rule.value)}, above {percent(threshold)}"


FORUMS: tuple[Column[ForumRow], ...] = (
    Column("name", "Forum", indented, width=34,
           help="Each forum stands under the one it reports to."),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD, words=listed(ForumKind),
           width=20, prints=False),
    Column("chair", "Chair", lambda row: row.chair, width=22, prints=False, holds=Holds.NAMES),
    Column("reports_to", "Reports to", lambda row: row.reports_to, Kind.WORD, width=26,
           prints=False),
    Column("rule", "A vote carries", lambda row: shown(row.rule.value) if row.rule else None,
           Kind.WORD, words=listed(DecisionRule), width=24),
    Column("threshold", "Above", lambda row: row.threshold_share, Kind.SHARE, width=8,
           help="The share above which a qualified or weighted vote carries; a weighted one "
                "above half unless told."),
    Column("quorum", "Quorum", lambda row: row.quorum, Kind.COUNT, width=8,
           help="Voting members who must be there; a blank is not laid down."),
    Column("needs", "Must be there", lambda row: "; ".join(shown(kind.value) for kind in row.needs)
           or None, width=26, help="Kinds of partner without which it is not quorate."),
    Column("members", "Members", lambda row: len(row.seats) or None, Kind.COUNT, width=9,
           prints=False),
    Column("votes", "Votes", lambda row: row.votes, Kind.COUNT, width=7),
    Column("frequency", "Meets", lambda row: row.frequency, width=14),
    Column("purpose", "What it is for", lambda row: row.purpose, width=32),
    Column("source", "Source", lambda row: row.source, width=24, prints=False),
)  # fmt: skip

SEATS: tuple[Column[SeatRow], ...] = (
    Column("partner", "Member", lambda row: row.partner, Kind.WORD, width=22),
    Column("votes", "Votes", lambda row: row.votes, Kind.COUNT, Total.SUM, width=7,
           help="With 0 it only attends."),
    Column("name", "Who sits", lambda row: row.name, width=14),
    Column("weight", "List", lambda row: row.weight, Kind.COUNT, Total.SUM, width=9,
           help="People on its list as last counted by the end of the month at hand."),
)  # fmt: skip


def finding(rows: Sequence[ForumRow]) -> str:
    """Return the sentence on which forums there are and which cannot decide yet."""
    if not rows:
        return "No forum has been added yet."
    top = [row for row in rows if not row.depth]
    said = f"{plural(len(rows), 'forum')}; {top[0].name if len(top) == 1 else len(top)} on top"
    open_ = [row.name for row in rows if unable(row)]
    return f"{said}; not able to decide yet: {', '.join(open_)}." if open_ else f"{said}."


def unable(row: ForumRow) -> str:
    """Return why a forum can never be quorate, or nothing."""
    if row.missing:
        kinds = ", ".join(kind.value for kind in row.missing)
        return f"It has no member that is: {kinds}."
    if row.quorum is not None and row.votes is not None and row.quorum > row.voting:
        return f"Its quorum is {row.quorum}, and {plural(row.voting, 'member')} can vote."
    return ""


def forums_table(file: Reads, month: Month) -> Table[ForumRow]:
    """Return the forums as they stand at a month's end."""
    notes = (
        "Quorate: at least as many voting members there as the quorum, and each kind that must "
        "be there. A blank quorum is not laid down.",
    )
    rows = file.read(partners.forums, month.last)
    return Table(VIEW, FORUMS, rows, finding(rows), notes=notes)


def forum_findings(file: Reads, month: Month) -> list[Finding]:
    """Return the forums that can never be quorate."""
    return [
        Finding("partners", f"{row.name} cannot be quorate", unable(row), Weight.LATE,
                "Put right", row.id, VIEW)
        for row in file.read(partners.forums, month.last)
        if unable(row)
    ]  # fmt: skip
