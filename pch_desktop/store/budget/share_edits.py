"""Changing what was agreed on sharing a gain or loss, its partners, measures and risk pool."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_share import PoolEntryKind, ShareAdjustmentKind
from pch_desktop.domain.money import apportion
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.sharing import ALL_WEIGHTS
from pch_desktop.domain.splitting import MILLION
from pch_desktop.models.budget import BudgetYear
from pch_desktop.models.budget_share import (
    QualityMeasure,
    RiskPoolEntry,
    ShareAdjustment,
    SharePartner,
    ShareScheme,
)
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget.sharing import kept_scheme
from pch_desktop.store.records import by_name, change, found, remove

SCHEME_FIELDS: Mapping[str, str] = {
    "baseline": "what spending is held against",
    "growth_share": "what the year before grows by, such as 2.5%",
    "gain_share": "the locality's share of a gain, such as 50%",
    "loss_share": "the locality's share of a loss, 0% where it bears none",
    "deadband_share": "the dead band, such as 0.5% of the budget",
    "deadband_mode": "what is shared past the dead band",
    "cap_gain_share": "the cap on a gain, such as 2% of the budget",
    "cap_loss_share": "the collar on a loss, such as 1% of the budget",
    "cap_basis": "what cap and collar limit",
    "quality_mode": "how quality scales a gain",
    "quality_threshold": "the score that passes, 0 to 100",
    "split_rule": "how the locality's part is split",
    "second_rule": "the second rule of the split",
    "second_share": "the second rule's share of the money, such as 40%",
    "draw_rule": "when the risk pool pays",
    "review_months": "after how many months it is reviewed, 1 to 12",
    "agreed_on": "the day it was agreed",
    "minute_reference": "where it is minuted",
    "note": "a note",
}
MEASURE_FIELDS: Mapping[str, str] = {
    "name": "the measure's name",
    "weight": "its weight of 100",
    "met_share": "how far it was met, 0% to 100%",
    "source": "where that is written",
}
ADJUSTMENT_FIELDS: Mapping[str, str] = {
    "kind": "why it stands beside the lines",
    "name": "what it is",
    "budget_pence": "what it adds to the budget, 0 for nothing",
    "actual_pence": "what it adds to the spending, 0 for nothing",
    "source": "where that is written",
}
TAKER_FIELDS: Mapping[str, str] = {
    "position": "its place",
    "people": "its people",
    "weighted_people": "its weighted people",
    "budget_pence": "the budget it provides for",
    "performance_points": "its points for performance",
    "contribution_pence": "what it contributed",
    "fixed_share": "its fixed share, such as 25%",
    "stop_loss_pence": "the most it bears of a loss",
}
POOL_FIELDS: Mapping[str, str] = {
    "kind": "what it is: an opening, a contribution, a draw or a return",
    "month": "the month",
    "amount_pence": "the amount",
    "words": "what it is for",
    "minute_reference": "where it is minuted",
}
SIX_PLACES = Decimal("0.000001")


# The scheme


def set_scheme(session: Session, year: FinancialYear, field: str, value: object) -> None:
    """Put a value into one of a year's ``SCHEME_FIELDS``; the first makes the scheme.

    Raises:
        Refusal: the year has no budget, or the value is not one that was meant.
    """
    kept = open_scheme(session, year)
    _must_be_meant(SCHEME_FIELDS[field], field, value)
    change(session, kept, field, _to_six(value), SCHEME_FIELDS[field])
    if field == "second_rule":
        kept.second_share = (kept.second_share or Decimal("0.5")) if kept.second_rule else None
    _must_agree(kept)


def open_scheme(session: Session, year: FinancialYear) -> ShareScheme:
    """Return a year's scheme to be changed, made where there is none."""
    kept = kept_scheme(session, year)
    if kept is not None:
        return kept
    year_id = _year_id(session, year)
    kept = ShareScheme(budget_year_id=year_id)
    session.add(kept)
    session.flush()
    return kept


def _year_id(session: Session, year: FinancialYear) -> int:
    year_id = session.scalar(select(BudgetYear.id).where(BudgetYear.year == year))
    if year_id is None:
        raise Refusal(f"{year} has no budget yet. Add its first line under Lines, then share it.")
    return year_id


def _must_be_meant(words: str, field: str, value: object) -> None:
    if value is None:
        return
    top = {"quality_threshold": ALL_WEIGHTS, "weight": ALL_WEIGHTS, "review_months": 12}.get(field)
    if field == "growth_share" or not isinstance(value, (int, Decimal)):
        return
    if field.endswith("_share") and not 0 <= value <= 1:
        raise Refusal(f"Enter {words}. It is from 0% to 100%.")
    if top is not None and not (field == "review_months") <= value <= top:
        raise Refusal(f"Enter {words}.")
    if value < 0 and (field.endswith("_pence") or "people" in field or "points" in field):
        raise Refusal(f"Enter {words}, nothing below 0.")


def _must_agree(kept: ShareScheme) -> None:
    """Refuse terms of which one undoes another."""
    cap, collar = kept.cap_gain_share, kept.cap_loss_share
    if cap is not None and collar is not None and collar > cap:
        raise Refusal(
            f"The collar on losses ({_percent(collar)}) would be above the cap on gains "
            f"({_percent(cap)}), so that more could be lost than gained. "
            "Raise the cap first, or enter a lower collar."
        )
    if kept.second_rule is not None and kept.second_rule == kept.split_rule:
        raise Refusal("Choose two different rules, or no second rule.")


# Measures and adjustments


def add_measure(
    session: Session, year: FinancialYear, name: str, fields: Mapping[str, object]
) -> int:
    """Add a quality measure with some of its ``MEASURE_FIELDS``; return its id."""
    kept = QualityMeasure(scheme_id=open_scheme(session, year).id, weight=0)
    _name_measure(session, kept, name)
    session.add(kept)
    session.flush()
    for field, value in fields.items():
        set_measure(session, kept.id, field, value)
    return kept.id


def set_measure(session: Session, measure_id: int, field: str, value: object) -> None:
    """Put a value into one of a measure's ``MEASURE_FIELDS``."""
    kept = found(session, QualityMeasure, measure_id)
    if field == "name":
        _name_measure(session, kept, str(value or ""))
        return
    _must_be_meant(MEASURE_FIELDS[field], field, value)
    change(session, kept, field, _to_six(value), MEASURE_FIELDS[field])


def remove_measures(session: Session, measure_ids: Collection[int]) -> None:
    """Delete quality measures."""
    remove(session, QualityMeasure, measure_ids, "quality measures")


def fit_weights(session: Session, scheme_id: int) -> None:
    """Let the weights of a scheme's measures add up to 100, each in proportion."""
    of_scheme = select(QualityMeasure).where(QualityMeasure.scheme_id == scheme_id)
    kept = session.scalars(of_scheme.order_by(QualityMeasure.id)).all()
    if not kept:
        raise Refusal("There is no quality measure yet. Add one first.")
    for each, weight in zip(kept, _fitted(ALL_WEIGHTS, [m.weight for m in kept]), strict=True):
        each.weight = weight


def add_adjustment(
    session: Session, year: FinancialYear, name: str, fields: Mapping[str, object]
) -> int:
    """Add an adjustment with some of its ``ADJUSTMENT_FIELDS``; return its id."""
    kept = ShareAdjustment(
        scheme_id=open_scheme(session, year).id, name="", kind=ShareAdjustmentKind.EXCLUSION
    )
    change(session, kept, "name", name, ADJUSTMENT_FIELDS["name"])
    session.add(kept)
    session.flush()
    for field, value in fields.items():
        set_adjustment(session, kept.id, field, value)
    return kept.id


def set_adjustment(session: Session, adjustment_id: int, field: str, value: object) -> None:
    """Put a value into one of an adjustment's ``ADJUSTMENT_FIELDS``."""
    kept = found(session, ShareAdjustment, adjustment_id)
    change(session, kept, field, value, ADJUSTMENT_FIELDS[field])


def remove_adjustments(session: Session, adjustment_ids: Collection[int]) -> None:
    """Delete adjustments."""
    remove(session, ShareAdjustment, adjustment_ids, "adjustments")


# Partners


def add_taker(
    session: Session, year: FinancialYear, partner: str, fields: Mapping[str, object]
) -> int:
    """Let a partner take part, by its name, with some of its ``TAKER_FIELDS``; return its id.

    Raises:
        Refusal: there is no such partner, or it takes part already.
    """
    kept, whom = open_scheme(session, year), by_name(session, Partner, "name", partner, "partner")
    of_scheme = SharePartner.scheme_id == kept.id
    if session.scalar(select(SharePartner.id).where(of_scheme, SharePartner.partner_id == whom.id)):
        raise Refusal(f"“{whom.name}” takes part already. Change its line, or add another partner.")
    last = session.scalar(select(func.max(SharePartner.position)).where(of_scheme)) or 0
    taker = SharePartner(scheme_id=kept.id, partner_id=whom.id, position=last + 1)
    session.add(taker)
    session.flush()
    for field, value in fields.items():
        set_taker(session, taker.id, field, value)
    return taker.id


def set_taker(session: Session, taker_id: int, field: str, value: object) -> None:
    """Put a value into one of a partner's ``TAKER_FIELDS``; blank takes it from the file again."""
    kept = found(session, SharePartner, taker_id)
    _must_be_meant(TAKER_FIELDS[field], field, value)
    change(session, kept, field, _to_six(value), TAKER_FIELDS[field])


def remove_takers(session: Session, taker_ids: Collection[int]) -> None:
    """Let partners take part no more."""
    remove(session, SharePartner, taker_ids, "partners of the share")


def fit_fixed_shares(session: Session, scheme_id: int) -> None:
    """Let the fixed shares of a scheme add up to 100%, each in proportion."""
    of_scheme = select(SharePartner).where(SharePartner.scheme_id == scheme_id)
    kept = session.scalars(of_scheme.order_by(SharePartner.position, SharePartner.id)).all()
    if not kept:
        raise Refusal("No partner takes part yet. Add one first.")
    weights = [int((each.fixed_share or Decimal(0)) * MILLION) for each in kept]
    for each, millionths in zip(kept, _fitted(MILLION, weights), strict=True):
        each.fixed_share = Decimal(millionths).scaleb(-6)


# The risk pool


def add_pool_entry(
    session: Session,
    month: Month,
    kind: PoolEntryKind,
    pence: int,
    fields: Mapping[str, object],
) -> int:
    """Add a movement of the risk pool in a month; return its id.

    Raises:
        Refusal: the year has no budget, or the amount is below nothing.
    """
    _must_be_meant(POOL_FIELDS["amount_pence"], "amount_pence", pence)
    kept = RiskPoolEntry(
        budget_year_id=_year_id(session, month.financial_year),
        kind=kind,
        month=month,
        amount_pence=pence,
    )
    session.add(kept)
    session.flush()
    for field, value in fields.items():
        set_pool_entry(session, kept.id, field, value)
    return kept.id


def set_pool_entry(session: Session, entry_id: int, field: str, value: object) -> None:
    """Put a value into one of a movement's ``POOL_FIELDS``, or name its partner."""
    kept = found(session, RiskPoolEntry, entry_id)
    if field == "partner":
        name = str(value or "")
        partner = by_name(session, Partner, "name", name, "partner") if name else None
        kept.partner_id = partner.id if partner else None
        return
    if isinstance(value, Month):
        year = session.get_one(BudgetYear, kept.budget_year_id).year
        if value.financial_year != year:
            raise Refusal(f"{value.words} is not in {year}. Enter a month of that year.")
    _must_be_meant(POOL_FIELDS[field], field, value)
    change(session, kept, field, value, POOL_FIELDS[field])


def remove_pool_entries(session: Session, entry_ids: Collection[int]) -> None:
    """Delete movements of the risk pool."""
    remove(session, RiskPoolEntry, entry_ids, "movements of the risk pool")


def _name_measure(session: Session, kept: QualityMeasure, name: str) -> None:
    plain = " ".join(name.split())
    if not plain:
        raise Refusal(f"Enter {MEASURE_FIELDS['name']}.")
    twin = select(QualityMeasure.id).where(
        QualityMeasure.scheme_id == kept.scheme_id,
        func.lower(QualityMeasure.name) == plain.lower(),
    )
    with session.no_autoflush:
        if session.scalar(twin) not in (None, kept.id):
            raise Refusal(f"“{plain}” is already a measure. Enter another name.")
    kept.name = plain


def _fitted(whole: int, weights: list[int]) -> list[int]:
    return apportion(whole, weights if any(weights) else [1] * len(weights))


def _to_six(value: object) -> object:
    return value.quantize(SIX_PLACES) if isinstance(value, Decimal) else value


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"
