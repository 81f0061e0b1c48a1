"""GP appointments that a service frees: who was seen there, times what each saves."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

METHOD = (
    "GP appointments freed: people attended × GP appointments that one of them saves, as told "
    "for each service."
)


def freed(attended: int | None, each: Decimal | None) -> Decimal | None:
    """Return the GP appointments freed, not rounded; None where either is not known."""
    return None if attended is None or each is None else attended * each


def freed_in(attended: Iterable[int | None], each: Decimal | None) -> Decimal | None:
    """Return the GP appointments freed in the months that are told; None where none is."""
    told = [count for count in attended if count is not None]
    return freed(sum(told), each) if told else None
