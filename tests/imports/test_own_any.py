"""Whatever a sheet holds: a plan that commits and then changes nothing more, or a sentence."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import own
from pch_desktop.imports.own import OwnKind
from pch_desktop.imports.own_fields import FIELDS
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.starters import roles
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.starters import load_roles
from tests import localities

YEAR = FinancialYear(2016)
MONTHS = ("Apr", "May-16", "2016-06", "M4", "£000")
NAMES = (
    "Ann Lee",
    "ann  lee",
    "Vacant",
    "Orchard Lane Surgery",
    "Age UK",
    "HCA",
    "GP",
    "Wound nurse",
)
VALUES = (
    "",
    "1",
    "0.8",
    "£1,234.50",
    "(12)",
    "12k",
    "n/a",
    "#REF!",
    "2.5",
    "37.5",
    "1/4/16",
    "42461",
)
WORDS = ("perm", "MH", "vol sector", "practice", "block", "yes", "Total", "P001", "PR", "x" * 5_000)
CELLS = st.sampled_from((*NAMES, *NAMES, *VALUES, *VALUES, *WORDS))


@pytest.fixture(scope="module")
def locality(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """A file with the role catalogue, two lines and a team."""
    path: Path = tmp_path_factory.mktemp("any") / "m.pch"
    file = localities.empty(path)
    file.edit("Roles", load_roles, roles())
    text = "Line\tBudget\nOrchard Lane Surgery\t10\nGP\t20\n"
    own.commit(file, own.plan_for(file, own.read(text), year=YEAR))
    yield file
    file.close()


@st.composite
def sheets(draw: st.DrawFn, kind: OwnKind) -> str:
    """Draw a sheet of a kind as a pasted block, its columns in any order."""
    words = [field.words for field in FIELDS[kind]]
    extra = list(MONTHS) if kind is OwnKind.ACTUALS else []
    headings = draw(
        st.lists(st.sampled_from(words[:4] + words + extra), min_size=2, max_size=7, unique=True)
    )
    width = len(headings)
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=6))
    return "\n".join("\t".join(row) for row in [headings, *rows])


@pytest.mark.parametrize("kind", list(OwnKind))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(draw=st.data())
def test_a_plan_commits_and_changes_nothing_the_second_time(
    locality: LocalityFile, kind: OwnKind, draw: st.DataObject
) -> None:
    text = draw.draw(sheets(kind))
    plan = planned(locality, text, kind)
    if plan is None or not own.commit(locality, plan):
        return
    again = planned(locality, text, kind)
    locality.undo()
    assert again is not None
    assert again.changes == ()
    assert again.rows_kept == plan.rows_kept


def planned(file: LocalityFile, text: str, kind: OwnKind) -> ImportPlan | None:
    """Return the plan of a sheet, or None where a sentence says why there is none."""
    try:
        return own.plan_for(file, own.read(text, kind), year=YEAR)
    except Refusal as refusal:
        assert str(refusal)
        return None
