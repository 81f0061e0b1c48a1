"""Settlements: a year's gain or loss as it was reckoned, with a copy of all it rests on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_phases import Right, is_notional, must_allow
from pch_desktop.domain.budget_share import Stage
from pch_desktop.domain.kept import kept, read_as
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.settling import (
    Inputs,
    Measured,
    Outcome,
    digest,
    must_be_known,
    reckoned,
    result_of,
)
from pch_desktop.models.budget import Actual, BudgetYear
from pch_desktop.models.budget_share import Settlement, SettlementSignature
from pch_desktop.store.budget.lines import lines
from pch_desktop.store.budget.rows import LineRow
from pch_desktop.store.budget.sharing import in_share, inputs_of, share_facts
from pch_desktop.store.records import cleaned, found


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """A partner that has a part in a settlement, and its signature, if it signed."""

    id: int
    """Its place in the settlement, from 1."""
    settlement_id: int
    partner: str
    part_pence: int
    signed_by: str | None
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class SettlementRow:
    """A settlement with what came out of it."""

    id: int
    year: FinancialYear
    month: Month
    stage: Stage
    made_at: datetime
    inputs: Inputs
    outcome: Outcome
    digest: str
    is_intact: bool
    """Whether the kept inputs give the kept result again, to the byte, and the digest fits."""
    signatures: Sequence[SignatureRow]
    note: str | None

    @property
    def is_notional(self) -> bool:
        """Whether it was made while no money moved, and so cannot be signed."""
        return is_notional(self.inputs.phase)

    @property
    def signed(self) -> int:
        """How many partners have signed."""
        return sum(each.signed_by is not None for each in self.signatures)


def settlements(session: Session, year: FinancialYear) -> list[SettlementRow]:
    """Return a year's settlements, newest first."""
    query = (
        select(Settlement)
        .join(BudgetYear, Settlement.budget_year_id == BudgetYear.id)
        .where(BudgetYear.year == year)
        .order_by(Settlement.id.desc())
    )
    return [_row(session, each, year) for each in session.scalars(query)]


def settle(
    session: Session, month: Month, stage: Stage, made_at: datetime, note: str | None
) -> int:
    """Reckon a year's gain or loss as it is known at a month's end, and keep it; return its id.

    Raises:
        Refusal: the phase does not allow it, something is not known yet, or the
            year was signed already.
    """
    year = month.financial_year
    facts = share_facts(session, month)
    if facts is None:
        raise Refusal(f"Nothing was agreed on sharing in {year}. Enter the scheme first.")
    must_allow(facts.year.phase, Right.RECKON)
    _must_be_open(session, year)
    found_lines = lines(session, month)
    _must_be_ready(session, stage, year, in_share(found_lines))
    measured = Measured.FORECAST if stage is Stage.INDICATIVE else Measured.ACTUAL
    rests_on = inputs_of(facts, found_lines, measured)
    must_be_known(reckoned(rests_on))
    words = kept(rests_on)
    result = result_of(words)
    made = Settlement(
        budget_year_id=facts.year.id,
        month=month,
        stage=stage,
        made_at=made_at,
        inputs=words,
        result=result,
        digest=digest(words, result),
        note=cleaned(note or ""),
    )
    session.add(made)
    session.flush()
    return made.id


def sign(
    session: Session, settlement_id: int, partner: str, signed_by: str, signed_on: date
) -> None:
    """Put a partner's signature under a final settlement; the last one makes it signed.

    Signing again changes who signed, and when.

    Raises:
        Refusal: it is not final, was notional, no longer fits its digest, or the
            partner has no part in it.
    """
    each = found(session, Settlement, settlement_id)
    year = session.get_one(BudgetYear, each.budget_year_id)
    row = _row(session, each, year.year)
    _must_be_signable(row)
    must_allow(year.phase, Right.SETTLE)
    name = cleaned(signed_by)
    if name is None:
        raise Refusal(f"Enter who signs for {partner}.")
    if partner not in {part.partner for part in row.signatures}:
        raise Refusal(f"“{partner}” has no part in this settlement. Choose a partner that has.")
    signature = _signature(session, settlement_id, partner)
    if signature is None:
        signature = SettlementSignature(settlement_id=settlement_id, partner_name=partner)
    signature.signed_by, signature.signed_on = name, signed_on
    session.add(signature)
    session.flush()
    if all(part.signed_by for part in _row(session, each, year.year).signatures):
        each.stage = Stage.SIGNED


def withdraw(session: Session, settlement_id: int, partner: str) -> None:
    """Take a partner's signature away, while not all have signed.

    Raises:
        Refusal: all have signed.
    """
    each = found(session, Settlement, settlement_id)
    if each.stage is Stage.SIGNED:
        raise Refusal("All partners have signed this settlement, and it stays as it is.")
    signature = _signature(session, settlement_id, partner)
    if signature is not None:
        session.delete(signature)


def set_settlement_note(session: Session, settlement_id: int, note: str | None) -> None:
    """Write a note on a settlement; it is no part of what is signed."""
    found(session, Settlement, settlement_id).note = cleaned(note or "")


def remove_settlements(session: Session, settlement_ids: Collection[int]) -> None:
    """Delete settlements that nobody has signed.

    Raises:
        Refusal: a partner has signed one of them.
    """
    for settlement_id in settlement_ids:
        each = found(session, Settlement, settlement_id)
        of_it = SettlementSignature.settlement_id == settlement_id
        if session.scalar(select(func.count()).where(of_it)):
            raise Refusal(
                f"The {each.stage.value} settlement of {each.month.words} bears signatures "
                "and stays. Withdraw them first, unless all have signed."
            )
        session.delete(each)


def today(session: Session, row: SettlementRow) -> Inputs | None:
    """Return what a settlement would rest on if it were made now; None without a scheme."""
    facts = share_facts(session, row.month)
    if facts is None:
        return None
    return inputs_of(facts, lines(session, row.month), row.inputs.measured)


def _must_be_open(session: Session, year: FinancialYear) -> None:
    query = (
        select(Settlement.id)
        .join(BudgetYear, Settlement.budget_year_id == BudgetYear.id)
        .where(BudgetYear.year == year, Settlement.stage == Stage.SIGNED)
    )
    if session.scalar(query.limit(1)) is not None:
        raise Refusal(
            f"{year} is settled: all partners have signed. Nothing more is settled in it."
        )


def _must_be_ready(
    session: Session, stage: Stage, year: FinancialYear, shared: Sequence[LineRow]
) -> None:
    """Refuse a stage that rests on more than is known."""
    if stage is Stage.SIGNED:
        raise Refusal("Its partners make a settlement signed: make a final one, then sign it.")
    if stage is Stage.INDICATIVE:
        return
    late = [line for line in shared if None in line.year.actual]
    if late:
        month = year.months[late[0].year.actual.index(None)]
        raise Refusal(
            f"A {stage.value} settlement rests on all twelve months, and {month.words} of "
            f"“{late[0].name}” is not known. Enter it, or make an indicative one."
        )
    of_lines = Actual.line_id.in_([line.id for line in shared])
    of_year = Actual.month.between(year.months[0], year.months[-1])
    open_ones = Actual.is_provisional, Actual.reverses_id.is_(None)
    query = select(func.count()).where(of_lines, of_year, *open_ones)
    if stage is Stage.FINAL and (count := session.scalar(query)):
        entries = "1 entry is" if count == 1 else f"{count:,} entries are"
        raise Refusal(
            f"A final settlement rests on final figures, and {entries} still provisional. "
            "Confirm them under Entries, or make a provisional settlement."
        )


def _must_be_signable(row: SettlementRow) -> None:
    if row.stage not in {Stage.FINAL, Stage.SIGNED}:
        raise Refusal(
            f"This settlement is {row.stage.value}. Only a final one is signed: make it first."
        )
    if row.stage is Stage.SIGNED:
        raise Refusal("All partners have signed this settlement, and it stays as it is.")
    if row.is_notional:
        raise Refusal(
            f"This settlement was made in the {row.inputs.phase.value} phase: it is notional and "
            "cannot be signed. From the shared phase on, make a final one and sign that."
        )
    if not row.is_intact:
        raise Refusal(
            "What was kept of this settlement no longer gives its result, so it cannot be "
            "signed. Make it again."
        )


def _signature(session: Session, settlement_id: int, partner: str) -> SettlementSignature | None:
    query = select(SettlementSignature).where(
        SettlementSignature.settlement_id == settlement_id,
        SettlementSignature.partner_name == partner,
    )
    return session.scalars(query).first()


def _row(session: Session, each: Settlement, year: FinancialYear) -> SettlementRow:
    outcome = read_as(Outcome, each.result)
    of_it = select(SettlementSignature).where(SettlementSignature.settlement_id == each.id)
    signed = {row.partner_name: row for row in session.scalars(of_it)}
    with_part = [part for part in outcome.parts if part.after_pence] or list(outcome.parts)
    signatures = tuple(
        SignatureRow(
            number,
            each.id,
            part.name,
            part.after_pence,
            signed[part.name].signed_by if part.name in signed else None,
            signed[part.name].signed_on if part.name in signed else None,
        )
        for number, part in enumerate(with_part, start=1)
    )
    is_intact = (
        result_of(each.inputs) == each.result and digest(each.inputs, each.result) == each.digest
    )
    return SettlementRow(
        each.id,
        year,
        each.month,
        each.stage,
        each.made_at,
        read_as(Inputs, each.inputs),
        outcome,
        each.digest,
        is_intact,
        signatures,
        each.note,
    )
