"""Closing a month and opening it again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from pch_desktop.domain.budget import Basis, Method, Phase, Profile
from pch_desktop.domain.budget_closing import ClosingCheck
from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.store import budget, imports, services
from pch_desktop.store.budget import CheckRow
from pch_desktop.store.budget.closing import (
    closed_months,
    closings,
    is_closed,
    must_be_open,
    reopen_month,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from pch_desktop.store.locality_file import LocalityFile

YEAR = FinancialYear(2016)
APRIL, MAY, JUNE = Month(2016, 4), Month(2016, 5), Month(2016, 6)
NOON = datetime(2016, 6, 7, 12, tzinfo=UTC)


def closed(session: Session, month: Month = MAY) -> None:
    """Close a month as it stands."""
    session.add(MonthClosing(month=month, kind=ClosingKind.CLOSED, at=NOON))


def test_the_last_that_was_done_with_a_month_decides(file: LocalityFile) -> None:
    assert not file.read(is_closed, MAY)
    file.edit("Close", closed)
    assert file.read(is_closed, MAY)
    file.edit("Reopen", reopen_month, MAY, "A late invoice", NOON)
    assert not file.read(is_closed, MAY)
    file.edit("Close", closed)
    assert file.read(closed_months, YEAR) == {MAY}
    kinds = [row.kind for row in file.read(closings)]
    assert kinds == [ClosingKind.CLOSED, ClosingKind.REOPENED, ClosingKind.CLOSED]


def test_a_closed_month_is_named_in_the_refusal(file: LocalityFile) -> None:
    file.read(must_be_open, MAY)
    file.edit("Close", closed)
    with pytest.raises(Refusal, match="May 2016 is closed"):
        file.read(must_be_open, MAY)


def test_reopening_takes_a_reason_and_a_closed_month(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="May 2016 is open already"):
        file.edit("Reopen", reopen_month, MAY, "A late invoice", NOON)
    file.edit("Close", closed)
    with pytest.raises(Refusal, match="Enter why May 2016 is opened again"):
        file.edit("Reopen", reopen_month, MAY, "  ", NOON)
    assert file.read(is_closed, MAY)


# What must be in order


def begun(file: LocalityFile, *, months: int = 2) -> int:
    """Begin a budget of one line with so many months' actuals; return its id."""
    line_id = file.edit("Add", budget.add_line, YEAR, "Prescribing", Sector.PRIMARY, 1_200_000_00)
    for month in YEAR.months[:months]:
        file.edit("Spent", budget.set_actual, line_id, month, 100_000_00)
    return line_id


def check(file: LocalityFile, of: ClosingCheck, month: Month = MAY) -> CheckRow:
    """Return one of a month's checks."""
    return next(row for row in file.read(budget.closing_checks, month) if row.check is of)


def refused(file: LocalityFile, said: str, month: Month = MAY) -> None:
    """Try to close a month and see why not."""
    with pytest.raises(Refusal, match=said):
        file.edit("Close", budget.close_month, month, NOON)
    assert not file.read(is_closed, month)


def test_a_month_in_order_is_closed_once_and_a_new_file_has_nothing_to_close(
    file: LocalityFile,
) -> None:
    refused(file, r"There is no budget of 2016/17 yet")
    begun(file)
    refused(file, r"May 2016 stays open until earlier months are closed. Waited for: April 2016")
    file.edit("Close", budget.close_month, APRIL, NOON)
    file.edit("Close", budget.close_month, MAY, NOON)
    with pytest.raises(Refusal, match="May 2016 is closed already"):
        file.edit("Close", budget.close_month, MAY, NOON)


def test_a_blank_is_never_nought_so_a_month_without_an_actual_stays_open(
    file: LocalityFile,
) -> None:
    begun(file, months=1)
    blank = file.edit("Add", budget.add_line, YEAR, "Grants", Sector.VOLUNTARY, 0)
    refused(file, r"every line in scope has an actual. Waited for: Grants", APRIL)
    row = check(file, ClosingCheck.ACTUALS, APRIL)
    assert (row.of, row.waiting, row.line_id, row.is_met) == (2, ("Grants",), blank, False)
    file.edit("Nought", budget.set_actual, blank, APRIL, 0)
    file.edit("Close", budget.close_month, APRIL, NOON)


def test_a_line_out_of_scope_holds_up_nothing(file: LocalityFile) -> None:
    begun(file, months=1)
    line_id = file.edit("Add", budget.add_line, YEAR, "Grants", Sector.VOLUNTARY, None)
    file.edit("Out", budget.set_line, line_id, "scope", "out")
    file.edit("Close", budget.close_month, APRIL, NOON)
    assert file.read(is_closed, APRIL)


def test_a_red_line_needs_its_commentary_and_a_forecast_by_hand_its_reason(
    file: LocalityFile,
) -> None:
    line_id = begun(file, months=1)
    file.edit("Forecast", budget.set_forecast, line_id, 1_300_000_00)
    refused(file, r"forecasts by hand have a reason. Waited for: Prescribing. 1 more", APRIL)
    file.edit("Why", budget.set_line, line_id, "method_reason", "Prices")
    refused(file, r"red lines have a commentary. Waited for: Prescribing", APRIL)
    file.edit("Say", budget.set_line, line_id, "commentary", "Prices rose.")
    file.edit("Close", budget.close_month, APRIL, NOON)
    file.edit("By hand", budget.set_line, line_id, "manual_forecast_pence", None)
    file.edit("By hand", budget.set_line, line_id, "method", Method.MANUAL)
    assert not check(file, ClosingCheck.REASONS, APRIL).is_met


def test_a_line_without_a_budget_and_months_that_do_not_add_up_hold_it_up(
    file: LocalityFile,
) -> None:
    line_id = begun(file, months=1)
    file.edit("By hand", budget.set_line, line_id, "profile", Profile.MANUAL)
    file.edit("Month", budget.set_month_budget, line_id, JUNE, 5_00)
    refused(file, r"months by hand add up to their year. Waited for: Prescribing", APRIL)
    file.edit("Fit", budget.fit_months, line_id, 1_200_000_00)
    other = file.edit("Add", budget.add_line, YEAR, "Grants", Sector.VOLUNTARY, None)
    file.edit("Spent", budget.set_actual, other, APRIL, 1)
    refused(file, r"every line in scope has a budget. Waited for: Grants", APRIL)


def test_estimates_are_named_and_do_not_hold_it_up(file: LocalityFile) -> None:
    line_id = begun(file, months=0)
    told = {"basis": Basis.ESTIMATE}
    file.edit("Spent", budget.add_entry, line_id, APRIL, 100_000_00, told)
    row = check(file, ClosingCheck.ESTIMATES, APRIL)
    assert (row.named, row.is_met) == ("Prescribing", True)
    file.edit("Close", budget.close_month, APRIL, NOON)


def test_mapping_asks_for_spending_alone(file: LocalityFile) -> None:
    line_id = begun(file, months=1)
    file.edit("Phase", budget.set_phase, YEAR, Phase.MAPPING)
    file.edit("Budget", budget.set_line, line_id, "annual_pence", 1_00)
    asked = [row.check for row in file.read(budget.closing_checks, APRIL)]
    assert asked == [ClosingCheck.ACTUALS, ClosingCheck.EARLIER, ClosingCheck.ESTIMATES]
    file.edit("Close", budget.close_month, APRIL, NOON)


# What stays closed


def shut(file: LocalityFile) -> tuple[int, int]:
    """Close April on a line and a service; return their ids."""
    line_id = begun(file, months=1)
    service_id = file.edit("Add", services.add_service, "Clinic", Category.PLANNED)
    file.edit("Slots", services.set_month, service_id, APRIL, "slots", 40)
    file.edit("Close", budget.close_month, APRIL, NOON)
    return line_id, service_id


def test_a_closed_month_refuses_every_edit_that_reaches_into_it(file: LocalityFile) -> None:
    line_id, service_id = shut(file)
    (entry,) = file.read(budget.entries, line_id)
    later = file.edit("Entry", budget.add_entry, line_id, MAY, 5_00, {})
    changes: list[tuple[Any, Any]] = [
        (budget.set_actual, (line_id, APRIL, 1)),
        (budget.set_actual, (line_id, APRIL, None)),
        (budget.add_entry, (line_id, APRIL, 1, {})),
        (budget.set_entry, (entry.id, "amount_pence", 1)),
        (budget.set_entry, (entry.id, "reference", "X")),
        (budget.set_entry, (later, "month", APRIL)),
        (budget.remove_entries, ([entry.id],)),
        (budget.set_month_budget, (line_id, APRIL, 1)),
        (budget.remove_lines, ([line_id],)),
        (services.set_month, (service_id, APRIL, "slots", 1)),
        (services.remove_services, ([service_id],)),
    ]
    for command, args in changes:
        with pytest.raises(Refusal, match="April 2016 is closed"):
            file.edit("Change", command, *args)
    file.edit("Change", budget.set_actual, line_id, MAY, 1)
    file.edit("Change", services.set_month, service_id, MAY, "slots", 1)
    file.edit("Reopen", reopen_month, APRIL, "A late invoice", NOON)
    file.edit("Change", budget.set_actual, line_id, APRIL, 1)


def test_undo_is_history_and_goes_back_into_a_closed_month(file: LocalityFile) -> None:
    line_id, _ = shut(file)
    file.undo()
    assert not file.read(is_closed, APRIL)
    file.undo()
    file.undo()
    file.undo()
    assert file.read(budget.entries, line_id) == []


def test_an_import_does_not_write_into_a_closed_month(file: LocalityFile) -> None:
    line_id, _ = shut(file)
    facts = imports.Batch("actuals", "ledger.csv", "0" * 64, YEAR, None, 1, 1, 0, None)
    row = imports.Change(
        "actual", "Prescribing", {"line_id": line_id, "month": APRIL, "amount_pence": 7_00}
    )
    plan = imports.Intake(facts, (row,), (), file.read(imports.stamp))
    with pytest.raises(Refusal, match="April 2016 is closed"):
        file.edit("Import", imports.commit, plan, NOON)
    assert [entry.amount_pence for entry in file.read(budget.entries, line_id)] == [100_000_00]
