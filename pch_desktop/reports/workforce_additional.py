"""Additional roles: what posts claim of a year's entitlement, and what an offer would leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.domain.workforce import FundingStream
from pch_desktop.domain.workforce_claim import Claim
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import AdditionalRow, AdditionalYear, PostRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TITLE = "Additional roles"
FORWARD = "What is not claimed by 31 March cannot be carried into the next year."
LATE_MONTHS = 3
"""With so many months left, what is unclaimed is told."""
LIVE = "ROUND(MIN({actual},{most})*{wte}*{months}/12,2)"
OVER_LIVE = "ROUND(MAX(0,{actual}-{most})*{wte}*{months}/12,2)"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A post's claim of a year; or, under the posts, what the year allows and leaves."""

    id: int
    """The post's key; below 0 for what stands under the posts."""
    name: str
    role: str | None
    role_code: str
    wte: Decimal | None
    months: Decimal | None
    actual_pence: int | None
    most_pence: int | None
    claim_pence: int | None
    over_pence: int | None
    to_date_pence: int | None
    in_post_pence: int | None
    live: str = LIVE
    """How a workbook works the claim out."""

    @property
    def is_post(self) -> bool:
        """Whether it is a post's."""
        return self.id > 0


CLAIMS: tuple[Column[ClaimRow], ...] = (
    Column("name", "Post", lambda row: row.name, width=24),
    Column("role", "Role", lambda row: row.role, width=26),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, width=7, help="As the post is funded."),
    Column("months", "Months", lambda row: row.months, Kind.NUMBER, width=8,
           help="For how many months of the year it is funded, parts of months by their days."),
    Column("actual", "Costs £ a WTE", lambda row: row.actual_pence, Kind.MONEY, width=10,
           help="What a whole time of the post costs in a full year, on-costs and all."),
    Column("most", "Most £ a WTE", lambda row: row.most_pence, Kind.MONEY, width=10,
           help="The most that is paid for a whole time of the role on the day."),
    Column("claim", "Claim £", lambda row: row.claim_pence, Kind.MONEY, Total.SUM,
           formula=LIVE, formula_of=lambda row: row.live, width=13,
           help="The lesser of the two, times WTE and months of twelve: held as it is funded."),
    Column("over", "Over the most £", lambda row: row.over_pence, Kind.MONEY, Total.SUM,
           formula=OVER_LIVE, formula_of=lambda row: OVER_LIVE if row.is_post else "", width=12,
           help="What it costs above the most for its role: it falls on the practices."),
    Column("to_date", "Claimed so far £", lambda row: row.to_date_pence, Kind.MONEY, Total.SUM,
           width=13, help="For those in post, from 1 April to the day."),
    Column("in_post", "By 31 March £", lambda row: row.in_post_pence, Kind.MONEY, Total.SUM,
           width=13, help="For those in post until 31 March, if nobody else comes."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """A year's additional roles: what may be claimed, what is, and what is left."""

    year: AdditionalYear
    claim: Claim | None
    """None where the entitlement or the claim of a post is not known."""
    known_pence: int
    """The claims that are known, together."""
    unknown: int
    """How many posts' claims are not."""
    proposed_pence: int | None
    """What proposed posts would claim beside; None where that is not known."""
    to_date_pence: int | None
    in_post_pence: int | None

    @property
    def headroom_pence(self) -> int | None:
        """What can still be claimed, or None where it is not known."""
        return self.claim.headroom_pence if self.claim else None


def position(file: Reads, on: date) -> Position:
    """Return how a day's year stands with its additional roles."""
    return of_year(file.read(workforce.additional_roles, on))


def of_year(year: AdditionalYear) -> Position:
    """Return how a year stands that has been read."""
    claims = [row.claim_pence for row in year.posts]
    known = [pence for pence in claims if pence is not None]
    entitled = year.entitlement_pence
    is_whole = entitled is not None and len(known) == len(claims)
    return Position(
        year,
        Claim(entitled, tuple(known)) if is_whole and entitled is not None else None,
        sum(known),
        len(claims) - len(known),
        _sum([row.claim_pence for row in year.proposed]),
        _sum([row.to_date_pence for row in year.posts]),
        _sum([row.in_post_pence for row in year.posts]),
    )


def claim_rows(year: AdditionalYear) -> list[ClaimRow]:
    """Return each post's claim, by reference."""
    return [_row(row) for row in year.posts]


def sentence(found: Position) -> str:
    """Return how the year stands: entitlement, claim, headroom; or what has to be entered."""
    year = found.year
    if found.unknown:
        return f"The claim of {plural(found.unknown, 'post')} is not known: {_missing(year)}"
    if found.claim is None:
        return f"The entitlement of {year.year} is not known: {_missing(year)}"
    claim = found.claim
    entitled, claimed = pounds(claim.entitlement_pence), pounds(claim.claimed_pence)
    if claim.beyond_pence:
        beyond = pounds(claim.beyond_pence)
        return f"All {entitled} is claimed; {beyond} beyond it falls on the practices."
    left = pounds(claim.headroom_pence)
    return f"{claimed} of {entitled} is claimed once every post is filled; {left} can be offered."


def facts(found: Position) -> tuple[tuple[str, str], ...]:
    """Return the year's figures by name, for the side of the table."""
    year, claim = found.year, found.claim
    over = _sum([row.over_pence for row in year.posts])
    return (
        ("Entitlement", _or_not(year.entitlement_pence)),
        ("Claimed", _or_not(claim.claimed_pence if claim else None)),
        ("Headroom", _or_not(found.headroom_pence)),
        ("On practices", _or_not(over if claim is None or over is None
                                 else over + claim.beyond_pence)),
        ("Claimed so far", _or_not(found.to_date_pence)),
        ("By 31 March", _or_not(found.in_post_pence)),
        ("If proposed", _proposed(found)),
    )  # fmt: skip


CLAIM_VIEW = "Additional roles"


def findings(file: Reads, month: Month, posts: Sequence[PostRow]) -> list[Finding]:
    """Return what somebody should know of a year's claim: beyond the entitlement, or unclaimed."""
    if not any(row.funding_stream is FundingStream.ADDITIONAL_ROLES for row in posts):
        return []
    found = position(file, month.last)
    claim, months_left = found.claim, MONTHS - month.number
    if claim is None:
        return []
    if claim.beyond_pence:
        beyond = pounds(claim.beyond_pence)
        title = f"Additional roles claim {beyond} beyond the entitlement"
        return [Finding("workforce", title, "It falls on the practices.", Weight.MONEY,
                        "See claim", None, CLAIM_VIEW)]  # fmt: skip
    in_post = found.in_post_pence
    left = None if in_post is None else claim.entitlement_pence - in_post
    if months_left > LATE_MONTHS or left is None or left <= 0:
        return []
    title = f"{pounds(left)} of additional-roles money would go unclaimed on 31 March"
    return [Finding("workforce", title, FORWARD, Weight.LATE, "See claim", None, CLAIM_VIEW)]


def claims_table(file: Reads, month: Month) -> Table[ClaimRow]:
    """Return the claims of a month's year at its end, without names, for the pack."""
    found = position(file, month.last)
    rows = claim_rows(found.year)
    day, year = written(month.last, Kind.DATE), found.year.year
    subtitle = f"Posts paid from additional-roles money in {year}, as at {day}; £. No names."
    return Table(TITLE, CLAIMS, rows, subtitle, (), _notes(found), beside=_beside(found, len(rows)))


def _row(row: AdditionalRow) -> ClaimRow:
    return ClaimRow(
        row.id,
        row.reference,
        row.role,
        row.role_code,
        row.wte,
        Decimal(row.months.numerator) / row.months.denominator,
        row.actual_per_wte_pence,
        row.most_per_wte_pence,
        row.claim_pence,
        row.over_pence,
        row.to_date_pence,
        row.in_post_pence,
    )


def _beside(found: Position, count: int) -> list[ClaimRow]:
    """Return what stands under the total: entitlement, what is paid of the claim, headroom."""
    claim, year = found.claim, found.year
    head = f"{_people(year)} weighted people, {_rate(year)} each"
    lines = (
        ("Entitlement", head, year.entitlement_pence, ""),
        ("Claimed, at most that", None, claim.claimed_pence if claim else None,
         f"MIN({{claim[{count}]}},{{claim[{count + 1}]}})"),
        ("Headroom", None, found.headroom_pence,
         f"{{claim[{count + 1}]}}-{{claim[{count + 2}]}}"),
    )  # fmt: skip
    return [
        ClaimRow(-at, name, words, "", None, None, None, None, pence, None, None, None, live)
        for at, (name, words, pence, live) in enumerate(lines, start=1)
    ]


def _notes(found: Position) -> tuple[str, ...]:
    year = found.year
    notes = [
        sentence(found),
        "Claim: the lesser of what a WTE costs and the most for its role, times WTE and months.",
        FORWARD,
    ]
    if year.head_source:
        notes.append(f"Weighted people: {year.people_source}. Rate a head: {year.head_source}.")
    if year.proposed:
        count = plural(len(year.proposed), "proposed post")
        notes.append(f"{count} would claim {_proposed(found)} beside; none of it is counted above.")
    return tuple(notes)


def _missing(year: AdditionalYear) -> str:
    """Return what has to be entered before a year is known."""
    for row in year.posts:
        if row.actual_per_wte_pence is None:
            return f"enter a cost or a pay point for {row.reference} {row.role}."
        if row.most_per_wte_pence is None:
            return f"enter the most that is paid for a WTE of {row.role}."
    if year.head_rate is None:
        return f"enter the rate for each weighted head in {year.year}."
    return f"enter the weighted people of {year.year}."


def _people(year: AdditionalYear) -> str:
    return f"{year.people:,.2f}" if year.people is not None else "Not known"


def _rate(year: AdditionalYear) -> str:
    if year.head_rate is None:
        return "Not known"
    in_pence = year.head_rate.quantize(Decimal("0.01"))
    return f"£{in_pence if in_pence == year.head_rate else year.head_rate.normalize():f}"


def _proposed(found: Position) -> str:
    if not found.year.proposed:
        return "None proposed"
    more = _or_not(found.proposed_pence)
    return f"{more} more"


def _or_not(pence: int | None) -> str:
    return pounds(pence) if pence is not None else "Not known"


def pounds(pence: int) -> str:
    """Return an amount as it stands in a sentence: £1,234."""
    return written(pence, Kind.MONEY)


def _sum(amounts: Sequence[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None
