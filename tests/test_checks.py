"""The sixty checks: the page that lists them, and those that need no window."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from pch_desktop.reports.definitions import TERMS
from pch_desktop.ui.style import CHOICES
from pch_desktop.ui.theme import Theme
from tests.colours import apart, lab, linear
from tests.figures import PACKAGE, ROOT

PAGE = ROOT / "docs" / "checks.md"
STATES = ("holds", "in part", "not yet")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
LEAST_APART = 15
SHORT = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Z]\w*\b")
NUMERALS = {"II", "III", "IV"}
NEVER_SAID = re.compile(r"\binvalid\b|\berror occurred\b|\bare you sure\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the page."""

    number: int
    shown_by: str
    state: str


@cache
def checks() -> tuple[Check, ...]:
    """Return the lines of the page's table."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.read_text("utf-8").splitlines()
        if re.match(r"\| *\d", line)
    ]
    return tuple(Check(int(number), shown, state) for number, _, shown, state in rows)


def names_in(path: str) -> set[str]:
    """Return the names of the tests in a file."""
    return {
        node.name
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


# The page


def test_each_of_the_sixty_stands_there_once_with_its_state() -> None:
    assert [each.number for each in checks()] == list(range(1, 61))
    assert {each.state.partition(":")[0] for each in checks()} <= set(STATES)


def test_every_test_that_is_named_is_there() -> None:
    gone = [
        f"{each.number}: {path}::{name}"
        for each in checks()
        for path, name in NAMED.findall(each.shown_by)
        if not (ROOT / path).exists() or (name and name not in names_in(path))
    ]
    assert gone == []


def test_what_holds_names_what_shows_it_and_what_does_not_says_why() -> None:
    for each in checks():
        state, _, why = each.state.partition(":")
        assert NAMED.search(each.shown_by) or state == "not yet", each.number
        assert bool(why.strip()) is (state != "holds"), each.number


def test_the_count_above_the_table_is_that_of_the_table() -> None:
    count = Counter(each.state.partition(":")[0] for each in checks())
    said = f"{count['holds']} hold, {count['in part']} hold in part, {count['not yet']} do not yet"
    assert said in PAGE.read_text("utf-8")


# 26: blue and orange for those who do not tell green from red


@pytest.mark.parametrize("theme", CHOICES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("use", ["", "_fill", "_soft"])
def test_better_and_worse_stay_apart_without_green_cones(theme: Theme, use: str) -> None:
    better, worse = getattr(theme, f"better{use}"), getattr(theme, f"worse{use}")
    assert apart(better, worse) >= LEAST_APART


def test_the_arithmetic_is_that_of_the_papers() -> None:
    assert lab(linear("#FFFFFF")) == pytest.approx((100, 0, 0), abs=0.02)
    assert lab(linear("#FF0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert apart("#FF0000", "#B39C00") < LEAST_APART < apart("#FF0000", "#0000FF")


# 48: what is shortened in a heading is among the terms


def modules_with(words: re.Pattern[str]) -> Iterator[tuple[Path, ast.Module]]:
    """Yield the modules of the program in which such words stand, parsed."""
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text("utf-8")
        if words.search(source):
            yield path, ast.parse(source)


def called(what: ast.expr) -> str:
    """Return the name of what is called."""
    return getattr(what, "id", "") or getattr(what, "attr", "")


def headings() -> Iterator[tuple[str, str]]:
    """Yield every title and band that a column is declared with, and where."""
    for path, tree in modules_with(re.compile(r"\w*[Cc]olumns?\(")):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and "olumn" in called(node.func):
                named = [each.value for each in node.keywords if each.arg in {"title", "band"}]
                for part in [*node.args[1:2], *node.args[5:6], *named]:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield path.stem, part.value


def test_every_abbreviation_in_a_heading_is_among_the_terms() -> None:
    told = set(re.findall(r"\w+", " ".join(f"{term} {meaning}" for term, meaning in TERMS)))
    found = [(word, where) for where, title in headings()
             for word in SHORT.findall(title)]  # fmt: skip
    assert len(found) > 40
    assert sorted({each for each in found if each[0] not in told | NUMERALS}) == []


# 49: what is never said


def test_nobody_is_told_that_something_is_invalid_or_asked_whether_they_are_sure() -> None:
    said = [
        f"{path.stem}: {node.value}"
        for path, tree in modules_with(NEVER_SAID)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if NEVER_SAID.search(node.value)
    ]
    assert said == []
