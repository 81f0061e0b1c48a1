"""Starting a budget from ready lines, and the rates by people that some are paid by."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build
from pch_desktop.domain.budget_ready import ReadyLine, ReadyRate
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.budget_plan import LineRate
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.store.budget.edits import add_described_line
from pch_desktop.store.budget.rates import holding
from pch_desktop.store.budget.years import current_version, open_line, open_version
from pch_desktop.store.records import found, remove


@dataclass(frozen=True, slots=True)
class LineRateRow:
    """A rate of so much for each person, that a line is made of."""

    id: int
    line_id: int
    line: str
    rate_key: str
    words: str
    base: RateBase
    value: Decimal | None
    """In pounds, as it holds on 1 April of the year; None where none does."""
    source: str | None


def add_ready_lines(
    session: Session,
    year: FinancialYear,
    lines: Sequence[ReadyLine],
    rates: Sequence[ReadyRate] = (),
) -> int:
    """Add those ready lines that a year's budget has not yet; return how many that was.

    Their amounts stay blank: they are not known yet.
    """
    version_id = open_version(session, year)
    of_version = select(func.lower(BudgetLine.name)).where(BudgetLine.version_id == version_id)
    there = set(session.scalars(of_version))
    missing = [line for line in lines if line.name.lower() not in there]
    if not missing:
        raise Refusal("All of these lines are there already.")
    for rate in rates:
        _keep(session, rate)
    for line in missing:
        line_id = add_described_line(session, year, line.name, line.sector, line.fields)
        session.add_all(
            LineRate(line_id=line_id, rate_key=key, base=base) for key, base in line.rates
        )
    return len(missing)


def line_rates(session: Session, year: FinancialYear) -> list[LineRateRow]:
    """Return the rates by people of a year's lines, line by line."""
    version = current_version(session, year)
    if version is None:
        return []
    query = (
        select(LineRate, BudgetLine.name)
        .join(BudgetLine, LineRate.line_id == BudgetLine.id)
        .where(BudgetLine.version_id == version.id)
        .order_by(BudgetLine.position, BudgetLine.id, LineRate.id)
    )
    rows: list[LineRateRow] = []
    for rate, line in session.execute(query):
        values = _of_key(session, rate.rate_key)
        held = holding(values, year.first)
        known = held or (values[0] if values else None)
        words = known.words if known else rate.rate_key
        rows.append(
            LineRateRow(
                rate.id,
                rate.line_id,
                line,
                rate.rate_key,
                words,
                rate.base,
                held.value if held else None,
                held.source if held else None,
            )
        )
    return rows


def add_line_rate(session: Session, line_id: int, words: str, base: RateBase) -> int:
    """Let a line be paid by a rate for each person, too; return the id of that.

    Raises:
        Refusal: there is no rate of that name, or the line is paid by it already.
    """
    line = open_line(session, line_id)
    key = _key_of(session, words)
    twin = select(LineRate.id).where(
        LineRate.line_id == line.id, LineRate.rate_key == key, LineRate.base == base
    )
    if session.scalar(twin) is not None:
        raise Refusal(f"“{line.name}” is paid by “{words}” already. Choose another rate.")
    rate = LineRate(line_id=line.id, rate_key=key, base=base)
    line.build = Build.RATES
    session.add(rate)
    session.flush()
    return rate.id


def set_line_rate_base(session: Session, line_rate_id: int, base: RateBase | None) -> None:
    """Say what a line's rate is paid for each of."""
    rate = found(session, LineRate, line_rate_id)
    open_line(session, rate.line_id)
    if base is None:
        raise Refusal("Say what the rate is paid for each of: people, weighted people or beds.")
    twin = select(LineRate.id).where(
        LineRate.line_id == rate.line_id,
        LineRate.rate_key == rate.rate_key,
        LineRate.base == base,
        LineRate.id != rate.id,
    )
    if session.scalar(twin) is not None:
        raise Refusal("The line is paid by this rate for each of those already.")
    rate.base = base


def remove_line_rates(session: Session, line_rate_ids: Collection[int]) -> None:
    """Let lines no longer be paid by rates."""
    for line_rate_id in line_rate_ids:
        open_line(session, found(session, LineRate, line_rate_id).line_id)
    remove(session, LineRate, line_rate_ids, "rates by people")


def _keep(session: Session, rate: ReadyRate) -> None:
    """Put a rate in unless the file has it from that day."""
    twin = select(ReferenceValue.id).where(
        ReferenceValue.key == rate.key, ReferenceValue.valid_from == rate.valid_from
    )
    if session.scalar(twin) is None:
        session.add(
            ReferenceValue(
                key=rate.key,
                words=rate.words,
                value=rate.value,
                unit=rate.unit,
                valid_from=rate.valid_from,
                valid_to=rate.valid_to,
                source=rate.source,
            )
        )


def _of_key(session: Session, key: str) -> Sequence[ReferenceValue]:
    query = select(ReferenceValue).where(ReferenceValue.key == key)
    return session.scalars(query.order_by(ReferenceValue.valid_from.desc())).all()


def _key_of(session: Session, words: str) -> str:
    query = select(ReferenceValue.key).where(func.lower(ReferenceValue.words) == words.lower())
    key = session.scalars(query.limit(1)).first()
    if key is None:
        raise Refusal(f"There is no rate called “{words}”. Add it in Settings, Rates, first.")
    return key
