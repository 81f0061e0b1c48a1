"""Sharing gain and risk: the words of a scheme."""

from __future__ import annotations

from enum import StrEnum


class ShareBaseline(StrEnum):
    """What actual spending is held against."""

    BUDGET = "budget"
    PRIOR_YEAR = "prior year and growth"


class DeadBand(StrEnum):
    """What is shared once the dead band is passed."""

    EXCESS = "only what is beyond it"
    CLIFF = "all of it"


class CapBasis(StrEnum):
    """What a cap or collar limits."""

    POOL = "what can be shared"
    LOCALITY = "the locality part"


class QualityMode(StrEnum):
    """How quality scales a gain; a loss is never scaled."""

    NONE = "none"
    GATE = "gate"
    PROPORTIONAL = "proportional"
    GATE_AND_PROPORTIONAL = "gate, then proportional"


class SplitRule(StrEnum):
    """How the locality's part is divided among its partners."""

    EQUAL = "equal"
    LIST = "list size"
    WEIGHTED_LIST = "weighted list"
    BUDGET = "budget"
    EQUITY = "equity"
    PERFORMANCE = "performance"
    CONTRIBUTION = "contribution"
    FIXED = "fixed shares"


class DrawRule(StrEnum):
    """When the risk pool may be drawn on."""

    AFTER_DEADBAND = "after the dead band"
    AFTER_COLLAR = "after the collar"
    BOARD = "by decision of the board"


class PoolEntryKind(StrEnum):
    """What moves the risk pool."""

    OPENING = "opening"
    CONTRIBUTION = "contribution"
    DRAW = "draw"
    RETURN = "return"


class Stage(StrEnum):
    """How settled a settlement is; signed is what all its partners make it."""

    INDICATIVE = "indicative"
    PROVISIONAL = "provisional"
    FINAL = "final"
    SIGNED = "signed"


class ShareAdjustmentKind(StrEnum):
    """Why spending and budget of a scheme are not those of its lines."""

    HIGH_COST = "high-cost cases above the limit"
    EXCLUSION = "excluded spending"
    LIST_GROWTH = "growth of the list"
    OTHER = "other"
