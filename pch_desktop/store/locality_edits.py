"""Changing the locality itself: what it is, where its ratings turn, the rates it goes by."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.locality import Locality, ReferenceValue
from pch_desktop.store.locality import UNNAMED, name_locality, set_setting, thresholds
from pch_desktop.store.records import change, found, remove

LOCALITY_FIELDS: Mapping[str, str] = {
    "name": "the locality's name",
    "region": "the region",
    "vehicle": "the body the locality acts through",
    "population_stated": "the population its founders named",
}
RATE_FIELDS: Mapping[str, str] = {
    "words": "what the rate is",
    "value": "the rate's value",
    "unit": "the unit, such as £ a year or share",
    "valid_from": "the first day it holds",
    "valid_to": "the last day it holds",
    "source": "where the rate was read",
}
AMBER, RED, LEAST = "rating_amber_share", "rating_red_share", "rating_least_pence"
MOST_PEOPLE = 10_000_000
PLACES = Decimal("0.000001")
MOST = Decimal(10) ** 12
"""Beyond this the file cannot hold a rate with its six places."""
NOTHING: Mapping[str, object] = {}


def set_locality(session: Session, field: str, value: object) -> None:
    """Put a value into one of the ``LOCALITY_FIELDS``."""
    if field == "name":
        name_locality(session, str(value or ""))
        return
    if field == "population_stated" and value is not None:
        _people(value)
    locality = session.get(Locality, 1)
    if locality is None:
        locality = Locality(id=1, name=UNNAMED)
        session.add(locality)
    change(session, locality, field, value, LOCALITY_FIELDS[field])


def set_rating(session: Session, key: str, value: Decimal | int | None) -> None:
    """Say where ratings turn.

    Args:
        session: the open edit.
        key: ``AMBER`` or ``RED``, a share of the budget, or ``LEAST``, an amount in pence.
        value: a blank is not known, and so is refused.
    """
    if key == LEAST:
        if value is None or value < 0:
            raise Refusal("Enter an amount of £0 or more, such as £5,000.")
        set_setting(session, key, str(int(value)))
        return
    if value is None or not 0 <= value <= 1:
        raise Refusal("Enter a share of the budget from 0% to 100%, such as 2%.")
    now = thresholds(session)
    amber = value if key == AMBER else now.amber_share
    red = value if key == RED else now.red_share
    if amber > red:
        raise Refusal("Amber begins before red. Enter an amber share that is not above the red.")
    set_setting(session, key, f"{Decimal(value):f}")


def add_rate(
    session: Session, words: str, valid_from: date, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add a rate, its value nought and its source missing unless told; return its id.

    A rate of the same words as another is of the same key: it is its successor.

    Args:
        session: the open edit.
        words: what it is.
        valid_from: the first day it holds.
        rest: what else is known of it, as for ``set_rate``.
    """
    rate = ReferenceValue(value=Decimal(0), unit="", source="", valid_from=valid_from)
    change(session, rate, "words", words, RATE_FIELDS["words"])
    for field in ("value", "unit", "source"):
        _put(session, rate, field, rest.get(field))
    _put(session, rate, "valid_to", rest.get("valid_to"))
    rate.key = _key(session, rate.words)
    _alone(session, rate)
    session.add(rate)
    session.flush()
    return rate.id


def set_rate(session: Session, rate_id: int, field: str, value: object) -> None:
    """Put a value into one of a rate's ``RATE_FIELDS``."""
    rate = found(session, ReferenceValue, rate_id)
    with session.no_autoflush:
        _put(session, rate, field, value)
        _alone(session, rate)


def remove_rates(session: Session, rate_ids: Collection[int]) -> None:
    """Delete rates."""
    remove(session, ReferenceValue, rate_ids, "rates")


def _people(value: object) -> None:
    if not isinstance(value, int) or not 0 <= value <= MOST_PEOPLE:
        raise Refusal("Enter how many people, a whole number such as 42,000.")


def _put(session: Session, rate: ReferenceValue, field: str, value: object) -> None:
    if field == "value" and isinstance(value, Decimal | int):
        value = Decimal(value)
        if abs(value) >= MOST or value != value.quantize(PLACES):
            raise Refusal("Enter a rate of at most six decimal places, such as 0.138.")
    change(session, rate, field, value, RATE_FIELDS[field])


def _alone(session: Session, rate: ReferenceValue) -> None:
    """Refuse two rates of one key from the same day, and one that ends before it begins."""
    if rate.valid_to is not None and rate.valid_to < rate.valid_from:
        raise Refusal("The rate cannot end before it begins. Enter a later last day.")
    query = select(ReferenceValue.id).where(
        ReferenceValue.key == rate.key,
        ReferenceValue.valid_from == rate.valid_from,
        ReferenceValue.id.is_not(rate.id),
    )
    if session.scalars(query.limit(1)).first() is not None:
        raise Refusal(f"“{rate.words}” has a value from that day. Enter another first day.")


def _key(session: Session, words: str) -> str:
    """Return the key of the rates of these words, or one made of them that is new."""
    query = select(ReferenceValue.key).where(ReferenceValue.words == words)
    known = session.scalars(query.limit(1)).first()
    if known is not None:
        return known
    plain = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_") or "rate"
    taken = set(session.scalars(select(ReferenceValue.key)))
    made, number = plain, 2
    while made in taken:
        made, number = f"{plain}_{number}", number + 1
    return made
