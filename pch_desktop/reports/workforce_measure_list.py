"""The measures there are, each with its formula in words and where its figures come from."""

from __future__ import annotations

from decimal import Decimal

from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.domain.workforce import ContractKind
from pch_desktop.domain.workforce_measures import (
    rate,
)
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_ages import AgeProfile
from pch_desktop.reports.workforce_day import (
    TeamDay,
    cover,
    heads,
    in_post,
    of_kind,
    weekly_hours,
    wte,
)
from pch_desktop.reports.workforce_filled import filled
from pch_desktop.reports.workforce_measure import (
    ABSENCE,
    POSTS,
    Figure,
    Measure,
    Measured,
    measure_of_wte,
)
from pch_desktop.reports.workforce_patients import patient_measures
from pch_desktop.reports.workforce_sickness import SicknessRate


def catalogue(told: Measured) -> tuple[Measure, ...]:
    """Return the measures there are; retirement risk has one for each staff group."""
    return (*TEAM_MEASURES, *POST_MEASURES, *FLOW_MEASURES, *SICKNESS_MEASURES,
            *_retirement(told.ages), *patient_measures(told.team))  # fmt: skip


def _kind(words: str, kind: ContractKind) -> Measure:
    return measure_of_wte(f"Cover: {words}", lambda team: wte(team.work, of_kind(kind)),
                "WTE of this contract on the day. Shown apart, never in post.")  # fmt: skip


def _volunteers(told: Measured) -> Figure:
    volunteer = of_kind(ContractKind.VOLUNTEER)
    return Figure(weekly_hours(told.team.work, volunteer))


TEAM_MEASURES = (
    measure_of_wte("WTE in post", lambda team: wte(team.work),
         "Contracted hours divided by 37.5, added up: permanent, fixed term, partner, apprentice "
         "and seconded in."),
    Measure("Headcount", Kind.COUNT, "people", lambda told: Figure(heads(told.team.work)),
            "Everybody with a live assignment, each once however many posts they hold; "
            "volunteers are counted apart."),
    Measure("Headcount in post", Kind.COUNT, "people",
            lambda told: Figure(heads(told.team.work, in_post)),
            "The same, of those who count as in post."),
    measure_of_wte("Cover", lambda team: wte(team.work, cover),
         "Bank, agency, locum and honorary. Shown apart, never in post."),
    _kind("bank", ContractKind.BANK),
    _kind("agency", ContractKind.AGENCY),
    _kind("locum", ContractKind.LOCUM),
    _kind("honorary", ContractKind.HONORARY),
    Measure("Volunteers", Kind.COUNT, "people",
            lambda told: Figure(heads(told.team.work, of_kind(ContractKind.VOLUNTEER))),
            "People who volunteer; they count nothing in WTE."),
    Measure("Volunteers' time", Kind.NUMBER, "hours a week", _volunteers,
            "Hours a week of all volunteers together."),
)  # fmt: skip


def _vacancy(told: Measured) -> Figure:
    funded, _, vacancy = filled(told.team.posts)
    return Figure(rate(vacancy, funded), vacancy, funded)


def _over(team: TeamDay) -> Decimal:
    return sum((row.over_wte for row in team.posts), Decimal(0))


POST_MEASURES = (
    measure_of_wte("Establishment", lambda team: filled(team.posts)[0],
         "Funded WTE of posts that are active or frozen on the day.", POSTS),
    measure_of_wte("Vacancy", lambda team: filled(team.posts)[2],
         "Funded less in post, post by post, never below nothing.", POSTS),
    Measure("Vacancy rate", Kind.RATE, "of establishment", _vacancy,
            "Vacant WTE divided by funded WTE.", POSTS),
    measure_of_wte("Vacancy, netted", lambda team: filled(team.posts)[0] - filled(team.posts)[1],
         "Funded less in post of all posts together: posts held over their funding hide vacancies.",
         POSTS),
    measure_of_wte("Over-established", _over,
         "Held over what posts are funded for; never set against another post's vacancy.", POSTS),
)  # fmt: skip


def _halves(first: Decimal | int, last: Decimal | int) -> Decimal:
    return (Decimal(first) + Decimal(last)) / 2


FLOW_MEASURES = (
    Measure("Turnover, heads", Kind.RATE, "in 12 months", lambda told: Figure(
        told.flow.turnover_heads_share, told.flow.leavers_heads,
        _halves(told.flow.start_heads, told.flow.end_heads)),
        "Leavers of twelve months divided by the mean of the heads at either end. Moves inside "
        "the locality and ends of training are no leavers.", parts=(Kind.COUNT, Kind.NUMBER)),
    Measure("Turnover, WTE", Kind.RATE, "in 12 months", lambda told: Figure(
        told.flow.turnover_wte_share, told.flow.leavers_wte,
        _halves(told.flow.start_wte, told.flow.end_wte)),
        "WTE lost by leavers and fewer hours, divided by the mean WTE."),
    Measure("Stability", Kind.RATE, "in 12 months", lambda told: Figure(
        told.flow.stability_share, told.flow.stayed_heads, told.flow.start_heads),
        "Of the people here a year before, those who did not leave.",
        parts=(Kind.COUNT, Kind.COUNT)),
    Measure("Time to fill", Kind.COUNT, "days", lambda told: Figure(told.flow.fill_days),
        "Mean days from vacant to start of the posts filled in twelve months.",
        "Recruitment log"),
)  # fmt: skip


def _sickness(told: SicknessRate) -> Figure:
    if told.is_hidden:
        return Figure(HIDDEN, HIDDEN, told.days_available, told.note)
    return Figure(told.rate, told.days_lost, told.days_available, told.note)


SICKNESS_MEASURES = (
    Measure("Sickness, 12 months", Kind.RATE, "of days", lambda told: _sickness(told.sick_year),
            "Days lost divided by days available, of the groups that made a return.", ABSENCE,
            (Kind.NUMBER, Kind.NUMBER)),
    Measure("Sickness, month", Kind.RATE, "of days", lambda told: _sickness(told.sick_month),
            "The same for the month the day lies in.", ABSENCE, (Kind.NUMBER, Kind.NUMBER)),
)  # fmt: skip


def _retirement(ages: AgeProfile) -> tuple[Measure, ...]:
    names = ("all staff", *(group.name for group in ages.groups)) if ages.groups else ()
    return tuple(_risk(name, ages.old_words) for name in names)


def _risk(name: str, old: str) -> Measure:
    def work(told: Measured) -> Figure:
        every = (told.ages.everybody, *told.ages.groups)
        group = next((each for each in every if each.name.casefold() == name.casefold()), None)
        if group is None or not group.every.heads:
            return Figure(None)
        if group.old.is_hidden:
            return Figure(HIDDEN, HIDDEN, group.every.wte, "Too few people to be shown.")
        missing = plural(group.unknown_heads, "year of birth is", "years of birth are")
        note = f"Incomplete: {missing} not known." if group.unknown_heads else ""
        return Figure(group.risk_share, group.old.wte, group.every.wte, note)

    how = f"WTE in post of people {old}, divided by all WTE in post."
    return Measure(f"Retirement risk: {name}", Kind.SHARE, "of WTE", work, how)
