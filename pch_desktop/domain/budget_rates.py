"""The dated rates that a recurrent baseline is changed by: what each is, and which one holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.typed import percentage as percentage_typed

MOST_SHARE = Decimal("0.5")
"""No rate of a year is taken for meant beyond this, either way."""
PLACES = Decimal("0.000001")


class RateKind(StrEnum):
    """What a rate changes a baseline for."""

    DEMOGRAPHIC = "demographic growth"
    NON_DEMOGRAPHIC = "non-demographic growth"
    COST_UPLIFT = "cost uplift"
    EFFICIENCY = "efficiency"


STEMS: Mapping[RateKind, str] = {
    RateKind.DEMOGRAPHIC: "demographic",
    RateKind.NON_DEMOGRAPHIC: "non_demographic",
    RateKind.COST_UPLIFT: "cost_uplift",
    RateKind.EFFICIENCY: "efficiency",
}
"""What the keys of a kind's rates begin with."""
LINE_KEYS: Mapping[RateKind, str] = {
    RateKind.DEMOGRAPHIC: "demographic_key",
    RateKind.NON_DEMOGRAPHIC: "non_demographic_key",
    RateKind.COST_UPLIFT: "uplift_key",
    RateKind.EFFICIENCY: "efficiency_key",
}
"""Where a budget line keeps the key of its rate of each kind."""


Value = TypeVar("Value")
Span = tuple[date, date | None, Value]
"""The first day something holds, the last one or None while it goes on, and what it is."""


def kind_of(key: str) -> RateKind | None:
    """Return the kind of a rate by its key; None for a rate that builds no baseline."""
    return next(
        (kind for kind, stem in STEMS.items() if key == stem or key.startswith(f"{stem}_")), None
    )


def valid_on(spans: Iterable[Span[Value]], day: date) -> Value | None:
    """Return what holds on a day; of several the one that began last."""
    holding = [
        (first, value)
        for first, last, value in spans
        if first <= day and (last is None or day <= last)
    ]
    return max(holding, key=lambda held: held[0])[1] if holding else None


def percentage(share: Decimal) -> str:
    """Return a share as a percentage with the places it needs: 0.8%, 4.15%, -1%."""
    return f"{(share * 100).normalize() + 0:f}%"


def rate_words(kind: RateKind, share: Decimal) -> str:
    """Return what a rate that was typed as a percentage is called: Demographic growth 0.8%."""
    return f"{kind.value[:1].upper()}{kind.value[1:]} {percentage(share)}"


def named(words: str, share: Decimal) -> str:
    """Return a rate's name behind its percentage, said once: 0.8% Demographic growth."""
    said = percentage(share)
    return f"{said} {words.removesuffix(said).rstrip(' ,')}"


def typed_rate(text: str) -> Decimal:
    """Return the share meant by a percentage; a plain 0.8 is 0.8%, for no growth is 80%.

    Raises:
        Refusal: it is no percentage, or larger than a year's rate can be.
    """
    plain = text.strip()
    said = Refusal(f"“{plain}” is neither a rate in the list nor a percentage. Enter one as 0.8%.")
    try:
        value = percentage_typed(plain)
    except Refusal:
        raise said from None
    if value is None:
        raise said
    return checked(value)


def checked(share: Decimal) -> Decimal:
    """Return a rate that a year can have.

    Raises:
        Refusal: it is larger, or finer than a file keeps.
    """
    if share != share.quantize(PLACES):
        raise Refusal(f"{percentage(share)} is too fine. Enter at most four places, such as 0.8%.")
    if abs(share) > MOST_SHARE:
        raise Refusal(
            f"{percentage(share)} is more than a year changes. Enter a rate from -50% to 50%."
        )
    return share
