"""Columns decided, groups of few heads, and words that hold no true count."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.disclosure_second import published
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.reports.disclosed_sums import people_in
from pch_desktop.reports.disclosed_table import disclosed_table
from pch_desktop.reports.disclosed_words import is_plain, kept, retold
from pch_desktop.reports.few_staff import OTHERS, grouped
from pch_desktop.reports.table import Chart, Column, Holds, Kind, Shape, Table, Total
from pch_desktop.reports.told import Told, told
from pch_desktop.reports.totals import totals_of
from pch_desktop.reports.unnamed import unnamed
from pch_desktop.store.spelling import cleaner

Row = tuple[str, int, int, int]
PEOPLE = Holds.PEOPLE
COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "Service", lambda row: row[0]),
    Column("booked", "Booked", lambda row: row[1] + row[2], Kind.COUNT, Total.SUM, holds=PEOPLE),
    Column("attended", "Attended", lambda row: row[1], Kind.COUNT, Total.SUM, holds=PEOPLE),
    Column("not_attended", "Missed", lambda row: row[2], Kind.COUNT, Total.SUM, holds=PEOPLE),
    Column("share", "Share", lambda row: Decimal(row[2]) / max(1, row[1] + row[2]), Kind.SHARE,
           Total.RATIO, ratio=("not_attended", "booked"), formula="{not_attended}/{booked}"),
    Column("days", "Mean wait", lambda row: row[3], Kind.NUMBER, holds=PEOPLE, of="attended"),
    Column("exact", "Seen per 1,000", lambda row: Decimal(row[1]) / 41, Kind.NUMBER, holds=PEOPLE),
    Column("slots", "Room", lambda row: row[1] + 10, Kind.COUNT, Total.SUM),
    Column("free", "Free", lambda row: 10, Kind.COUNT, Total.SUM, formula="{slots}-{attended}"),
)  # fmt: skip
ROWS = (("Memory clinic", 74, 6, 21), ("Skin", 5, 0, 14), ("Backs", 318, 27, 9))


def shown(rows: Sequence[Row]) -> tuple[Table[Told], Table[Told]]:
    """Return a table as it was, and as it is shown outside."""
    chart = Chart(Shape.BARS, "name", ("booked",), "Backs book 345", "Bars: Backs 345")
    true = told(Table("Seen", COLUMNS, rows, "397 seen in October 2016.", (chart,),
                      ("In May 2016, 12 days. 397 came.",)))  # fmt: skip
    found = published(*people_in([true]))
    return true, retold(disclosed_table(true, found), true)


def test_counts_are_hidden_or_rounded_and_what_rests_on_them_is_worked_out_anew() -> None:
    _, public = shown(ROWS)
    keys = [column.key for column in public.columns]
    assert keys == ["name", "booked", "attended", "not_attended", "share", "days", "slots", "free"]
    clinic, skin, backs = ([row.values[keys.index(key)] for key in keys] for row in public.rows)
    assert clinic[1:] == [80, 75, HIDDEN, HIDDEN, 21, 84, 9]
    assert skin[1:] == [HIDDEN, HIDDEN, 0, HIDDEN, HIDDEN, 15, HIDDEN]
    assert backs[1:] == [345, 320, HIDDEN, HIDDEN, 9, 328, 8], "35 in all and 25 here leave 6 or 7"


def test_totals_are_rounded_by_themselves_and_no_formula_is_left() -> None:
    _, public = shown(ROWS)
    totals = {key: total.value for key, total in totals_of(public).items()}
    assert (totals["booked"], totals["attended"], totals["not_attended"]) == (430, 395, 35)
    assert totals["share"] == Decimal(35) / 430
    assert all(not any(row.formulas) for row in public.rows)
    assert all(column.formula == "" for column in public.columns)


def test_words_and_charts_are_told_anew() -> None:
    _, public = shown(ROWS)
    assert public.subtitle == "" and public.notes == ("In May 2016, 12 days.",)
    assert public.charts == (), "Skin has no bar to draw"
    (chart,) = shown((*ROWS[:1], *ROWS[2:]))[1].charts
    assert chart.finding == "Booked, by service"
    assert chart.alt_text == "Bars of booked by service, rounded: Memory clinic 80; Backs 345."


@pytest.mark.parametrize(
    "words",
    ["Due on 3 October.", "April 2016 to 31 Oct 2016, 2016/17, 08:00.", "In 28 days; the 92nd.",
     "Per 1,000 people", "at (n - 1) × share", "no number"],
)  # fmt: skip
def test_days_times_and_methods_are_no_counts(words: str) -> None:
    assert is_plain(words) and kept(words) == words


@given(st.integers(1, 10_000).filter(lambda n: n not in (1000, 10_000)))
def test_a_sentence_with_a_count_is_not_kept(people: int) -> None:
    assert kept(f"Seen: {people:,} people. Others wait.") == "Others wait."


def test_groups_of_fewer_than_three_heads_stand_together() -> None:
    columns: tuple[Column[Row], ...] = (
        Column("name", "Group", lambda row: row[0]),
        Column("posts", "Posts", lambda row: row[1], Kind.COUNT, Total.SUM, holds=Holds.STAFF),
        Column("wte", "WTE", lambda row: row[2], Kind.WTE, Total.SUM),
        Column("band", "Band", lambda row: row[3], Kind.COUNT),
    )
    rows = (("Nurse", 8, 7, 5), ("Podiatrist", 1, 1, 6), ("None", 0, 0, 1), ("Midwife", 3, 2, 7))
    table = grouped(told(Table("Team", columns, rows)))
    assert [row.values for row in table.rows] == [
        ("Nurse", 8, 7, 5), ("None", 0, 0, 1), (OTHERS, 4, 3, None),
    ]  # fmt: skip
    assert totals_of(table)["wte"].value == 10
    whole = told(Table("Team", columns, rows[:1]))
    assert grouped(whole) == whole


def test_names_are_told_by_number_however_they_are_spelt() -> None:
    called = {"J. Wren": "Person 4", "MV-0004": "Person 4", "Will": "Person 5", "j@a.example": "X"}
    cleaned = cleaner(called)
    said = "J. Wren, J Wren and Dr. Wren (mv-0004, j@a.example) will ask Wrenfield."
    assert cleaned(said) == "Person 4, Person 4 and Person 4 (Person 4, X) will ask Wrenfield."
    assert cleaner({})("J. Wren") == "J. Wren"


def test_columns_of_names_are_gone() -> None:
    columns: tuple[Column[Row], ...] = (
        Column("name", "Risk", lambda row: row[0]),
        Column("owner", "Owner", lambda _: "J. Wren", holds=Holds.NAMES),
        Column("score", "Score", lambda row: row[1], Kind.COUNT),
    )
    table = unnamed(told(Table("Risks", columns, (("Seen by J. Wren", 9, 0, 0),))),
                    cleaner({"J. Wren": "Person 4"}))  # fmt: skip
    assert [column.key for column in table.columns] == ["name", "score"]
    assert [column.value(table.rows[0]) for column in table.columns] == ["Seen by Person 4", 9]
