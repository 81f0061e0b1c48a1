"""What is agreed with a version: the people its sum is for, and what is kept back of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetVersion
from pch_desktop.store.budget.years import current_version, open_version
from pch_desktop.store.records import change

SUM_FIELDS: Mapping[str, str] = {
    "registered_people": "the people the sum is for",
    "weighted_people": "those people as weighted",
    "care_home_beds": "the beds in care homes",
    "top_slice_share": "the part the commissioner keeps",
    "contingency_share": "the part the locality keeps back",
}
"""What may be agreed with a version, in the words of a sentence that asks for it."""
SHARES = frozenset({"top_slice_share", "contingency_share"})
MOST_PEOPLE = 100_000_000
PLACES = Decimal("0.000001")


def set_sum(session: Session, year: FinancialYear, field: str, value: object) -> None:
    """Put a value into one of the ``SUM_FIELDS`` of the version at hand; blank takes it away.

    Raises:
        Refusal: it is no share from 0% to 100%, or no number of people.
    """
    version = session.get_one(BudgetVersion, open_version(session, year))
    if field in SHARES and value is not None:
        value = _share(value)
    elif value is not None:
        least = 0 if field == "care_home_beds" else 1
        if not isinstance(value, int | Decimal) or not least <= value <= MOST_PEOPLE:
            raise Refusal(f"Enter {SUM_FIELDS[field]}, a number such as 41,280.")
        if field == "weighted_people":
            value = Decimal(value).quantize(PLACES)
    change(session, version, field, value, SUM_FIELDS[field])


def _share(value: object) -> Decimal:
    share = Decimal(str(value))
    if not 0 <= share <= 1 or share != share.quantize(PLACES):
        raise Refusal("Enter a share of the sum from 0% to 100%, such as 0.5%.")
    return share


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """What was agreed with a version; None where nothing was."""

    id: int
    registered_people: int | None
    weighted_people: Decimal | None
    care_home_beds: int | None
    top_slice_share: Decimal | None
    contingency_share: Decimal | None


def agreed(session: Session, year: FinancialYear) -> AgreedRow | None:
    """Return what was agreed with the version at hand, or None where the year has no budget."""
    version = current_version(session, year)
    if version is None:
        return None
    return AgreedRow(
        version.id,
        version.registered_people,
        version.weighted_people,
        version.care_home_beds,
        version.top_slice_share,
        version.contingency_share,
    )
