"""The establishment against the budget: what posts cost of each line, and what that leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.workforce import PostStatus
from pch_desktop.domain.workforce_pay import months, part_year
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import budget, workforce
from pch_desktop.store.workforce import PostRow

if TYPE_CHECKING:
    from pch_desktop.store.budget import LineRow
    from pch_desktop.store.shared import Reads

TITLE = "Posts against the budget"
NO_LINE = "No budget line"
COUNTED = frozenset({PostStatus.ACTIVE, PostStatus.FROZEN})


@dataclass(frozen=True, slots=True)
class AgainstRow:
    """What the posts of one budget line cost, and what the line has for the year."""

    id: int
    """The line's key; 0 or less where it is none of the year's."""
    name: str
    posts: int
    funded_wte: Decimal
    in_post_wte: Decimal
    full_year_pence: int | None
    """What the establishment of the day costs in a full year."""
    year_pence: int | None
    """What the posts cost for as much of the year as they are funded."""
    budget_pence: int | None

    @property
    def left_pence(self) -> int | None:
        """What posts leave of the budget; adverse where they cost more than there is."""
        if self.budget_pence is None or self.year_pence is None:
            return None
        return self.budget_pence - self.year_pence

    @property
    def is_line(self) -> bool:
        """Whether it is a line of the year's budget."""
        return self.id > 0


AGAINST: tuple[Column[AgainstRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=34),
    Column("posts", "Posts", lambda row: row.posts, Kind.COUNT, Total.SUM, width=8,
           help="Posts funded at some time of the year, and others held on the day.",
           holds=Holds.STAFF),
    Column("funded_wte", "Funded WTE", lambda row: row.funded_wte, Kind.WTE, Total.SUM, width=9,
           help="Funded on the day."),
    Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, Total.SUM,
           width=9, help="In post on the day, without cover and volunteers."),
    Column("full_year", "Full year £", lambda row: row.full_year_pence, Kind.MONEY, Total.SUM,
           width=12, help="The posts funded on the day in a full year, on-costs and all."),
    Column("year_cost", "This year £", lambda row: row.year_pence, Kind.MONEY, Total.SUM, width=12,
           help="Each post for the months it is funded in the year, parts of months by days."),
    Column("budget", "Budget £", lambda row: row.budget_pence, Kind.MONEY, Total.SUM, width=12,
           help="The line's budget of the year as it now stands under Shadow budget.",
           absent=lambda row: not row.is_line),
    Column("left", "Left of it £", lambda row: row.left_pence, Kind.MONEY, Total.SUM, width=12,
           formula="{budget}-{year_cost}", absent=lambda row: not row.is_line,
           help="Budget less posts. In brackets: the posts cost more than the line has."),
)  # fmt: skip


def against(file: Reads, month: Month, posts: Sequence[PostRow] | None = None) -> list[AgainstRow]:
    """Return each line that posts are paid from, in the budget's order; posts without one last.

    Args:
        file: the open file.
        month: of whose year the budget is meant.
        posts: as they stand on a day; at the month's end where none are given.
    """
    rows = file.read(workforce.posts, month.last) if posts is None else posts
    lines = {line.name: line for line in file.read(budget.lines, month)}
    named: dict[str, list[PostRow]] = defaultdict(list)
    for row in rows:
        if _counts(row, month.financial_year):
            named[row.budget_line or NO_LINE].append(row)
    known = [_row(line.id, line.name, named.pop(name), month, line)
             for name, line in lines.items() if name in named]  # fmt: skip
    none = named.pop(NO_LINE, [])
    others = [
        _row(-at, f"{name} (not in {month.financial_year})", held, month, None)
        for at, (name, held) in enumerate(sorted(named.items()), start=1)
    ]
    last = [_row(0, NO_LINE, none, month, None)] if none else []
    return [*known, *others, *last]


def against_finding(rows: Sequence[AgainstRow], year: FinancialYear) -> str:
    """Return the sentence on whether the posts fit the lines that pay for them."""
    if not rows:
        return f"No post is funded in {year}."
    unknown = [row for row in rows if row.year_pence is None]
    if unknown:
        names = ", ".join(row.name for row in unknown[:2])
        return f"What some posts cost is not known: {names}. Enter a cost or a pay point."
    over = sorted(
        (row for row in rows if (row.left_pence or 0) < 0), key=lambda row: row.left_pence or 0
    )
    cost = written(sum(row.year_pence or 0 for row in rows), Kind.MONEY)
    bare = sum(row.posts for row in rows if not row.is_line)
    more = f" {plural(bare, 'post')} without a line of the year." if bare else ""
    if over:
        worst = over[0]
        apart = written(-(worst.left_pence or 0), Kind.MONEY)
        return (
            f"Posts cost {cost} in {year}; those of {worst.name} are {apart} over its budget.{more}"
        )
    return f"Posts cost {cost} in {year}; every line holds its posts.{more}"


def against_table(file: Reads, month: Month) -> Table[AgainstRow]:
    """Return the establishment against the budget at a month's end, for the pack."""
    rows = against(file, month)
    year = month.financial_year
    day = written(month.last, Kind.DATE)
    subtitle = f"Posts at {day}; cost and budget of {year} in £. Favourable is positive."
    return Table(TITLE, AGAINST, rows, subtitle, (), _notes(rows, year))


def _notes(rows: Sequence[AgainstRow], year: FinancialYear) -> tuple[str, ...]:
    return (
        against_finding(rows, year),
        "Only lines that posts are paid from. What is left pays for all else the line is for.",
        "A cost is as typed for the post, else its pay point with National Insurance and pension.",
    )


def _counts(row: PostRow, year: FinancialYear) -> bool:
    is_funded = row.status in COUNTED and months(row.funded_from, row.funded_to, year) > 0
    return is_funded or bool(row.in_post_wte)


def _row(
    line_id: int, name: str, held: Sequence[PostRow], month: Month, line: LineRow | None
) -> AgainstRow:
    return AgainstRow(
        line_id,
        name,
        len(held),
        sum((row.established_wte for row in held), Decimal(0)),
        sum((row.in_post_wte for row in held), Decimal(0)),
        _sum([row.established_cost_pence for row in held]),
        _sum([_in_year(row, month.financial_year) for row in held]),
        line.annual_pence if line else None,
    )


def _in_year(row: PostRow, year: FinancialYear) -> int | None:
    """Return what a post costs in a year; nothing while it is proposed or disestablished."""
    if row.status not in COUNTED:
        return 0
    of_months = months(row.funded_from, row.funded_to, year)
    if not of_months:
        return 0
    return None if row.cost_pence is None else part_year(row.cost_pence, of_months)


def _sum(amounts: Sequence[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None
