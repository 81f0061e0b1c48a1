"""A post that might be offered: what it would cost, claim and leave, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.domain.workforce_claim import AdditionalPost, claim_of, most_for
from pch_desktop.domain.workforce_pay import months, per_wte, post_cost
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_additional import Position, position, pounds, sentence
from pch_desktop.store import workforce

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class Offer:
    """A post that might be offered: nothing of it is in the file."""

    role_code: str
    wte: Decimal
    point_id: int | None
    """The key of the pay point; None while none is chosen."""
    starts_on: date
    employer_id: int | None = None


@dataclass(frozen=True, slots=True)
class OfferTold:
    """What an offer would cost, claim and leave."""

    cost_pence: int | None
    """A full year, on-costs and all."""
    most_per_wte_pence: int | None
    full_year_pence: int | None
    """What it claims in a full year."""
    this_year_pence: int | None
    """What it claims from its first day to 31 March."""
    months: Fraction
    on_practices_pence: int | None
    """What it costs this year above its claim."""
    headroom_pence: int | None
    """What is left of the year's entitlement after it; below nothing where it does not fit."""
    unknown: str
    """What has to be entered before all of it is known."""

    @property
    def fits(self) -> bool | None:
        """Whether the year's entitlement holds it; None where that is not known."""
        return None if self.headroom_pence is None else self.headroom_pence >= 0


def told(file: Reads, offer: Offer, on: date) -> OfferTold:
    """Return what an offer comes to by the rates of a day; nothing is written."""
    year = FinancialYear.of(offer.starts_on)
    rates = file.read(workforce.rates_on, on)
    most = most_for(offer.role_code, file.read(workforce.role_mosts, on))
    full_time = rates.points.get(offer.point_id or 0)
    of = (PensionScheme.NHS, offer.employer_id)
    made = rates.work(post_cost, full_time, offer.wte, of)
    cost = made.total_pence if made else None
    of_months = months(offer.starts_on, None, year)
    full, part = (_claim(offer, cost, most, span) for span in (Fraction(12), of_months))
    found = position(file, max(on, year.first) if FinancialYear.of(on) != year else on)
    left = found.claim.entitlement_pence - found.claim.asked_pence if found.claim else None
    in_year = None if cost is None else claim_of(
        AdditionalPost(offer.wte, of_months, per_wte(cost, offer.wte), per_wte(cost, offer.wte))
    )  # fmt: skip
    return OfferTold(
        cost,
        most,
        full,
        part,
        of_months,
        None if in_year is None or part is None else in_year - part,
        None if left is None or part is None else left - part,
        _offer_missing(offer, cost, most, found),
    )


def offer_facts(found: OfferTold | None) -> tuple[tuple[str, str], ...]:
    """Return what an offer comes to, by name; blanks are not known."""
    if found is None:
        names = ("A full year costs", "Most for a WTE", "Claim in a full year", "Claim this year",
                 "On the practices", "Headroom after it")  # fmt: skip
        return tuple((name, "") for name in names)
    months = written(Decimal(found.months.numerator) / found.months.denominator, Kind.NUMBER)
    part = _or_blank(found.this_year_pence)
    return (
        ("A full year costs", _or_blank(found.cost_pence)),
        ("Most for a WTE", _or_blank(found.most_per_wte_pence)),
        ("Claim in a full year", _or_blank(found.full_year_pence)),
        ("Claim this year", f"{part}, {months} months" if part else ""),
        ("On the practices", _or_blank(found.on_practices_pence)),
        ("Headroom after it", _or_blank(found.headroom_pence)),
    )


def offer_sentence(found: OfferTold) -> str:
    """Return whether an offer fits into what is left."""
    if found.unknown:
        return found.unknown
    part, left = found.this_year_pence or 0, found.headroom_pence or 0
    if left < 0:
        return f"It does not fit: {pounds(-left)} of its {pounds(part)} would not be paid."
    return f"It fits: {pounds(part)} this year, and {pounds(left)} is left."


def _or_blank(pence: int | None) -> str:
    return "" if pence is None else pounds(pence)


def _claim(offer: Offer, cost: int | None, most: int | None, span: Fraction) -> int | None:
    if cost is None or most is None:
        return None
    return claim_of(AdditionalPost(offer.wte, span, per_wte(cost, offer.wte), most))


def _offer_missing(offer: Offer, cost: int | None, most: int | None, found: Position) -> str:
    if offer.point_id is None:
        return "Choose a pay point to see what it costs."
    if cost is None:
        return "That pay point has no pay, or no on-costs, on this day. See Reference, Pay."
    if most is None:
        return "The most that is paid for this role is not known. Enter it in Settings, Rates."
    return sentence(found) if found.claim is None else ""
