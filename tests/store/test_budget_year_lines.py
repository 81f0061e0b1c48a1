"""The lines of a year's budget with whom they were paid for."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Scope
from pch_desktop.domain.budget_years import Counted, Portion
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Weighting
from pch_desktop.models.budget import BaselinePart, BudgetLine, BudgetVersion
from pch_desktop.models.population import Practice, WeightedPopulation
from pch_desktop.store import budget
from pch_desktop.store.budget import WHOLE, YearLine
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import YEAR, seed

PAID = FinancialYear(2015)


def lay_out(session: Session) -> None:
    """Put lines beside the seed's: by practice, in part by practice, income, out of scope."""
    session.get_one(BudgetVersion, 1).baseline_year = PAID
    session.add(Practice(id=2, code="M81002", name="Mill Street Practice"))
    session.flush()
    session.add_all(
        WeightedPopulation(
            practice_id=practice,
            year=PAID,
            weighting=Weighting.CARR_HILL,
            registered=Decimal(900 * practice),
            weighted=Decimal(1_000 * practice),
        )
        for practice in (1, 2)
    )
    kinds = {
        2: {"name": "By practice", "weighted_by": Weighting.CARR_HILL},
        3: {"name": "Mixed"},
        4: {"name": "Income", "is_income": True, "annual_pence": 70},
        5: {"name": "Out", "scope": Scope.OUT, "annual_pence": 5},
        6: {"name": "Nothing said"},
    }
    for number, kind in kinds.items():
        session.add(BudgetLine(id=number, version_id=1, sector=Sector.PRIMARY, **kind))
        session.flush()
    parts = [
        (2, 1, PAID, 100, "Payments"),
        (2, 2, PAID, 300, "Payments"),
        (2, 2, YEAR, 9_999, "Payments of another year"),
        (2, None, None, 0, "Budget 2015/16, version 1"),
        (3, 1, PAID, 100, "Payments"),
        (3, None, None, 11, "Letter"),
    ]
    session.add_all(
        BaselinePart(line_id=line, practice_id=practice, year=year, amount_pence=pence, source=told)
        for line, practice, year, pence, told in parts
    )


def lines(file: LocalityFile) -> dict[str, YearLine]:
    """Return the year's lines by name."""
    file.edit("Seed", seed)
    file.edit("Lay out", lay_out)
    found = file.read(budget.year_lines, YEAR)
    assert found is not None
    assert found.practices["M81002"] == "Mill Street Practice"
    return {line.line.name: line for line in found.lines}


def test_a_line_that_is_its_payments_is_told_practice_by_practice(file: LocalityFile) -> None:
    line = lines(file)["By practice"]
    assert line.portions == {
        "M81001": Portion(100, Counted(Decimal(1_000), "Carr-Hill (GMS) 2015/16")),
        "M81002": Portion(300, Counted(Decimal(2_000), "Carr-Hill (GMS) 2015/16")),
    }
    assert line.whole == Portion(400, Counted(Decimal(3_000), "Carr-Hill (GMS) 2015/16"))
    assert line.source == "Payments"


def test_a_line_with_a_sum_of_no_practice_or_set_otherwise_is_one_sum(file: LocalityFile) -> None:
    found = lines(file)
    assert found["Mixed"].portions == {WHOLE: found["Mixed"].whole}
    assert found["Mixed"].whole is not None
    assert found["Mixed"].whole.pence == 111
    assert found["Global sum"].source == "Budget 2016/17, version 1"


def test_income_is_below_zero_and_what_is_out_of_scope_does_not_stand(file: LocalityFile) -> None:
    found = lines(file)
    assert found["Income"].whole is not None
    assert found["Income"].whole.pence == -70
    assert "Out" not in found


def test_a_line_without_a_budget_is_not_known(file: LocalityFile) -> None:
    line = lines(file)["Nothing said"]
    assert line.whole is None
    assert line.portions is None


def test_a_year_without_a_budget_has_no_lines(file: LocalityFile) -> None:
    assert file.read(budget.year_lines, PAID) is None
