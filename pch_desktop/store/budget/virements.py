"""Budget moved from one line to another of an approved version."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.budget import Phase, Scope, VersionStatus
from pch_desktop.domain.budget_phases import Right, must_allow
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.budget_plan import Virement
from pch_desktop.store.budget.closing import must_be_open
from pch_desktop.store.budget.lines import lines_of
from pch_desktop.store.budget.rows import LineRow
from pch_desktop.store.budget.years import current_version
from pch_desktop.store.records import change, found, remove

VIREMENT_FIELDS: Mapping[str, str] = {
    "words": "why the budget is moved",
    "is_recurrent": "whether it recurs next year",
    "approver": "who approved it",
    "minute_reference": "where it is minuted",
    "decided_on": "the day it was decided",
}
"""What is said of a virement and moves nothing, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class VirementRow:
    """Budget moved from one line to another from a month on; it nets to nothing."""

    id: int
    number: int
    from_line_id: int
    from_line: str
    to_line_id: int
    to_line: str
    amount_pence: int
    month: Month
    words: str
    is_recurrent: bool
    approver: str | None
    minute_reference: str | None
    decided_on: date | None

    @property
    def name(self) -> str:
        """What it is called: Virement 3."""
        return f"Virement {self.number}"


def virements(session: Session, version_id: int) -> list[VirementRow]:
    """Return the virements of a version, by number."""
    source, target = aliased(BudgetLine), aliased(BudgetLine)
    query = (
        select(
            Virement.id,
            Virement.number,
            source.id,
            source.name,
            target.id,
            target.name,
            Virement.amount_pence,
            Virement.month,
            Virement.words,
            Virement.is_recurrent,
            Virement.approver,
            Virement.minute_reference,
            Virement.decided_on,
        )
        .join(source, Virement.from_line_id == source.id)
        .join(target, Virement.to_line_id == target.id)
        .where(Virement.version_id == version_id)
        .order_by(Virement.number)
    )
    return [VirementRow(*row) for row in session.execute(query)]


def add_virement(
    session: Session,
    year: FinancialYear,
    ends: tuple[str, str],
    move: tuple[int | None, Month | None],
    fields: Mapping[str, object],
) -> int:
    """Move budget between two lines of a year's approved version; return the virement's id.

    Args:
        session: the open edit.
        year: whose budget.
        ends: the names of the lines it comes from and goes to.
        move: how much in pence, and the first month it changes.
        fields: the reason, and what else is known of its ``VIREMENT_FIELDS``.

    Raises:
        Refusal: the version is not approved, the phase gives no right to it, a line or the
            month is not of this budget, the month is closed, or the line has not as much.
    """
    version = _approved(session, year)
    source, target = (_line(session, version, name) for name in ends)
    last = select(func.max(Virement.number)).where(Virement.version_id == version.id)
    virement = Virement(
        version_id=version.id,
        number=(session.scalar(last) or 0) + 1,
        from_line_id=source.id,
        to_line_id=target.id,
        is_recurrent=False,
    )
    virement.amount_pence, virement.month = _amount(move[0]), _month(move[1], year)
    _must_pair(source, target)
    _must_reach_open(session, virement.month)
    for field in VIREMENT_FIELDS:
        if field in fields or field == "words":
            change(session, virement, field, fields.get(field), VIREMENT_FIELDS[field])
    session.add(virement)
    _must_have(session, version, source.id, virement)
    return virement.id


def set_virement(session: Session, virement_id: int, field: str, value: object) -> None:
    """Put a value into one of a virement's ``VIREMENT_FIELDS``."""
    virement, _ = _kept(session, virement_id)
    change(session, virement, field, value, VIREMENT_FIELDS[field])


def set_virement_end(session: Session, virement_id: int, end: str, name: str) -> None:
    """Say by its name which line a virement comes from, or goes to; ``end`` is from or to."""
    virement, version = _moving(session, virement_id)
    line = _line(session, version, name)
    if end == "from":
        virement.from_line_id = line.id
    else:
        virement.to_line_id = line.id
    ends = (virement.from_line_id, virement.to_line_id)
    with session.no_autoflush:
        _must_pair(*(session.get_one(BudgetLine, line_id) for line_id in ends))
    for line_id in ends:
        _must_have(session, version, line_id, virement)


def set_virement_move(
    session: Session, virement_id: int, pence: int | None, month: Month | None
) -> None:
    """Change how much a virement moves, and from which month on."""
    virement, version = _moving(session, virement_id)
    year = session.get_one(BudgetYear, version.budget_year_id).year
    virement.amount_pence, virement.month = _amount(pence), _month(month, year)
    _must_reach_open(session, virement.month)
    for line_id in (virement.from_line_id, virement.to_line_id):
        _must_have(session, version, line_id, virement)


def remove_virements(session: Session, virement_ids: Collection[int]) -> None:
    """Take virements back; the budget they moved goes back to where it came from.

    Raises:
        Refusal: one reaches into a closed month, or what it moved was moved on since.
    """
    gone = [_moving(session, virement_id) for virement_id in virement_ids]
    remove(session, Virement, virement_ids, "virements")
    for virement, version in gone:
        _must_have(session, version, virement.to_line_id, virement)


def _approved(session: Session, year: FinancialYear) -> BudgetVersion:
    version = current_version(session, year)
    if version is None:
        raise Refusal(f"There is no budget of {year} yet. Add its lines first.")
    phase = session.get_one(BudgetYear, version.budget_year_id).phase
    must_allow(Phase(phase), Right.VIRE)
    _must_be_approved(version)
    return version


def _must_be_approved(version: BudgetVersion) -> None:
    if version.status is not VersionStatus.APPROVED:
        raise Refusal(
            f"Version {version.number} is {version.status.value}, not approved. "
            "Change its lines; budget is moved once it is approved."
        )


def _kept(session: Session, virement_id: int) -> tuple[Virement, BudgetVersion]:
    """Return a virement of the newest version; those that older ones keep stay as they are."""
    virement = found(session, Virement, virement_id)
    version = session.get_one(BudgetVersion, virement.version_id)
    year = session.get_one(BudgetYear, version.budget_year_id).year
    newest = current_version(session, year)
    if newest is None or newest.id != version.id:
        raise Refusal(f"Version {version.number} is kept as it was, with its virements.")
    return virement, version


def _moving(session: Session, virement_id: int) -> tuple[Virement, BudgetVersion]:
    """Return a virement whose figures may change: approved version, no month closed since."""
    virement, version = _kept(session, virement_id)
    _must_be_approved(version)
    _must_reach_open(session, virement.month)
    return virement, version


def _must_reach_open(session: Session, first: Month) -> None:
    for month in first.financial_year.months:
        if month >= first:
            must_be_open(session, month)


def _line(session: Session, version: BudgetVersion, name: str) -> BudgetLine:
    plain = " ".join(name.split())
    of_version = select(BudgetLine).where(BudgetLine.version_id == version.id)
    named = of_version.where(func.lower(BudgetLine.name) == plain.lower())
    with session.no_autoflush:
        line = session.scalars(named).first()
    if line is None:
        raise Refusal(f"There is no line called “{plain}” in this budget. Choose one of its lines.")
    return line


def _amount(pence: int | None) -> int:
    if pence is None or pence <= 0:
        raise Refusal("Enter the amount to be moved, more than nothing.")
    return pence


def _month(month: Month | None, year: FinancialYear) -> Month:
    if month is None:
        raise Refusal("Enter the first month the virement changes.")
    if month.financial_year != year:
        raise Refusal(f"{month.words} does not lie in {year}. Enter a month of that year.")
    return month


def _must_pair(source: BudgetLine, target: BudgetLine) -> None:
    """Refuse two lines between which a move would not net to nothing in the budget's total."""
    if source.id == target.id:
        raise Refusal(f"“{source.name}” cannot move budget to itself. Choose another line.")
    if Scope.OUT in (source.scope, target.scope) or source.scope is not target.scope:
        raise Refusal(
            f"“{source.name}” and “{target.name}” are not both in scope alike. "
            "Choose two lines of the same scope, so that the sum stays."
        )
    if source.is_income is not target.is_income:
        raise Refusal(
            f"One of “{source.name}” and “{target.name}” is income. "
            "Choose two lines of spending or two of income, so that the sum stays."
        )


def _must_have(session: Session, version: BudgetVersion, line_id: int, virement: Virement) -> None:
    """Refuse a move that leaves a line less than nothing from the move's first month on."""
    session.flush()
    year, first = virement.month.financial_year, virement.month
    rows = lines_of(session, version, year.months[-1])
    row = next(row for row in rows if row.id == line_id)
    if row.annual_pence is None:
        raise Refusal(f"“{row.name}” has no budget yet, so none can be moved.")
    left = _left(row, first)
    if left < 0:
        raise Refusal(
            f"“{row.name}” has {_pounds(left + virement.amount_pence)} from {first.words} on. "
            "Move no more than that."
        )


def _left(row: LineRow, first: Month) -> int:
    return sum(row.year.budget[first.number - 1 :])


def _pounds(pence: int) -> str:
    pounds, rest = divmod(max(pence, 0), 100)
    return f"£{pounds:,}.{rest:02d}" if rest else f"£{pounds:,}"
