"""Risks to the outturn in a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pch_desktop.domain.budget_plan import RiskKind
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import budget
from pch_desktop.store.budget import RiskRow
from pch_desktop.store.locality_file import LocalityFile

YEAR = FinancialYear(2016)


def line(file: LocalityFile, name: str = "Prescribing") -> int:
    """Add a line and return its id."""
    return file.edit("Add", budget.add_line, YEAR, name, Sector.PRIMARY, 1_200_00)


def risk(file: LocalityFile, name: str = "Prices rise", **fields: object) -> int:
    """Add a risk and return its id."""
    return file.edit("Add", budget.add_risk, YEAR, RiskKind.RISK, name, fields)


def only(file: LocalityFile) -> RiskRow:
    """Return the only risk there is."""
    (found,) = file.read(budget.risks, YEAR)
    return found


def test_a_risk_is_kept_with_all_that_is_known_of_it(file: LocalityFile) -> None:
    line(file)
    risk(
        file,
        line="prescribing",
        amount_pence=100_00,
        likelihood_share=Decimal("0.25"),
        owner="P. Okafor",
        review_on=date(2016, 12, 5),
    )
    found = only(file)
    assert (found.kind, found.name, found.line) == (RiskKind.RISK, "Prices rise", "Prescribing")
    assert (found.amount_pence, found.likelihood_share) == (100_00, Decimal("0.25"))
    assert (found.weighted_pence, found.is_open) == (25_00, True)
    assert file.read(budget.risks, FinancialYear(2015)) == []


def test_a_blank_amount_or_likelihood_is_not_known(file: LocalityFile) -> None:
    line(file)
    made = risk(file, amount_pence=100_00)
    assert only(file).weighted_pence is None
    file.edit("Likely", budget.set_risk, made, "likelihood_share", Decimal("0.5"))
    assert only(file).weighted_pence == 50_00
    file.edit("Unknown", budget.set_risk, made, "amount_pence", None)
    assert only(file).weighted_pence is None


def test_what_is_no_longer_open_counts_for_nothing(file: LocalityFile) -> None:
    line(file)
    made = risk(file, amount_pence=100_00)
    file.edit("Close", budget.set_risk, made, "is_open", False)
    assert only(file).weighted_pence == 0


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("amount_pence", -1, "without a sign"),
        ("likelihood_share", Decimal("1.01"), "from 0% to 100%"),
        ("likelihood_share", Decimal("-0.1"), "from 0% to 100%"),
        ("name", None, "Enter what may happen"),
        ("kind", None, "a risk or a mitigation"),
    ],
)
def test_what_a_risk_cannot_be_is_refused_and_nothing_changed(
    file: LocalityFile, field: str, value: object, said: str
) -> None:
    line(file)
    made = risk(file, amount_pence=100_00)
    before = only(file)
    with pytest.raises(Refusal, match=said):
        file.edit("Change", budget.set_risk, made, field, value)
    assert only(file) == before


def test_a_line_that_does_not_exist_is_refused(file: LocalityFile) -> None:
    line(file)
    made = risk(file)
    with pytest.raises(Refusal, match="no budget line called “Wards” in 2016/17"):
        file.edit("Change", budget.set_risk_line, made, "Wards")
    file.edit("Change", budget.set_risk_line, made, "  PRESCRIBING ")
    assert only(file).line == "Prescribing"
    file.edit("Change", budget.set_risk_line, made, None)
    assert only(file).line is None


def test_a_risk_stays_when_its_line_goes(file: LocalityFile) -> None:
    made = line(file)
    line(file, "Wards")
    risk(file, line="Prescribing")
    file.edit("Delete", budget.remove_lines, [made])
    assert only(file).line is None
    file.undo()
    assert only(file).line == "Prescribing"


def test_risks_need_a_budget_and_are_deleted_and_brought_back(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="no budget for 2016/17 yet"):
        risk(file)
    line(file)
    made = risk(file)
    file.edit("Delete", budget.remove_risks, [made])
    assert file.read(budget.risks, YEAR) == []
    file.undo()
    assert only(file).id == made
