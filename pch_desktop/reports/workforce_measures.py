"""Every measure of the workforce on a day, with what it is worked out from, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain import suppression
from pch_desktop.domain.period import Month
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.domain.workforce import ContractKind
from pch_desktop.domain.workforce_flow import FlowMeasures, year_before
from pch_desktop.domain.workforce_measures import (
    known_sum,
    patients_per_wte,
    rate,
    wte_per_ten_thousand,
)
from pch_desktop.reports.table import Column, Kind, Table, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_ages import AgeProfile, age_profile
from pch_desktop.reports.workforce_day import (
    TeamDay,
    cover,
    heads,
    in_post,
    of_kind,
    team_day,
    weekly_hours,
    wte,
)
from pch_desktop.reports.workforce_filled import filled
from pch_desktop.reports.workforce_flow import flow_measures
from pch_desktop.reports.workforce_sickness import YEAR, Sickness, SicknessRate, read_sickness

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TEAM, POSTS, ABSENCE = "Posts and people", "Posts", "Sickness returns"
RATIO = 'IF({denominator}=0,"",{numerator}/{denominator})'
PER_TEN_THOUSAND = 'IF({denominator}=0,"",10000*{numerator}/{denominator})'


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure worked out: None is not known, and the note says why."""

    value: Value
    numerator: Value = None
    denominator: Value = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that the measures of a day are worked out from."""

    team: TeamDay
    ages: AgeProfile
    flow: FlowMeasures
    sick_month: SicknessRate
    sick_year: SicknessRate


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what it is, and how it is worked out."""

    name: str
    kind: Kind
    unit: str
    work: Callable[[Measured], Figure]
    how: str
    source: str = TEAM
    parts: tuple[Kind, Kind] = (Kind.WTE, Kind.WTE)
    """The kinds of its numerator and denominator."""
    formula: str = RATIO
    """How a workbook works it out, where it has both."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure on a day, and the same a year before."""

    id: int
    measure: Measure
    figure: Figure
    before: Value

    @property
    def name(self) -> str:
        """What it measures."""
        return self.measure.name

    @property
    def how(self) -> str:
        """How it is worked out, and what is missing."""
        return f"{self.measure.how} {self.figure.note}".strip()

    @property
    def formula(self) -> str:
        """What a workbook works out live; nothing where the value is given, or not shown."""
        is_ratio = self.figure.denominator is not None and self.figure.numerator is not None
        is_known = self.figure.value is not None and self.figure.value != HIDDEN
        return self.measure.formula if is_ratio and is_known else ""


MEASURES: tuple[Column[MeasureRow], ...] = (
    Column("name", "Measure", lambda row: row.name, width=42),
    Column("value", "Value", lambda row: row.figure.value, Kind.NUMBER, width=10,
           kind_of=lambda row: row.measure.kind,
           formula_of=lambda row: row.formula),
    Column("unit", "Unit", lambda row: row.measure.unit, width=15),
    Column("numerator", "Numerator", lambda row: row.figure.numerator, Kind.NUMBER, width=10,
           kind_of=lambda row: row.measure.parts[0],
           help="What is divided; of a sum nothing."),
    Column("denominator", "Denominator", lambda row: row.figure.denominator, Kind.NUMBER, width=11,
           kind_of=lambda row: row.measure.parts[1],
           help="What it is divided by."),
    Column("before", "A year before", lambda row: row.before, Kind.NUMBER, width=10,
           kind_of=lambda row: row.measure.kind,
           help="The same on the same day a year earlier."),
    Column("how", "How it is worked out", lambda row: row.how, width=70),
    Column("source", "Source", lambda row: row.measure.source, width=26),
)  # fmt: skip


def measured(file: Reads, day: date, sick: Sickness) -> Measured:
    """Return all that the measures of a day are worked out from, sickness read already."""
    team = team_day(file, day)
    month = Month.of(day)
    return Measured(
        team,
        age_profile(team.work, team.rules, day),
        flow_measures(file, day, team.rules.training_roles),
        sick.rate_of(None, month),
        sick.rate_of(None, month, YEAR),
    )


def measure_rows(file: Reads, day: date) -> list[MeasureRow]:
    """Return every measure of a day beside the same a year before; nothing while nobody is here."""
    sick = read_sickness(file, Month.of(day))
    now = measured(file, day, sick)
    if not now.team.work and not now.team.posts:
        return []
    then = measured(file, year_before(day), sick)
    before = {each.name: each.work(then).value for each in catalogue(then)}
    return [
        MeasureRow(number, each, each.work(now), before.get(each.name))
        for number, each in enumerate(catalogue(now), start=1)
    ]


def catalogue(told: Measured) -> tuple[Measure, ...]:
    """Return the measures there are; retirement risk has one for each staff group."""
    return (*TEAM_MEASURES, *POST_MEASURES, *FLOW_MEASURES, *SICKNESS_MEASURES,
            *_retirement(told.ages), *_patients(told.team))  # fmt: skip


def measures_table(file: Reads, month: Month) -> Table[MeasureRow]:
    """Return the measures at a month's end, as a sheet of the pack."""
    rows = measure_rows(file, month.last)
    rules = team_day(file, month.last).rules
    subtitle = f"The whole locality at {written(month.last, Kind.DATE)}. A blank is not known."
    notes = (
        f"A GP session is {rules.session_minutes} minutes; 37.5 hours a week are 1.00 WTE.",
        suppression.words(rules.least_shown),
    )
    return Table("Workforce measures", MEASURES, rows, subtitle, (), notes)


def finding(rows: Sequence[MeasureRow]) -> str:
    """Return the sentence on how the team stands and how hard it is to come by."""
    known = {row.name: row for row in rows}
    if not rows:
        return "No post has been added and nobody is in post yet."
    parts = [
        f"{written(known['WTE in post'].figure.value, Kind.WTE)} WTE in post, "
        f"{written(known['Headcount'].figure.value, Kind.COUNT)} people"
    ]
    for name, words in (("Vacancy rate", "of posts vacant"), ("Patients per GP WTE",
                        "patients to a GP WTE")):  # fmt: skip
        row = known[name]
        if row.figure.value is not None:
            parts.append(f"{written(row.figure.value, row.measure.kind)} {words}")
    return "; ".join(parts) + "."


def _wte(name: str, value: Callable[[TeamDay], Decimal], how: str, source: str = TEAM) -> Measure:
    return Measure(name, Kind.WTE, "WTE", lambda told: Figure(value(told.team)), how, source)


def _kind(words: str, kind: ContractKind) -> Measure:
    return _wte(f"Cover: {words}", lambda team: wte(team.work, of_kind(kind)),
                "WTE of this contract on the day. Shown apart, never in post.")  # fmt: skip


def _volunteers(told: Measured) -> Figure:
    volunteer = of_kind(ContractKind.VOLUNTEER)
    return Figure(weekly_hours(told.team.work, volunteer))


TEAM_MEASURES = (
    _wte("WTE in post", lambda team: wte(team.work),
         "Contracted hours divided by 37.5, added up: permanent, fixed term, partner, apprentice "
         "and seconded in."),
    Measure("Headcount", Kind.COUNT, "people", lambda told: Figure(heads(told.team.work)),
            "Everybody with a live assignment, each once however many posts they hold; "
            "volunteers are counted apart."),
    Measure("Headcount in post", Kind.COUNT, "people",
            lambda told: Figure(heads(told.team.work, in_post)),
            "The same, of those who count as in post."),
    _wte("Cover", lambda team: wte(team.work, cover),
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


POST_MEASURES = (
    _wte("Establishment", lambda team: filled(team.posts)[0],
         "Funded WTE of posts that are active or frozen on the day.", POSTS),
    _wte("Vacancy", lambda team: filled(team.posts)[2],
         "Funded less in post, post by post, never below nothing.", POSTS),
    Measure("Vacancy rate", Kind.RATE, "of establishment", _vacancy,
            "Vacant WTE divided by funded WTE.", POSTS),
    _wte("Vacancy, netted", lambda team: filled(team.posts)[0] - filled(team.posts)[1],
         "Funded less in post of all posts together: posts held over their funding hide vacancies.",
         POSTS),
    _wte("Over-established", lambda team: sum((row.over_wte for row in team.posts), Decimal(0)),
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


def _patients(team: TeamDay) -> tuple[Measure, ...]:
    """Return the measures of patients per WTE, with the day of the lists in their source."""
    years = {str(row.year) for row in team.people if row.year}
    weighted = f"Weighted lists of {', '.join(sorted(years))}" if years else "Weighted lists"
    gps = "with" if team.rules.counts_all_gps else "without"
    counted = f"GPs {gps} trainees and locums."
    clinical = "GPs as counted, nurses, other doctors and direct patient care in post."
    return (
        _wte("GP WTE", lambda team: wte(team.work, team.standing_gps),
             "GPs in post, without trainees and locums."),
        _wte("GP WTE with trainees and locums", lambda team: wte(team.work, team.all_gps),
             "GPs in post, in training, and who stand in by bank, agency or locum contract."),
        _wte("Clinical WTE", lambda team: wte(team.work, team.clinical), clinical),
        _per_wte("Patients per GP WTE", "patients", _registered, _gp_wte,
                 f"Registered patients divided by GP WTE, {counted}", "Registered lists"),
        _per_wte("Weighted patients per GP WTE", "weighted", _weighted, _gp_wte,
                 f"Weighted patients divided by GP WTE, {counted}", weighted),
        _per_wte("Patients per clinical WTE", "patients", _registered, _clinical_wte,
                 "Registered patients divided by clinical WTE.", "Registered lists"),
        _per_wte("Weighted patients per clinical WTE", "weighted", _weighted, _clinical_wte,
                 "Weighted patients divided by clinical WTE.", weighted),
        Measure("GP WTE per 10,000 weighted", Kind.WTE, "WTE", _gps_per_ten_thousand,
                f"GP WTE divided by weighted patients, times 10,000. {counted}", weighted,
                (Kind.WTE, Kind.COUNT), PER_TEN_THOUSAND),
    )  # fmt: skip


def _registered(team: TeamDay) -> Figure:
    return _summed({row.name: row.registered for row in team.people}, "list")


def _weighted(team: TeamDay) -> Figure:
    return _summed({row.name: row.weighted for row in team.people}, "weighted list")


def _summed(known: Mapping[str, Decimal | None], noun: str) -> Figure:
    """Return a sum over practices; None, and why, where one is missing."""
    total = known_sum(known.values())
    missing = [name for name, people in known.items() if people is None]
    if not known:
        return Figure(None, note="There is no practice yet.")
    if not missing:
        return Figure(total)
    return Figure(None, note=f"Incomplete: no {noun} of {', '.join(missing[:3])}"
                  + (" and others." if len(missing) > 3 else "."))  # fmt: skip


def _gp_wte(team: TeamDay) -> Decimal:
    return wte(team.work, team.gps)


def _clinical_wte(team: TeamDay) -> Decimal:
    return wte(team.work, team.clinical)


def _per_wte(
    name: str,
    unit: str,
    people: Callable[[TeamDay], Figure],
    staff: Callable[[TeamDay], Decimal],
    *words: str,
) -> Measure:
    def work(told: Measured) -> Figure:
        found, here = people(told.team), staff(told.team)
        patients = found.value if isinstance(found.value, Decimal) else None
        return Figure(patients_per_wte(patients, here), patients, here, found.note)

    return Measure(name, Kind.COUNT, unit, work, *words, parts=(Kind.COUNT, Kind.WTE))


def _gps_per_ten_thousand(told: Measured) -> Figure:
    found, here = _weighted(told.team), _gp_wte(told.team)
    patients = found.value if isinstance(found.value, Decimal) else None
    return Figure(wte_per_ten_thousand(here, patients), here, patients, found.note)
