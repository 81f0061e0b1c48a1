"""Closing a month and opening it again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget_plan import MonthClosing
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

MAY = Month(2016, 5)
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
    assert file.read(closed_months, FinancialYear(2016)) == {MAY}
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
