"""The registers beside a shadow budget: their sheets in the pack, and what they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_delegation import committed, scheme
from pch_desktop.reports.budget_marginal import marginal_rate
from pch_desktop.reports.budget_moved import double_payment
from pch_desktop.reports.budget_outside import bought_outside
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import written
from pch_desktop.store.budget import commitments, moved, outside
from pch_desktop.store.budget.moved import MovedRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TEN = 10


class Register(Enum):
    """A register, by the title of its view."""

    MOVED = "Double payment"
    OUTSIDE = "Bought outside"
    DELEGATION = "Delegation"
    COMMITMENTS = "Commitments"
    READINESS = "Readiness"
    HOLDINGS = "Holdings"
    MARGINAL = "Marginal rate"


def place(register: Register, record_id: int) -> int:
    """Return the number a record of a register goes by among budget lines: below nought."""
    return -(record_id * TEN + list(Register).index(register))


def placed(number: int) -> tuple[Register, int]:
    """Return the register and the record that a number below nought stands for."""
    record_id, at = divmod(-number, TEN)
    return list(Register)[at], record_id


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the registers that stand in the pack, those that hold something."""
    builds = (double_payment, bought_outside, scheme, committed, marginal_rate)
    made: list[Table[Any]] = [build(file, month) for build in builds]
    return [table for table in made if table.rows]


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return what is paid twice, agreed but not counted, late for review or bound too far."""
    services = file.read(moved.moved_services, month)
    return [
        *(finding for row in services for finding in _of_moved(row, month)),
        *_of_lines(file, month),
        *_of_reviews(file, month),
    ]


def _of_moved(row: MovedRow, month: Month) -> Iterator[Finding]:
    at = place(Register.MOVED, row.id)
    if row.rating is Rating.RED:
        amount = written(row.moved.double_pence, Kind.MONEY)
        until = row.transitional_until
        why = f"agreed only until {written(until, Kind.DATE)}" if until else "not agreed"
        detail = f"The hospital is still paid for what moved, and it is {why}."
        title = f"{row.name}: {amount} a year paid twice"
        yield Finding("budget", title, detail, Weight.MONEY, "Put right", at)
    uncounted = row.uncounted_pence
    if row.is_agreed and uncounted:
        amount = written(uncounted, Kind.MONEY)
        title = f"{row.name}: {amount} agreed but not counted"
        detail = f"Count the saving in the budget of {month.financial_year}."
        yield Finding("budget", title, detail, Weight.MONEY, "Count", at)


def _of_lines(file: Reads, month: Month) -> Iterator[Finding]:
    bound = {row.line_id: row.id for row in file.read(commitments.commitments, month)}
    if not bound:
        return
    for row in file.read(commitments.lines_left, month):
        if row.id in bound and (row.left_pence or 0) < 0:
            amount = written(-(row.left_pence or 0), Kind.MONEY)
            title = f"{row.name}: {amount} committed beyond what is left"
            detail = "Budget less actual to date less commitments still to come is below nothing."
            at = place(Register.COMMITMENTS, bound[row.id])
            yield Finding("budget", title, detail, Weight.MONEY, "Put right", at)


def _of_reviews(file: Reads, month: Month) -> Iterator[Finding]:
    for row in file.read(outside.bought_outside, month.financial_year):
        if row.review_on is not None and row.review_on <= month.last:
            day = written(row.review_on, Kind.DATE)
            title = f"{row.name}: review was due on {day}"
            detail = "Bought outside. Say whether it could come home, and enter the next review."
            at = place(Register.OUTSIDE, row.id)
            yield Finding("budget", title, detail, Weight.LATE, "Review", at)
