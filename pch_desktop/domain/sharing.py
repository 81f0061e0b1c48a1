"""A year's gain or loss, shared between commissioner and locality (domain 4.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.budget_share import CapBasis, DeadBand, QualityMode
from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal

WHOLE = Decimal(1)
ALL_WEIGHTS = 100
"""What the weights of the quality measures add up to."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed: each share is of 1; no cap is no limit."""

    gain_share: Decimal = Decimal("0.5")
    loss_share: Decimal = Decimal("0.5")
    deadband_share: Decimal = Decimal(0)
    deadband_mode: DeadBand = DeadBand.EXCESS
    cap_gain_share: Decimal | None = None
    cap_loss_share: Decimal | None = None
    cap_basis: CapBasis = CapBasis.POOL


@dataclass(frozen=True, slots=True)
class Measure:
    """A quality measure: what it weighs of 100, and how far it was met, if known."""

    name: str
    weight: int
    met_share: Decimal | None


@dataclass(frozen=True, slots=True)
class Sharing:
    """The reckoning, step by step, in pence; a gain is positive, a loss negative."""

    pool_pence: int
    deadband_pence: int
    beyond_pence: int
    """What the dead band lets through, either way, never below nothing."""
    limit_pence: int | None
    shareable_pence: int
    """What can be shared: what the dead band and a cap on it let through."""
    share: Decimal
    """The locality's share on this side."""
    quality: Decimal | None
    """What quality lets through of a gain; 1 for a loss."""
    locality_pence: int | None

    @property
    def commissioner_pence(self) -> int | None:
        """What stays with the commissioner: the pool less the locality's part."""
        return None if self.locality_pence is None else self.pool_pence - self.locality_pence


def shared(terms: Terms, budget_pence: int, pool_pence: int, quality: Decimal | None) -> Sharing:
    """Return how a pool is shared.

    A pool equal to the dead band shares nothing; one equal to the cap pays the
    cap. Quality comes last, after the cap, and never scales a loss.

    Args:
        terms: what was agreed.
        budget_pence: what dead band, cap and collar are shares of.
        pool_pence: budget less spending.
        quality: what quality lets through of a gain; None while not known.
    """
    is_gain = pool_pence > 0
    band = rounded(budget_pence * terms.deadband_share)
    beyond = _beyond(abs(pool_pence), band, terms.deadband_mode)
    cap = terms.cap_gain_share if is_gain else terms.cap_loss_share
    limit = None if cap is None else rounded(budget_pence * cap)
    caps_pool = limit is not None and terms.cap_basis is CapBasis.POOL
    shareable = min(beyond, limit) if limit is not None and caps_pool else beyond
    share = terms.gain_share if is_gain else terms.loss_share
    passed = quality if is_gain else WHOLE
    part = shareable * share
    if limit is not None and not caps_pool:
        part = min(part, Decimal(limit))
    locality = _scaled(part, passed)
    if locality is not None and not is_gain:
        locality = -locality
    return Sharing(pool_pence, band, beyond, limit, shareable, share, passed, locality)


def cliff_pence(terms: Terms, budget_pence: int, *, is_gain: bool) -> int:
    """Return what one penny past the dead band moves to or from the locality; 0 without a cliff."""
    band = rounded(budget_pence * terms.deadband_share)
    if terms.deadband_mode is not DeadBand.CLIFF or not band:
        return 0
    past = shared(terms, budget_pence, band + 1 if is_gain else -band - 1, WHOLE)
    return abs(past.locality_pence or 0)


def must_weigh(measures: Sequence[Measure]) -> None:
    """Refuse measures whose weights do not add up.

    Raises:
        Refusal: there is none, or the weights are not 100 in all.
    """
    total = sum(measure.weight for measure in measures)
    if not measures:
        raise Refusal("No quality measure is set, and a gain depends on them. Add one.")
    if total != ALL_WEIGHTS:
        apart = abs(ALL_WEIGHTS - total)
        fix = f"Add {apart}" if total < ALL_WEIGHTS else f"Take {apart} off"
        raise Refusal(
            f"The weights of the quality measures add up to {total}, not {ALL_WEIGHTS}. {fix}, "
            "or let them be made to fit."
        )


def score(measures: Sequence[Measure]) -> Decimal | None:
    """Return how far quality was met, of 100; None while a measure is not known."""
    met = [measure.met_share for measure in measures]
    if None in met or not measures:
        return None
    return sum(
        (measure.weight * (measure.met_share or Decimal(0)) for measure in measures), Decimal(0)
    )


def multiplier(mode: QualityMode, threshold: int, reached: Decimal | None) -> Decimal | None:
    """Return what quality lets through of a gain, 0 to 1; None while the score is not known.

    A score equal to the threshold passes.
    """
    if mode is QualityMode.NONE:
        return WHOLE
    if reached is None:
        return None
    if mode is not QualityMode.PROPORTIONAL and reached < threshold:
        return Decimal(0)
    return WHOLE if mode is QualityMode.GATE else reached / ALL_WEIGHTS


def _beyond(size: int, band: int, mode: DeadBand) -> int:
    if size <= band:
        return 0
    return size if mode is DeadBand.CLIFF else size - band


def _scaled(part: Decimal, quality: Decimal | None) -> int | None:
    """Return the part as quality scales it, rounded once; nothing stays nothing."""
    if not part:
        return 0
    return None if quality is None else rounded(part * quality)
