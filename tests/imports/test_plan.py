"""Plans: what is shown is what is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.imports.plan import Change, ImportPlan, Link, RefusedRow, SetAside, compared
from pch_desktop.imports.preview import column_words, rows, sentences, shown

REFUSED = RefusedRow("Sheet 1", 7, "Age", "“x” is not an age band")
PLAN = ImportPlan(
    kind="list_sizes",
    kind_words="list sizes",
    file_name="x.csv",
    file_digest="00",
    rows_read=3,
    rows_kept=1,
    stamp=0,
    refused=(REFUSED,),
    set_aside=(SetAside("Elsewhere", 1),),
)
PEOPLE = Change("list_snapshot", "Z1, all", {"people": 3}, name="list Z1")


def test_rows_read_are_rows_kept_and_rows_refused() -> None:
    assert PLAN.rows_refused == 2
    assert PLAN.rows_sentence == "3 rows read: 1 kept, 2 left out."
    with pytest.raises(ValueError, match="4 rows read are not 1 kept and 2 refused"):
        replace(PLAN, rows_read=4)


def test_a_plan_without_changes_is_nothing() -> None:
    assert PLAN.is_nothing
    assert not replace(PLAN, changes=(PEOPLE,)).is_nothing


def test_only_what_differs_is_changed() -> None:
    found = [
        Change("t", "a", {"x": 1, "y": 2}, name="a"),
        Change("t", "b", {"x": 1, "y": 2}, name="b"),
        Change("t", "c", {"x": 1, "of": Link("b")}, name="c"),
    ]
    standing = {"a": {"id": 4, "x": 1, "y": 2}, "b": {"id": 5, "x": 1, "y": 3, "z": 9}}

    changes, same = compared(found, standing)

    assert same == {"t": 1}
    assert [(each.name, each.row_id, each.before, each.after) for each in changes] == [
        ("b", 5, {"y": 3}, {"y": 2}),
        ("c", None, None, {"x": 1, "of": Link("b")}),
    ]


@given(st.dictionaries(st.text(min_size=1), st.integers()))
def test_comparing_with_itself_changes_nothing(values: dict[str, int]) -> None:
    found = [Change("t", key, {"x": value}, name=key) for key, value in values.items()]
    standing = {key: {"id": 1, "x": value} for key, value in values.items()}

    assert compared(found, standing) == ((), {"t": len(values)} if values else {})


def test_a_plan_is_told_in_sentences() -> None:
    changed = Change("list_snapshot", "Z2, all", {"people": 4}, {"people": 5}, 9, "list Z2")
    told = sentences(replace(PLAN, changes=(PEOPLE, changed), same={"practice": 2}, notes=("N.",)))

    assert told == (
        "N.",
        "3 rows read: 1 kept, 2 left out.",
        "Elsewhere: 1 row.",
        "Sheet “Sheet 1”, row 7, column “Age”: “x” is not an age band.",
        "List sizes: 1 new, 1 changed.",
        "Practices: 2 the same as before.",
    )


def test_a_preview_shows_each_value_before_and_after() -> None:
    part = Change(
        "baseline_part", "Seniority, Z1", {"amount_pence": 5}, {"amount_pence": -1234_50}, 3
    )
    [row] = rows(replace(PLAN, changes=(part,)))

    assert (row.what, row.column, row.before, row.after) == (
        "Seniority, Z1", "Amount", "-£1,234.50", "£0.05",
    )  # fmt: skip
    assert len(rows(replace(PLAN, changes=(part, part, part)), most=2)) == 2
    assert column_words("opened_on") == "Opened"
    assert shown("people", None) == ""
