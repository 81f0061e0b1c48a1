"""Social prescribing in counts of people: shares, sums, what does not add up; never one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.services import ratio


@dataclass(frozen=True, slots=True)
class Social:
    """What social prescribing did in a month, or in several added up; None is not known."""

    referred: int | None = None
    accepted: int | None = None
    in_ten_days: int | None = None
    """Of those accepted, first contacted within ten days."""
    measured: int | None = None
    """People whose outcome was measured before and after."""
    mean_change: Decimal | None = None
    """By how much their measure moved on average; the sign is that of the measure."""
    is_even: bool = True
    """Whether those referred, accepted and contacted are of the same months."""

    @property
    def accepted_share(self) -> Decimal | None:
        """Accepted of all referred."""
        return ratio(self.accepted, self.referred) if self.is_even else None

    @property
    def in_ten_share(self) -> Decimal | None:
        """First contacted within ten days, of those accepted."""
        return ratio(self.in_ten_days, self.accepted) if self.is_even else None

    @property
    def is_told(self) -> bool:
        """Whether anything of it is known."""
        counts = (self.referred, self.accepted, self.in_ten_days, self.measured)
        return any(each is not None for each in (*counts, self.mean_change))


def added(months: Sequence[Social]) -> Social:
    """Return what the months that are known add up to.

    The mean change is of all people measured: each month's counts as often as
    people were measured in it, so that a month of two does not outweigh one of forty.
    """
    told = [
        (Decimal(each.measured), each.mean_change)
        for each in months
        if each.measured and each.mean_change is not None
    ]
    people = sum((count for count, _ in told), Decimal(0))
    moved = sum((count * change for count, change in told), Decimal(0))
    return Social(
        _sum([each.referred for each in months]),
        _sum([each.accepted for each in months]),
        _sum([each.in_ten_days for each in months]),
        _sum([each.measured for each in months]),
        moved / people if people else None,
        all(_is_even(each) for each in months),
    )


def troubles(told: Social, by_source: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield the counts of a month that cannot be, each with the sentence that says so.

    Args:
        told: the month.
        by_source: how many people its sources add up to.
    """
    if _is_more(told.accepted, told.referred):
        yield "accepted", f"{told.accepted:,} accepted is more than {told.referred:,} referred"
    if _is_more(told.in_ten_days, told.accepted):
        yield (
            "in_ten_days",
            f"{told.in_ten_days:,} contacted in ten days is more than {told.accepted:,} accepted",
        )
    if _is_more(by_source, told.referred):
        yield "referred", f"sources add up to {by_source:,}, more than {told.referred:,} referred"
    if told.mean_change is not None and not told.measured:
        yield "measured", "there is a mean change and nobody who was measured"


def _is_even(told: Social) -> bool:
    counts = (told.referred, told.accepted, told.in_ten_days)
    return len({count is None for count in counts}) == 1


def _is_more(part: int | None, whole: int | None) -> bool:
    return part is not None and whole is not None and part > whole


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
