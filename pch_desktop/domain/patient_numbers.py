"""Telling an NHS number in a text: nothing about single patients may be kept here."""

from __future__ import annotations

import re

NHS_NUMBER = re.compile(r"\d{10}|\d{3} \d{3} \d{4}")
WITHIN = re.compile(r"(?<![\w.,+-])(?:\d{10}|\d{3}([ -])\d{3}\1\d{4})(?![\w.,-]*\d)")
"""A number of that form inside a text, not a part of a longer one."""
DIGITS = 10


def is_nhs_number(text: str) -> bool:
    """Return whether a text is a number that passes the NHS number's check (Modulus 11).

    One with a thousands separator, a decimal or a sign is an amount, never an NHS number.
    """
    plain = text.strip()
    if not NHS_NUMBER.fullmatch(plain):
        return False
    digits = [int(mark) for mark in plain if mark != " "]
    weighed = sum(digit * (DIGITS - at) for at, digit in enumerate(digits[:9]))
    return len(set(digits)) > 1 and (11 - weighed % 11) % 11 == digits[9]


def nhs_number_in(text: str) -> str | None:
    """Return the first number in a text that passes the check, or None."""
    for found in WITHIN.finditer(text):
        if is_nhs_number(found[0].replace("-", " ")):
            return found[0]
    return None
