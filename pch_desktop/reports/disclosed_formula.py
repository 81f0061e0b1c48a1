"""What a live formula comes to with the figures that are shown instead of the true ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from pch_desktop.reports.formula import nearest, value
from pch_desktop.reports.live import Find, read
from pch_desktop.reports.table import MONEYS, Kind, Value

GUARDED = re.compile(r'IF\((?:[^"]|"")*,"",(.*)\)')
"""A formula that is blank where what it rests on is."""
NUMBER_OF = re.compile(r"N\((\{\w+\})\)")
LINEAR = re.compile(r"[-+(){}\w]+")
"""Counts added and taken off only: of such a one the totals make the total."""


def worked_out(formula: str, kind: Kind, find: Find, keys: Sequence[str]) -> Value:
    """Return what a formula comes to; nothing where it is not known or is no arithmetic."""
    guarded = GUARDED.fullmatch(formula)
    text = NUMBER_OF.sub(r"\1", guarded[1] if guarded else formula)
    found = read(text, find, keys) if text else None
    try:
        amount = None if found is None else value(found)
    except ZeroDivisionError:
        return None
    return None if amount is None else _of_kind(amount, kind)


def is_linear(formula: str) -> bool:
    """Return whether a formula only adds and takes off columns."""
    return LINEAR.fullmatch(formula) is not None


def _of_kind(amount: Fraction, kind: Kind) -> Value:
    if kind in MONEYS:
        return nearest(amount)
    if amount.denominator == 1:
        return int(amount)
    return Decimal(amount.numerator) / Decimal(amount.denominator)
