"""Reading a worked formula as a person with a calculator would."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from pch_desktop.reports.explained import Explanation
from pch_desktop.reports.formula import nearest
from pch_desktop.reports.words import written

TOKEN = re.compile(r"\s*(rounded\(|[()+−×÷]|£?[\d,]+(?:\.\d+)?%?)")


def reckoned(worked: str) -> tuple[Fraction, str]:
    """Return what the left side of a worked formula comes to, and its right side."""
    left, _, right = worked.rpartition(" = ")
    tokens: list[str] = []
    at = 0
    while at < len(left):
        found = TOKEN.match(left, at)
        assert found, f"{left[at:]!r} in {worked!r}"
        tokens.append(found[1])
        at = found.end()
    amount = _sum(tokens)
    assert not tokens, worked
    return amount, right.removesuffix(", rounded")


def read(figure: str) -> Fraction:
    """Return a figure as it stands at the right of a formula; pounds as pence."""
    amount = _number(figure.strip("()"))
    return -amount if figure.startswith("(") else amount


def _sum(tokens: list[str]) -> Fraction:
    sign = -1 if tokens[0] == "−" and tokens.pop(0) else 1
    amount = sign * _product(tokens)
    while tokens and tokens[0] in "+−":
        amount += _product(tokens) if tokens.pop(0) == "+" else -_product(tokens)
    return amount


def _product(tokens: list[str]) -> Fraction:
    amount = _leaf(tokens)
    while tokens and tokens[0] in "×÷":
        amount = amount * _leaf(tokens) if tokens.pop(0) == "×" else amount / _leaf(tokens)
    return amount


def _leaf(tokens: list[str]) -> Fraction:
    token = tokens.pop(0)
    if token in {"(", "rounded("}:
        amount = _sum(tokens)
        assert tokens.pop(0) == ")"
        return Fraction(nearest(amount)) if token == "rounded(" else amount
    if token == "−":
        return -_leaf(tokens)
    return _number(token)


def _number(token: str) -> Fraction:
    """Return a number; pounds as pence, so that it can be rounded to the penny."""
    digits = Fraction(Decimal(token.strip("£%").replace(",", "")))
    if token.startswith("£"):
        return digits * 100
    return digits / 100 if token.endswith("%") else digits


FINE = re.compile(r"\.\d{3,}")
"""A figure on the way that never ends, written to the hundredth of a penny."""
COUNTED = re.compile(r"= \(?[\d,]+\)?$")
"""The end is a whole number of people or contacts, not of money."""
PART = re.compile(r"(?<![£\d,])[\d,]+\.\d")
"""A number that is not whole, and no money, on the way."""
MONEY = re.compile(r"£[\d,]+(?:\.\d+)?")


def must_hold(made: Explanation) -> None:
    """Check that an explanation can be reckoned again, to the penny, with what it tells."""
    _comes_to(made.worked, made.answer)
    for step in made.steps:
        _comes_to(step.worked, step.answer)
    known = _told(made)
    for worked in (made.worked, *(step.worked for step in made.steps)):
        for figure in MONEY.findall(worked.rpartition(" = ")[0]):
            assert figure in known, f"{made.title}: {figure} of {worked!r} is told nowhere"


def _comes_to(worked: str, answer: str) -> None:
    """Check that a working ends with the answer, and comes to it when reckoned again."""
    if " = " not in worked or "…" in worked:
        return
    amount, right = reckoned(worked)
    assert right == answer, f"{worked!r} does not end with {answer}"
    assert abs(amount - read(right)) <= _near(worked), f"{worked!r} comes to {float(amount)}"


def _near(worked: str) -> Fraction:
    """Return how far a working may be from its end: what was rounded away, and no more."""
    if worked.endswith(("%", "%)")):
        return Fraction(1, 2000)
    if COUNTED.search(worked) and PART.search(worked):
        return Fraction(1, 2)
    if FINE.search(worked):
        return Fraction(1)
    return Fraction(1, 2) if "÷" in worked or "rounded" in worked else Fraction(0)


def _told(made: Explanation) -> set[str]:
    """Return every amount of money an explanation tells, without its sign."""
    facts = (*made.facts, *made.beneath)
    told = {written(fact.value, fact.kind).strip("()") for fact in facts}
    told |= {figure for fact in facts for figure in MONEY.findall(fact.source)}
    return told | {step.answer.strip("()") for step in made.steps}
