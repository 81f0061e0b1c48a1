"""Whatever is brought in comes out the same, and a file closed forgets nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from pch_desktop.exports import everything
from pch_desktop.imports import own
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.e2e import managers
from tests.imports.real import state

PENCE = st.integers(min_value=-9_999_999_99, max_value=99_999_999_99)
MONTHS = managers.YEAR.months[:6]
NAMES = st.text("abcdefgh ", min_size=1, max_size=12).map(lambda words: f"Line {words}".strip())
BUDGETS = st.dictionaries(
    NAMES, st.tuples(PENCE, st.lists(st.none() | PENCE, min_size=6, max_size=6)),
    min_size=1, max_size=5,
)  # fmt: skip
Budgets = Mapping[str, tuple[int, list[int | None]]]


def pounds(pence: int | None) -> str:
    """Return an amount as a spreadsheet gives it when a block is copied."""
    return "" if pence is None else f"{Decimal(pence) / 100}"


def pasted(budgets: Budgets) -> tuple[str, str]:
    """Return a block of lines and a block of their actuals."""
    lines = [f"{name}\t{pounds(annual)}" for name, (annual, _) in budgets.items()]
    heads = "\t".join(f"{month.words[:3]} {month.year}" for month in MONTHS)
    actuals = [
        f"{name}\t" + "\t".join(pounds(each) for each in spent)
        for name, (_, spent) in budgets.items()
    ]
    return "\n".join(["Line\tAnnual budget £", *lines]), "\n".join([f"Line\t{heads}", *actuals])


def taken(file: LocalityFile, budgets: Budgets) -> None:
    """Paste both blocks."""
    for text, kind in zip(pasted(budgets), ("lines", "actuals"), strict=True):
        own.commit(file, own.plan_for(file, own.read(text, kind), year=managers.YEAR))


def unlike(budgets: Budgets) -> Budgets:
    """Return the lines whose names differ by more than case and spaces."""
    return {" ".join(name.split()): found for name, found in budgets.items()}


def column(sheet: Any, name: str) -> list[Any]:
    """Return what stands under a heading."""
    rows = list(sheet.iter_rows(values_only=True))
    at = [str(heading).casefold() for heading in rows[0]].index(name)
    return [row[at] for row in rows[1:]]


@settings(max_examples=12, deadline=None)
@given(BUDGETS.map(unlike))
def test_what_is_pasted_in_comes_out_in_the_workbook_of_everything(budgets: Budgets) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = localities.made(folder / "m.pch")
        taken(file, budgets)
        target = everything.write_all(*everything.read_all(file), folder)
        file.close()
        book = load_workbook(target, data_only=True)
        lines, actuals = book["Budget line"], book["Actual"]
        names = column(lines, "name")
        annual = dict(zip(names, column(lines, "annual"), strict=True))
        for line, (pence, _) in budgets.items():
            assert round(annual[line] * 100) == pence
        spent: dict[str, dict[str, int]] = defaultdict(dict)
        for line, month, amount in zip(
            column(actuals, "line"), column(actuals, "month"), column(actuals, "amount"),
            strict=True,
        ):  # fmt: skip
            spent[str(line)][str(month)] = round(amount * 100)
        for line, (_, months) in budgets.items():
            known = zip(MONTHS, months, strict=True)
            assert spent[line] == {str(month): pence for month, pence in known if pence is not None}


@settings(max_examples=8, deadline=None)
@given(BUDGETS.map(unlike), st.integers(min_value=0, max_value=3))
def test_a_file_closed_and_opened_again_can_take_back_every_step(
    budgets: Budgets, undone: int
) -> None:
    with TemporaryDirectory() as name:
        path = Path(name) / "m.pch"
        file = localities.made(path)
        states = [file.read(state)]
        for text, kind in zip(pasted(budgets), ("lines", "actuals"), strict=True):
            plan = own.plan_for(file, own.read(text, kind), year=managers.YEAR)
            if own.commit(file, plan):
                states.append(file.read(state))
        line = file.read(budget.lines, MONTHS[0])[0]
        file.edit("Owner", budget.set_line, line.id, "owner", "J. Wren")
        states.append(file.read(state))
        steps = min(undone, len(states) - 1)
        for _ in range(steps):
            file.undo()
        file.close()

        again = localities.opened(path)
        at = len(states) - 1 - steps
        assert again.read(state) == states[at]
        for before in reversed(states[:at]):
            again.undo()
            assert again.read(state) == before
        for after in states[1:]:
            again.redo()
            assert again.read(state) == after
        again.close()
