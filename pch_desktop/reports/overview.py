"""The state of the locality on one page: its four defining features in figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.board_pack import Words
from pch_desktop.domain.budget import Scope, rating
from pch_desktop.domain.partners import PartnerStatus
from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.domain.population import USUAL_LEAST, USUAL_MOST, size_note
from pch_desktop.domain.services import RUNNING, Focus
from pch_desktop.reports import budget as budget_report
from pch_desktop.reports import overview_sentence
from pch_desktop.reports import partners as partners_report
from pch_desktop.reports import population as population_report
from pch_desktop.reports import workforce as workforce_report
from pch_desktop.reports.judged import Judged, as_judged, judged_notes, rating_words
from pch_desktop.reports.overview_sentence import Said, Sentence
from pch_desktop.reports.quality import findings
from pch_desktop.reports.signs import marking
from pch_desktop.reports.statement import Finding, Statement, Weight
from pch_desktop.reports.table import Column, Kind, Table, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.store import (
    board,
    budget,
    locality,
    overview,
    partners,
    population,
    services,
    workforce,
)

if TYPE_CHECKING:
    from pch_desktop.store.budget import LineRow
from pch_desktop.store.services import ServiceRow
from pch_desktop.store.shared import Reads

NOT_MEASURED = "Not yet measured"
STANDING = ("in_post_wte", "outturn_variance")
"""The measures that always have a tile: people and money."""
CHOSEN_AT_FIRST = ("registered", "prevention_services", "partners_signed")
CHOOSABLE = (
    *CHOSEN_AT_FIRST,
    *("weighted", "vacant_share", "date_variance", "prevention_money"),
)
"""The measures that may be chosen for the other three."""


class Feature(StrEnum):
    """The four defining features of a Primary Care Home (NAPC, 2015)."""

    POPULATION = "A defined population"
    TEAM = "One integrated team"
    BUDGET = "A unified capitated budget"
    CARE = "Personal care and population health"
    PARTNERS = "Partners"


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One headline figure, with what to hold it against."""

    id: int
    key: str
    feature: Feature
    name: str
    value: Value
    kind: Kind
    against: str
    """What it is held against: of 221.60 funded, 30,000 to 50,000."""
    rating: str | None
    sentence: str
    section: str
    """The section it is opened in."""
    total: tuple[str, str] | None = None
    """The sheet and column of the pack whose total it is."""
    judged: Judged | None = None
    """How the rating came about, where somebody judged it."""
    last_month: Value = None
    """The same measure a month before; None where it is not known."""
    last_year: Value = None
    """The same measure a year before."""


UNDATED = frozenset({"prevention_services", "partners_signed"})
"""Measures of what the file holds no past of: nobody knows what they were."""


SUMMARY: tuple[Column[MeasureRow], ...] = (
    Column("feature", "Feature", lambda row: row.feature.value, width=27),
    Column("name", "Measure", lambda row: row.name, width=25),
    Column("value", "This month", lambda row: row.value, kind_of=lambda row: row.kind, width=12),
    Column(
        "last_month",
        "Last month",
        lambda row: row.last_month,
        kind_of=lambda row: row.kind,
        width=12,
        help="A month before, by the same rules.",
    ),
    Column(
        "last_year",
        "Last year",
        lambda row: row.last_year,
        kind_of=lambda row: row.kind,
        width=12,
        help="The same month a year before, by the same rules.",
    ),
    Column("against", "Against", lambda row: row.against, width=26),
    Column("rating", "Rating", rating_words, Kind.RATING, width=12),
    Column("sentence", "What it says", lambda row: row.sentence, width=50),
    Column("key", "Key", lambda row: row.key, prints=False),
)


def measures(file: Reads, month: Month) -> list[MeasureRow]:
    """Return the headline figures of a month, feature by feature."""
    parts: tuple[Callable[[Reads, Month], list[MeasureRow]], ...] = (
        _population,
        _team,
        _budget,
        _care,
        _partners,
    )
    rows = [row for part in parts for row in part(file, month)]
    found = file.read(board.overrides, month)
    return [as_judged(row, found.get(row.key)) for row in rows]


def with_past(file: Reads, month: Month, rows: Sequence[MeasureRow]) -> list[MeasureRow]:
    """Return headline figures with what they were a month and a year before.

    What the file was told nothing of is not known, nor what it keeps no past of.
    """
    known = set(file.read(locality.months))
    past: list[dict[str, Value]] = []
    for back in (-1, -MONTHS):
        then = month.plus(back)
        told = measures(file, then) if then in known else ()
        past.append({row.key: row.value for row in told if row.key not in UNDATED})
    before, year = past
    return [
        replace(row, last_month=before.get(row.key), last_year=year.get(row.key)) for row in rows
    ]


def sentence(file: Reads, month: Month, found: Sequence[Finding] | None = None) -> Sentence:
    """Return what is said of the month, wherever it is said.

    Args:
        found: the month's findings, where they are at hand.
    """
    told = findings(file, month) if found is None else found
    return said(file, month).judged(told)


def said(file: Reads, month: Month) -> Said:
    """Return what is said of a month before anybody asks what has to be decided."""
    at = file.read(locality.thresholds)
    return Said(
        overview_sentence.money(budget_report.finance(file, month).rows, at),
        overview_sentence.people(file.read(workforce.posts, month.last)),
        file.read(board.words, month).get(Words.SENTENCE, ""),
    )


def _population(file: Reads, month: Month) -> list[MeasureRow]:
    rows = file.read(population.practices, month)
    people, is_incomplete = population_report.registered(rows)
    note = size_note(people) if people is not None else None
    found = population_report.finding(rows)
    is_listed = any(row.list_size is not None for row in rows)
    weighted = [row.weighted for row in rows if row.weighted is not None]
    years = sorted({str(row.year) for row in rows if row.year})
    return [
        MeasureRow(
            id=1,
            key="registered",
            feature=Feature.POPULATION,
            name="Registered population",
            value=people,
            kind=Kind.COUNT,
            against=f"{USUAL_LEAST:,} to {USUAL_MOST:,} usual",
            rating=None if people is None or is_incomplete else "Amber" if note else "Green",
            sentence=found + (" A practice's list is missing." if is_incomplete else ""),
            section="population",
            total=("Population", "list_size" if is_listed else "registered")
            if people is not None
            else None,
        ),
        MeasureRow(
            id=2,
            key="weighted",
            feature=Feature.POPULATION,
            name="Weighted population",
            value=sum(weighted, Decimal(0)) if weighted else None,
            kind=Kind.COUNT,
            against=", ".join(years) or NOT_MEASURED,
            rating=None,
            sentence="People weighted for need by the Carr-Hill formula.",
            section="population",
            total=("Population", "weighted") if weighted else None,
        ),
    ]


def _team(file: Reads, month: Month) -> list[MeasureRow]:
    rows = file.read(workforce.posts, month.last)
    funded, in_post, vacancy = workforce_report.filled(rows)
    employers = len({row.employer for row in rows if row.in_post_wte and row.employer})
    share = vacancy / funded if funded else None
    return [
        MeasureRow(
            id=3,
            key="in_post_wte",
            feature=Feature.TEAM,
            name="WTE in post",
            value=in_post if funded else None,
            kind=Kind.WTE,
            against=f"of {written(funded, Kind.WTE)} funded" if funded else "No posts yet",
            rating=None if share is None else _vacancy_rating(share),
            sentence=workforce_report.finding(rows),
            section="workforce",
            total=("Workforce", "in_post_wte") if funded else None,
        ),
        MeasureRow(
            id=4,
            key="vacant_share",
            feature=Feature.TEAM,
            name="Vacancy rate",
            value=share,
            kind=Kind.SHARE,
            against=f"from {plural(employers, 'employer')}" if employers else "",
            rating=None if share is None else _vacancy_rating(share),
            sentence=f"{written(vacancy, Kind.WTE)} WTE vacant, worked out post by post."
            if funded
            else "No post has been added yet.",
            section="workforce",
            total=("Workforce", "vacant_share") if share is not None else None,
        ),
    ]


def _vacancy_rating(share: Decimal) -> str:
    """Return how a vacancy rate is rated: amber above 5%, red above 10% (our setting)."""
    return "Red" if share > Decimal("0.10") else "Amber" if share > Decimal("0.05") else "Green"


def _budget(file: Reads, month: Month) -> list[MeasureRow]:
    rows = budget_report.finance(file, month).rows
    at = file.read(locality.thresholds)
    annual, _, variance = budget_report.position(rows)
    known = [row for row in rows if row.date_variance is not None]
    to_date = sum(row.date_variance or 0 for row in known) if known else None
    budgeted = sum(row.date_budget or 0 for row in known)
    has_budget = any(row.annual is not None for row in rows)
    is_forecast = any(row.outturn_variance is not None for row in rows)
    total, year = int(variance.amount), int(annual.amount)
    incomplete = " Incomplete." if len(known) < len(rows) else ""
    return [
        MeasureRow(
            id=5,
            key="date_variance",
            feature=Feature.BUDGET,
            name="Variance, year to date",
            value=to_date,
            kind=Kind.MONEY,
            against=f"of {written(budgeted, Kind.MONEY)} budgeted" if known else "No actuals",
            rating=None if to_date is None else rating(to_date, budgeted, at).value,
            sentence=(
                f"{written(abs(to_date), Kind.MONEY)} {'under' if to_date >= 0 else 'over'} "
                f"budget since April.{incomplete}"
            )
            if to_date is not None
            else f"No month since April is known of every line.{incomplete}",
            section="budget",
            total=("Finance", "date_variance") if known else None,
        ),
        MeasureRow(
            id=6,
            key="outturn_variance",
            feature=Feature.BUDGET,
            name="Variance, forecast outturn",
            value=total if is_forecast else None,
            kind=Kind.MONEY,
            against=f"of {written(year, Kind.MONEY)}" if has_budget else "No budget yet",
            rating=rating(total, year, at).value if is_forecast else None,
            sentence=budget_report.finding(rows),
            section="budget",
            total=("Finance", "outturn_variance") if is_forecast else None,
        ),
    ]


def prevention(file: Reads, month: Month) -> tuple[Decimal | None, Decimal | None]:
    """Return the share of running services and of the budget that is prevention.

    Of those marked prevention or treatment only; None where none is marked.
    """
    return (
        _prevented([(row.focus, 1) for row in _running(file, month)]),
        _prevented([(row.focus, row.annual_pence or 0) for row in _spending(file, month)]),
    )


def marked_money(file: Reads, month: Month) -> list[LineRow]:
    """Return the lines whose money is counted for the share of prevention."""
    return _spending(file, month)


def _running(file: Reads, month: Month) -> list[ServiceRow]:
    return [row for row in file.read(services.services, month) if row.status in RUNNING]


def _spending(file: Reads, month: Month) -> list[LineRow]:
    lines = file.read(budget.lines, month)
    return [row for row in lines if row.scope is not Scope.OUT and not row.is_income]


def _prevented(amounts: Sequence[tuple[Focus | None, int]]) -> Decimal | None:
    marked = sum(amount for focus, amount in amounts if focus is not None)
    kept = sum(amount for focus, amount in amounts if focus is Focus.PREVENTION)
    return Decimal(kept) / marked if marked else None


def _marked(focuses: Sequence[Focus | None], what: str) -> str:
    """Return how many are marked prevention or treatment, so that a share is not overread."""
    marked = sum(focus is not None for focus in focuses)
    rest = f"; {len(focuses) - marked} not marked" if marked < len(focuses) else ""
    return f"Of {plural(marked, what)} marked prevention or treatment{rest}."


def _care(file: Reads, month: Month) -> list[MeasureRow]:
    of_services, of_money = prevention(file, month)
    offered = [row.focus for row in _running(file, month)]
    lines = [row.focus for row in _spending(file, month)]
    return [
        MeasureRow(
            id=7,
            key="prevention_services",
            feature=Feature.CARE,
            name="Services that are prevention",
            value=of_services,
            kind=Kind.SHARE,
            against=f"Outcomes: {NOT_MEASURED.lower()}",
            rating=None,
            sentence=_marked(offered, "running service"),
            section="services",
        ),
        MeasureRow(
            id=8,
            key="prevention_money",
            feature=Feature.CARE,
            name="Money that is prevention",
            value=of_money,
            kind=Kind.SHARE,
            against=f"Outcomes: {NOT_MEASURED.lower()}",
            rating=None,
            sentence=_marked(lines, "budget line"),
            section="budget",
        ),
    ]


def _partners(file: Reads, month: Month) -> list[MeasureRow]:
    rows = file.read(partners.partners, month.last)
    ending = partners_report.ending(file.read(partners.agreements, month.last), month.last)
    signed = sum(row.status is PartnerStatus.SIGNED for row in rows)
    return [
        MeasureRow(
            id=9,
            key="partners_signed",
            feature=Feature.PARTNERS,
            name="Partners signed",
            value=signed if rows else None,
            kind=Kind.COUNT,
            against=f"of {len(rows)}" if rows else "No partners yet",
            rating=None,
            sentence=f"{plural(len(ending), 'agreement')} in force "
            f"{'ends' if len(ending) == 1 else 'end'} within 90 days.",
            section="partners",
        )
    ]


def signed_by_month(file: Reads, month: Month) -> list[int]:
    """Return how many of today's signed partners had joined by each of twelve months' ends."""
    rows = file.read(partners.partners, month.last)
    signed = [row for row in rows if row.status is PartnerStatus.SIGNED]
    ends = [month.plus(back - 11).last for back in range(12)]
    return [sum(row.joined_on is None or row.joined_on <= end for row in signed) for end in ends]


def chosen(file: Reads) -> tuple[str, ...]:
    """Return the measures chosen for the tiles beside those of money and people."""
    kept = file.read(overview.tiles)
    return kept if set(kept) <= set(CHOOSABLE) and kept else CHOSEN_AT_FIRST


def summary(file: Reads, month: Month) -> Table[MeasureRow]:
    """Return the headline figures as a board reads them, with those of last month and year."""
    rows = with_past(file, month, measures(file, month))
    said = sentence(file, month).words
    subtitle = f"{month.words}, month {month.number} of 12. {budget_report.KEY}"
    marked = marking(file.read(budget.budget_year, month.financial_year))
    notes = (said, *judged_notes(rows))
    return Table("Summary", SUMMARY, rows, subtitle, (), notes, marked)


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    return (summary(file, month),)


def _findings(file: Reads, month: Month) -> list[Finding]:
    """Return the ratings somebody judged otherwise than the rule, each with its reason."""
    if not file.read(board.overrides, month):
        return []
    rows = (*measures(file, month), *budget_report.finance(file, month).rows)
    return [
        Finding("overview", f"{row.name}: rating judged {row.rating}",
                row.judged.note(row.name, row.rating), Weight.NOTE)
        for row in rows
        if row.judged
    ]  # fmt: skip


STATEMENT = Statement(10, "Summary", _tables, _findings)
