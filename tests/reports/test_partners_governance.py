"""Governance, maturity, the flow and the directory, set out for reading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pch_desktop.domain.partners import (
    DecisionRule,
    ForumKind,
    MaturityDomain,
    PartnerKind,
    Sector,
)
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.exports.paper_file import write_tables
from pch_desktop.exports.printed import page
from pch_desktop.imports.beginning import begin_sample
from pch_desktop.reports import partners_charges as charges
from pch_desktop.reports import partners_delivers as delivers
from pch_desktop.reports import partners_delivers_words, partners_maturity_words
from pch_desktop.reports import partners_forums as forums
from pch_desktop.reports import partners_maturity as maturity
from pch_desktop.reports import partners_votes as votes
from pch_desktop.reports.partners_directory import directory
from pch_desktop.reports.partners_directory_words import hours_words
from pch_desktop.reports.partners_governance import governance_findings, governance_tables
from pch_desktop.reports.table import Table
from pch_desktop.store import partners
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.partners import ChargeRow, DeliveryRow, ForumRow
from tests import localities

OCTOBER = Month(2016, 10)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> LocalityFile:
    """The invented sample, read only by these tests."""
    path = tmp_path_factory.mktemp("governance") / "sample.pch"
    return begin_sample(path, localities.holder(), localities.noon)


def test_the_pack_holds_governance_without_names_of_people(sample: LocalityFile) -> None:
    tables = {table.title: table for table in governance_tables(sample, OCTOBER)}
    assert list(tables) == ["Who is in charge", "Forums", "Votes", "Maturity", "Who delivers what"]
    assert all(table.rows for table in tables.values())
    names = {row.name for row in sample.read(partners.contacts)}
    for table in tables.values():
        printed = {str(column.value(row)) for column in table.printed for row in table.rows}
        assert not printed & names, table.title
    assert "Nobody yet answers for: Safeguarding" in tables["Who is in charge"].subtitle
    assert tables["Votes"].subtitle == "4 votes: 2 carried, 1 referred, 1 not quorate."


def test_what_is_open_leads_to_the_view_it_is_put_right_in(sample: LocalityFile) -> None:
    found = governance_findings(sample, OCTOBER)
    assert [(each.title, each.view) for each in found] == [
        ("Nobody answers for 2 subjects yet", "Who is in charge"),
        ("Hold back 1% of the year's sum as contingency: not quorate", "Votes"),
        ("Share gains and losses of 2017/18 by the draft schedule: referred", "Votes"),
    ]


def test_a_vote_is_told_under_its_own_rule_and_each_other(sample: LocalityFile) -> None:
    row = next(each for each in sample.read(partners.votes) if each.forum == "Council of practices")
    column = {each.key: each.value(row) for each in votes.VOTES}
    assert (column["outcome"], column["for"], column["against"]) == ("● Carried", 3, 3)
    told = votes.each_rule(row)
    assert told[DecisionRule.MAJORITY][0] == "◆ Not carried: simple majority"
    assert told[DecisionRule.WEIGHTED][0] == "● Carried: weighted by list size, above 60%"
    assert told[DecisionRule.WEIGHTED][1] == row.verdict.why == column["why"]


def a_forum(quorum: int | None, *needs: PartnerKind) -> ForumRow:
    return ForumRow(1, "Board", ForumKind.BOARD, None, None, None, quorum, None, None, 2, None,
                    None, needs, ())  # fmt: skip


def test_a_forum_is_moved_to_the_right_under_another_and_typed_back_plain() -> None:
    row = a_forum(3)
    assert forums.indented(row) == "    └ Board"
    assert forums.plain(forums.indented(row)) == "Board"
    assert forums.unable(row) == ""
    assert forums.unable(a_forum(None, PartnerKind.POLICE)) == "It has no member that is: police."


def test_maturity_tells_each_domain_and_no_total(sample: LocalityFile) -> None:
    rows = sample.read(partners.maturity)
    table = partners_maturity_words.maturity_table(sample, OCTOBER)
    assert [row.domain for row in table.rows] == list(MaturityDomain)
    assert not any(column.total.name == "SUM" for column in table.columns)
    assert [row.way for row in table.rows] == [
        "● Up by 1", "▬ As before", "▬ As before", "● Up by 1", "◆ Down by 1",
    ]  # fmt: skip
    spring = [row for row in rows if row.scored_on <= date(2016, 4, 29)]
    assert maturity.domains(spring)[4].way == "▬ As before"
    assert partners_maturity_words.finding([]) == "No domain has been scored yet"


def full_size() -> list[DeliveryRow]:
    """21 partners that deliver 50 services."""
    kinds, sorts, sectors = list(PartnerKind), list(Category), list(Sector)
    return [
        DeliveryRow(
            number, f"Partner {number % 21:02}", kinds[3 + number % 9], sectors[number % 7],
            number % 50, f"Service {number % 50:02}", sorts[number % 50 % 16], None, number < 50,
        )
        for number in range(150)
    ]  # fmt: skip


def test_many_services_are_drawn_by_what_they_are_for_until_few_are_left() -> None:
    rows = delivers.flows(full_size())
    assert delivers.is_gathered(rows)
    assert len({row.service for row in rows}) == len(Category)
    assert len({row.one_service for row in rows}) == 50
    assert sum(delivers.services_for(rows).values()) == 50
    assert len(delivers.ribbons(rows)) < len(rows)
    few = delivers.flows(full_size(), only="Partner 03")
    assert not delivers.is_gathered(few)
    assert {row.partner for row in few} == {"Partner 03"}
    assert partners_delivers_words.finding(rows).startswith("21 partners in 50 services")


def test_the_flow_tells_whose_patients_a_service_sees(sample: LocalityFile) -> None:
    seen = sample.read(partners.practices_served, OCTOBER)
    rows = delivers.flows(sample.read(partners.deliveries), delivers.BY_PRACTICE, seen)
    assert {"Saltmarsh Surgery", delivers.NO_PRACTICE} <= {row.whom for row in rows}


def test_hours_are_told_as_people_write_them() -> None:
    week = dict.fromkeys(range(1, 6), ((480, 1110),))
    assert hours_words(week) == "Mon to Fri 08:00-18:30"
    assert hours_words({**week, 6: ((540, 720),)}) == "Mon to Fri 08:00-18:30; Sat 09:00-12:00"
    assert hours_words(dict.fromkeys(range(1, 8), ((0, 1440),))) == "Every day 00:00-24:00"
    assert hours_words({2: ((540, 720),), 4: ((540, 720),)}) == "Tue 09:00-12:00; Thu 09:00-12:00"
    assert hours_words({}) == ""


def test_the_directory_names_people_only_where_that_is_asked_for(sample: LocalityFile) -> None:
    whole = "".join(page("Marsh Valley", "Directory", directory(sample, with_names=True)))
    plain = page("Marsh Valley", "Directory", directory(sample))
    for row in sample.read(partners.contacts):
        assert row.name in whole
        assert row.name not in plain
        assert str(row.work_email) not in plain
        assert str(row.work_phone) in plain
    assert "Acute Response Team" in plain


def test_the_directory_is_written_as_workbook_values_or_page(
    sample: LocalityFile, tmp_path: Path
) -> None:
    import openpyxl

    tables = directory(sample)
    (book,) = write_tables("Marsh Valley", "Directory", tables, tmp_path / "d.xlsx")
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["Directory of services", "Directory of partners"]
    paths = write_tables("Marsh Valley", "Directory", tables, tmp_path / "d.csv")
    for path, table in zip(paths, tables, strict=True):
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) == len(table.rows) + 1
    (paper,) = write_tables("Marsh Valley", "Directory", tables, tmp_path / "d.html")
    assert "<h2>Directory of partners</h2>" in paper.read_text(encoding="utf-8")
    with pytest.raises(Refusal, match="xlsx, csv, html"):
        write_tables("Marsh Valley", "Directory", tables, tmp_path / "d.doc")
    with pytest.raises(Refusal, match="There is no folder"):
        write_tables("Marsh Valley", "Directory", tables, tmp_path / "no" / "d.csv")


def test_words_from_outside_stay_words_on_paper_and_in_values(tmp_path: Path) -> None:
    row = ChargeRow(1, "=1+1", None, "<b>Bold</b>", None, None, None, None, None, "@note")
    table = Table("A", charges.CHARGES, (row,))
    assert "&lt;b&gt;Bold&lt;/b&gt;" in page("<i>", "A", (table,))
    assert "<i>" not in page("<i>", "A", (table,))
    (path,) = write_tables("A", "A", (table,), tmp_path / "a.csv")
    assert path.read_text(encoding="utf-8-sig").splitlines()[1].startswith("'=1+1,")
