"""What the selected figures of a table come to."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pch_desktop.domain.money import rounded
from pch_desktop.reports.table import MONEYS, Kind
from pch_desktop.reports.words import written


def summary(numbers: Sequence[int | Decimal], kind: Kind, count: int) -> str:
    """Return the sum and the mean of figures of one kind, and how many cells hold something."""
    total = sum(map(Decimal, numbers), Decimal(0))
    mean = total / len(numbers)
    if kind in (*MONEYS, Kind.COUNT):
        average = written(rounded(mean), kind)
        return f"Sum {written(int(total), kind)}   Average {average}   Count {count:,}"
    return f"Sum {written(total, kind)}   Average {written(mean, kind)}   Count {count:,}"
