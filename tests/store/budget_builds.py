"""The worked examples of how a sum is built, put into a file by the program's own commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build
from pch_desktop.domain.budget_rates import RateKind
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Sex, Weighting
from pch_desktop.models.locality import ControlTotal, ImportBatch
from pch_desktop.models.population import ListSnapshot, Practice, WeightedPopulation
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.budget.weighting import INDEX, NATIONAL
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import NOON

YEAR = FinancialYear(2025)
APRIL, OCTOBER = Month(2025, 4), Month(2025, 10)
D02: Mapping[str, tuple[str, ...]] = {
    # Baseline and non-recurrent part in pence, demographic, other growth, uplift, efficiency,
    # changes of service in pence, and what the line comes to.
    "Primary medical": ("612000000", "0", "0.8", "", "3.6", "", "0", "639104256"),
    "Prescribing": ("540000000", "0", "0.8", "2", "1.3", "1", "0", "556799842"),
    "Community services": ("410000000", "5000000", "1.2", "", "4.15", "2", "0", "418331806"),
    "Acute non-elective": ("980000000", "0", "1.2", "0.6", "4.15", "2", "-6000000", "1012333237"),
    "Acute planned & outpatients": (
        *("730000000", "0", "0.9", "1", "4.15", "2", "-4500000", "754812851"),
    ),
    "Mental health": ("305000000", "0", "0.6", "1", "4.15", "2", "0", "316303898"),
    "Adult social care (BCF aligned)": ("165000000", "0", "1", "", "5", "", "0", "174982500"),
}
D02_GROSS, D02_SLICE, D02_KEPT = 3_872_668_390, 19_363_342, 19_266_525
D02_OPERATING, D02_HEAD = 3_834_038_523, 95_851
D40: Mapping[str, int] = {
    "Network core payment": 12_133_071,
    "Network enhanced access": 35_283_849,
    "Network care home premium": 4_168_096,
    "Network capacity and access support": 13_431_896,
    "Network capacity and access improvement, at most": 5_757_125,
    "Network additional roles, at most": 111_503_997,
}
D01: Sequence[tuple[Sex, int, int, int, str]] = (
    (Sex.MALE, 0, 4, 1200, "3.97"),
    (Sex.FEMALE, 0, 4, 1150, "3.64"),
    (Sex.MALE, 5, 64, 15_000, "1.40"),
    (Sex.FEMALE, 5, 64, 15_100, "2.60"),
    (Sex.MALE, 65, 130, 3300, "4.80"),
    (Sex.FEMALE, 65, 130, 4250, "5.60"),
)
D01_VALUES = {
    NATIONAL: "2.42",
    f"{INDEX}additional_needs": "1.035",
    f"{INDEX}turnover": "0.992",
    f"{INDEX}staff_costs": "0.981",
}


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def line(file: LocalityFile, name: str) -> LineRow:
    """Return a line of the year by its name."""
    return next(row for row in file.read(budget.lines, OCTOBER) if row.name == name)


def build_lines(file: LocalityFile) -> None:
    """Put in the seven lines of the worked example, grown by rates typed as percentages."""
    for name, (baseline, one_off, *rates, change, _) in D02.items():
        fields = {
            "baseline": int(baseline), "non_recurrent_pence": int(one_off), "build": Build.GROWTH,
        }  # fmt: skip
        line_id = put(file, budget.add_described_line, YEAR, name, Sector.PRIMARY, fields)
        for kind, told in zip(RateKind, rates, strict=True):
            if told:
                put(file, budget.use_percentage, line_id, kind, Decimal(told) / 100)
        if int(change):
            fields = {"approved_on": date(2025, 3, 20)}
            put(file, budget.add_adjustment, line_id, "Moved home", int(change), fields)
    for field in ("top_slice_share", "contingency_share"):
        put(file, budget.set_sum, YEAR, field, Decimal("0.005"))
    put(file, budget.set_sum, YEAR, "registered_people", 40_000)


def share_fairly(file: LocalityFile, weighting: Weighting = Weighting.COMMUNITY) -> int:
    """Let the community line of the worked example move to its fair share; return its id."""

    def bring(session: Session) -> None:
        session.add(Practice(id=7, code="Y09999", name="Orchard Lane Surgery"))
        session.add(
            ImportBatch(
                id=1, kind="weighted", file_name="weighted.csv", file_digest="0", at=NOON,
                year=FinancialYear(2024), rows_read=1, rows_kept=1, rows_refused=0,
            )
        )  # fmt: skip
        session.flush()
        people = {"registered": Decimal(40_000), "weighted": Decimal(41_870)}
        session.add(
            WeightedPopulation(
                practice_id=7, year=FinancialYear(2024), weighting=weighting, **people
            )
        )
        for measure, value in (("registered", 1_100_000), (f"weighted {weighting}", 1_098_000)):
            session.add(
                ControlTotal(batch_id=1, place="QZ1", measure=measure, value=Decimal(value))
            )

    put(file, bring)
    line_id = line(file, "Community services").id
    facts = {
        "build": Build.FAIR_SHARE,
        "weighted_by": weighting,
        "board_total_pence": 11_050_000_000,
        "board_total_source": "Invented board, plan 2025/26",
        "pace_share": Decimal("0.25"),
    }
    for field, value in facts.items():
        put(file, budget.set_line, line_id, field, value)
    return line_id


def weigh(file: LocalityFile) -> None:
    """Put in a list by age and sex with a weight for each band, and the values beside them."""

    def count(session: Session) -> None:
        session.add(Practice(id=8, code="Y09998", name="Weir Street Surgery"))
        session.flush()
        session.add_all(
            ListSnapshot(
                practice_id=8, taken_on=YEAR.first, sex=sex, age_from=first, age_to=last,
                people=people,
            )
            for sex, first, last, people, _ in D01
        )  # fmt: skip

    put(file, count)
    for sex, first, last, _, weight in D01:
        put(file, budget.add_weight_band, sex, (first, last), Decimal(weight))
    for key, value in D01_VALUES.items():
        put(file, budget.set_weighting_value, YEAR, key, "value", Decimal(value))
