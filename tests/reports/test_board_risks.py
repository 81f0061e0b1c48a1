"""The risks set out for reading: words, square, findings, and the sheets of the pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pch_desktop.domain.board_registers import RiskStatus
from pch_desktop.domain.board_risks import Score
from pch_desktop.domain.period import Month
from pch_desktop.reports import board as report
from pch_desktop.reports import board_matrix, board_risk_words, board_risks
from pch_desktop.reports.board_registers import risk_findings
from pch_desktop.reports.statement import Weight
from pch_desktop.reports.table import Holds
from pch_desktop.store import board
from pch_desktop.store.board import RiskRow
from pch_desktop.store.locality_file import LocalityFile

OCTOBER = Month(2016, 10)


def rows(file: LocalityFile) -> list[RiskRow]:
    return file.read(board.risks, OCTOBER.last)


def named(file: LocalityFile, reference: str) -> RiskRow:
    return next(row for row in rows(file) if row.reference == reference)


def test_a_risk_is_told_as_if_then_so_that(marsh_valley: LocalityFile) -> None:
    row = named(marsh_valley, "R2")
    assert board_risks.in_words(row) == (
        "Pharmacist posts stay vacant. If few clinical pharmacists want part-time posts, then two "
        "posts stay vacant past Christmas, so that medicines reviews fall behind and GPs do them."
    )
    bare = replace(row, cause=None, event=None, effect=None)
    assert board_risks.in_words(bare) == "Pharmacist posts stay vacant"


def test_a_trend_is_told_with_the_score_before(marsh_valley: LocalityFile) -> None:
    row = named(marsh_valley, "R1")
    assert board_risks.trend_words(row) == "↓ Down from 20"
    assert board_risks.trend_words(named(marsh_valley, "R7")) == "↑ Up from 8"
    assert board_risks.trend_words(replace(row, before=row.current)) == "→ Same"
    assert board_risks.trend_words(replace(row, before=None)) == "Scored once"
    assert board_risks.trend_words(replace(row, current=Score())) is None


def test_every_open_scored_risk_has_one_place_in_the_square(marsh_valley: LocalityFile) -> None:
    found = rows(marsh_valley)
    square = board_matrix.matrix(found)
    placed = [one for line in square for cell in line.cells for one in cell]
    assert sorted(placed) == sorted(row.reference for row in found if row.is_open)
    assert [line.likelihood for line in square] == [5, 4, 3, 2, 1]
    assert square[2].cells[3] == ("R2", "R7")
    assert [column.value(square[2]) for column in board_matrix.MATRIX] == [
        "3 Possible", None, "1: R5", None, "2: R2, R7", None,
    ]  # fmt: skip


def test_the_register_says_how_heavy_it_is_and_what_is_on_top(marsh_valley: LocalityFile) -> None:
    found = rows(marsh_valley)
    assert board_risk_words.finding(found) == (
        "7 risks open, 1 extreme and 4 high; on top R1 at 16, down from 20."
    )
    assert board_risk_words.finding([]) == "No risk is open."
    blank = [replace(found[0], current=Score(), before=None)]
    assert board_risk_words.finding(blank).endswith("none is scored yet.")
    told = board_risk_words.alt_text(found, OCTOBER)
    assert "R1 16, consequence 4, likelihood 4, down from 20" in told


def test_findings_lead_to_the_very_risk_and_mitigation(marsh_valley: LocalityFile) -> None:
    found = {each.title: each for each in report.STATEMENT.findings(marsh_valley, OCTOBER)}
    above = found["R1 is above the board's appetite"]
    assert (above.record_id, above.view) == (named(marsh_valley, "R1").id, "Risks/Risks")
    late = found["R1: a mitigation is 17 days overdue"]
    assert late.view == "Risks/Mitigations"
    assert late.record_id in {row.id for row in named(marsh_valley, "R1").mitigations}
    assert found["R3 was not looked at for 3 months"].weight is Weight.LATE
    assert not any(title.startswith("R8") for title in found)


def test_an_extreme_risk_nobody_does_anything_about_is_found(marsh_valley: LocalityFile) -> None:
    row = named(marsh_valley, "R1")
    idle = replace(row, mitigations=())
    told = [each.title for each in risk_findings([idle])]
    assert "R1 is extreme and nothing is being done about it" in told
    done = replace(row.mitigations[0], done_on=date(2016, 10, 1))
    assert "R1 is extreme and nothing is being done about it" in [
        each.title for each in risk_findings([replace(row, mitigations=(done,))])
    ]
    assert risk_findings([replace(idle, status=RiskStatus.CLOSED)]) == []


def test_the_sheets_hold_the_open_risks_and_mark_names(marsh_valley: LocalityFile) -> None:
    tables = {table.title: table for table in report.STATEMENT.build(marsh_valley, OCTOBER)}
    sheet = tables["Risks"]
    assert [row.reference for row in sheet.rows][:2] == ["R1", "R2"]
    assert "R8" not in [row.reference for row in sheet.rows]
    holding = [column.key for column in sheet.columns if column.holds is Holds.NAMES]
    assert holding == ["owner"]
    titles = [column.title for column in sheet.columns]
    assert len(set(titles)) == len(titles)
    live = next(column for column in sheet.columns if column.key == "current")
    assert live.formula_of is not None
    assert live.formula_of(sheet.rows[0]) == "{current_consequence}*{current_likelihood}"
    assert live.formula_of(replace(sheet.rows[0], current=Score(4))) == ""
    assert sheet.notes[0].endswith("From 4 moderate, from 8 high, from 15 extreme.")
    assert {"Risk matrix", "Mitigations"} <= tables.keys()
