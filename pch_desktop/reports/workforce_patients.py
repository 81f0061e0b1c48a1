"""The measures of patients to a whole time, and of how GPs are counted for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from pch_desktop.domain.workforce_measures import (
    known_sum,
    patients_per_wte,
    wte_per_ten_thousand,
)
from pch_desktop.reports.table import Kind
from pch_desktop.reports.workforce_day import TeamDay, wte
from pch_desktop.reports.workforce_measure import (
    PER_TEN_THOUSAND,
    Figure,
    Measure,
    Measured,
    measure_of_wte,
)


def patient_measures(team: TeamDay) -> tuple[Measure, ...]:
    """Return the measures of patients per WTE, with the day of the lists in their source."""
    years = {str(row.year) for row in team.people if row.year}
    weighted = f"Weighted lists of {', '.join(sorted(years))}" if years else "Weighted lists"
    gps = "with" if team.rules.counts_all_gps else "without"
    counted = f"GPs {gps} trainees and locums."
    clinical = "GPs as counted, nurses, other doctors and direct patient care in post."
    return (
        measure_of_wte("GP WTE", lambda team: wte(team.work, team.standing_gps),
             "GPs in post, without trainees and locums."),
        measure_of_wte("GP WTE with trainees and locums", lambda team: wte(team.work, team.all_gps),
             "GPs in post, in training, and who stand in by bank, agency or locum contract."),
        measure_of_wte("Clinical WTE", lambda team: wte(team.work, team.clinical), clinical),
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
