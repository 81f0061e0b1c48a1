"""What the words and thresholds of a board pack mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports import budget_formulas
from pch_desktop.reports.budget import KEY
from pch_desktop.reports.service_waits import CLOCK, METHOD
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.store import locality
from pch_desktop.store.locality import ReferenceRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TERMS = (
    ("Registered population", "People on the lists of the locality's practices, each counted on "
     "the day shown. Average lists of a year, from the payments files, are shown apart."),
    ("Weighted population", "People weighted for need. Each weighting has its own figure; none "
     "stands for another."),
    ("Need index", "Weighted people for each registered one. Against England 1 is average; "
     "against the board, it is divided by the board's own index."),
    ("WTE", "Whole-time equivalent: contracted hours divided by 37.5, or GP sessions of 4 hours "
     "10 minutes, nine to the week. FTE is the same thing."),
    ("In post", "Permanent, fixed term, partner, apprentice and seconded in. Bank, agency, locum "
     "and honorary are cover and stand apart; volunteers are counted in hours."),
    ("Vacancy", "Funded WTE less WTE in post, worked out post by post and never below nothing."),
    ("Headcount", "Different people who hold something on the day: somebody in two posts or at two "
     "practices counts once in all. Who is seconded out is not here; zero hours is cover."),
    ("Turnover", "Leavers of the twelve months divided by the mean of those here at the start and "
     "at the end. A move inside the locality and the end of a training rotation are no leaving."),
    ("Stability", "Of those here twelve months ago, the part still here."),
    ("Time to fill", "Mean days from a post falling vacant to the first day of who fills it, over "
     "those filled in twelve months."),
    ("Sickness rate", "WTE days lost divided by WTE days available: WTE times the days of the "
     "month where no return says otherwise. Groups of few people are not shown."),
    ("Retirement risk", "WTE of people at or over the age set, divided by all WTE; age is the year "
     "less the year of birth."),
    ("Additional roles claim", "The lower of actual cost and the maximum for each WTE, times WTE "
     "and months of twelve, no more in all than the entitlement. It is not carried forward."),
    ("Required WTE", "Minutes of the contacts that fall to a kind of staff, divided by 37.5 × 60 × "
     "weeks worked × the share of time with patients."),
    ("Competency gap", "People a service needs less those in post at the level or above whose "
     "level has not expired; never below nothing."),
    ("Wait", CLOCK),
    ("Median, 92nd percentile", METHOD),
    ("Share diverted", "Of those who would before have gone to hospital, the part seen here by a "
     "specialist. How long those wait is a measure of its own."),
    ("Weeks to clear", "People waiting ÷ (first seen in a week - joining the wait in a week), in "
     "the month; growing where no fewer join than are seen."),
    ("Lost, overbooked", "Lost are appointments less attended; where more were booked than there "
     "were appointments none is lost, and the difference is overbooked."),
    ("Occupancy", "Nights a bed was taken, added up, of beds open times the days of the month. "
     "Mean stay is that of people discharged in the month."),
    ("Recharge", "People seen at another practice than their own, times the service's price. Net "
     "is what a practice is paid less what it pays; all nets add up to nought. Nobody pays it."),
    ("Shadow budget", "What the locality would hold. Nobody pays anybody from it: no cash moves."),
    ("Baseline", "What was paid before, with its year and source. Where no budget was set, the "
     "baseline without its non-recurrent part stands for it."),
    ("Growth", "A recurrent baseline × (1 + demographic) × (1 + non-demographic growth) × "
     "(1 + cost uplift) × (1 - efficiency), each rate as it holds on 1 April. Net uplift is the "
     "setting that takes the last two as one: × (1 + cost uplift - efficiency)."),
    ("Fair share", "The board's total × our people ÷ the board's, weighted for the line; the pace "
     "is how much of the way there is gone this year."),
    ("Capitated sum", "All lines that are not out of scope. Top-slice is kept of the gross sum, "
     "contingency of what it leaves; the operating sum is divided by the people."),
    ("Variance", f"{KEY} Favourable is positive; for income it is actual less budget."),
    ("Year to date", "YTD: April to the month at hand. Incomplete where a month has no actual."),
    ("Risk score", "Consequence (C) times likelihood (L), 1 to 5 each: with nothing done "
     "(inherent), now (current) and aimed at (target). The trend is the current score against the "
     "one given before it."),
    ("Appetite", "The highest score of a risk the board will bear."),
    ("Slipped", "A milestone due later than it was first planned; late is one that was due before "
     "the end of the month and is not done."),
    ("Way to target", "Latest less baseline, of target less baseline."),
    ("Judged rating", "A rating somebody gave for the month otherwise than the rule does, with its "
     "reason below the table. The rule: green, amber, red by the thresholds below."),
    ("Last month, last year", "The same measure by the same rules a month and a year before; blank "
     "where the file was told nothing of that month, or keeps no past of it."),
    ("Restated", "A figure of a month already issued that is told otherwise now."),
    ("Prevention share", "Of what is marked prevention or treatment, the part that is prevention."),
    ("Rounding", "Halves away from zero, once. Figures may not sum due to rounding: a printed "
     "total is the rounded exact total."),
    ("Abbreviations", "GP: general practitioner. NHS: National Health Service. ODS: Organisation "
     "Data Service, which gives organisations their codes. VAT: value added tax."),
    ("Blank", "Not known; never nothing. A total over a blank is incomplete."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word and what it means here."""

    id: int
    term: str
    meaning: str


DEFINITIONS: tuple[Column[TermRow], ...] = (
    Column("term", "Term", lambda row: row.term, width=30),
    Column("meaning", "Meaning", lambda row: row.meaning, width=120),
)


def terms() -> Sequence[tuple[str, str]]:
    """Return each term with what it means, as the pack lists them."""
    return (*TERMS, *budget_formulas.listed())


def definitions(_file: Reads, _month: Month) -> Table[TermRow]:
    """Return the terms of the pack."""
    rows = [TermRow(number, *words) for number, words in enumerate(terms(), start=1)]
    return Table("Definitions", DEFINITIONS, rows, "What each term, rating and threshold means.")


def _kind(row: ReferenceRow) -> Kind:
    """Return how a rate is written: a part of one, a whole number, or to four places."""
    if row.unit == "share":
        return Kind.SHARE
    return Kind.COUNT if row.value == int(row.value) else Kind.INDEX


RATES: tuple[Column[ReferenceRow], ...] = (
    Column("words", "Rate", lambda row: row.words, width=54),
    Column("value", "Value", lambda row: row.value, kind_of=_kind, width=12),
    Column("unit", "Unit", lambda row: row.unit, width=18),
    Column("valid_from", "From", lambda row: row.valid_from, Kind.DATE, width=12),
    Column("valid_to", "Until", lambda row: row.valid_to, Kind.DATE, width=12),
    Column("source", "Source", lambda row: row.source, width=72),
)  # fmt: skip


def rates(file: Reads, _month: Month) -> Table[ReferenceRow]:
    """Return the dated rates the file holds, with where each is from."""
    rows = file.read(locality.reference_values)
    return Table("Rates", RATES, rows, "Dated rates, each from the day beside it, with its source.")
