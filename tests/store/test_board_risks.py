"""The risk register on a real file: scores with their days, mitigations, bands, undo."""

from __future__ import annotations

from datetime import date

import pytest

from pch_desktop.domain.board_registers import RiskCategory, RiskStatus
from pch_desktop.domain.board_risks import Band, Bands, Trend
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import board
from pch_desktop.store.board import RiskRow
from pch_desktop.store.locality_file import LocalityFile

SEPTEMBER, OCTOBER = date(2016, 9, 30), date(2016, 10, 31)


def added(file: LocalityFile, title: str = "No locum in winter", **rest: object) -> int:
    return file.edit("Add", board.add_risk, title, SEPTEMBER, rest)


def risk(file: LocalityFile, on: date = OCTOBER) -> RiskRow:
    return file.read(board.risks, on)[0]


def put(file: LocalityFile, field: str, value: object, on: date = OCTOBER) -> None:
    file.edit("Change", board.set_risk, risk(file).id, field, value, on)


def test_a_risk_added_gets_the_next_reference_and_its_first_score(file: LocalityFile) -> None:
    added(file, current_consequence=4, current_likelihood=4, category=RiskCategory.WORKFORCE)
    added(file, "Another", reference="R9")
    added(file, "A third")
    rows = {row.reference: row for row in file.read(board.risks, OCTOBER)}
    assert list(rows) == ["R1", "R9", "R10"]
    assert (rows["R1"].current.product, rows["R1"].band) == (16, Band.EXTREME)
    assert rows["R1"].current.on == SEPTEMBER
    assert rows["R1"].trend is None
    assert rows["R9"].band is None
    with pytest.raises(Refusal, match="already there"):
        added(file, "A fourth", reference="R9")


def test_a_score_is_kept_with_its_day_and_the_trend_follows(file: LocalityFile) -> None:
    added(file, current_consequence=4, current_likelihood=4)
    put(file, "current_likelihood", 3)
    found = risk(file)
    assert (found.current.product, found.trend) == (12, Trend.DOWN)
    put(file, "current_consequence", 5)
    assert [(one.score.on, one.score.product) for one in risk(file).scores] == [
        (SEPTEMBER, 16), (OCTOBER, 15),
    ]  # fmt: skip
    assert risk(file, SEPTEMBER).current.product == 16
    put(file, "current_likelihood", 1, SEPTEMBER)
    assert (risk(file, SEPTEMBER).current.product, risk(file).current.product) == (4, 15)
    file.undo()
    file.undo()
    file.undo()
    assert risk(file).scores == risk(file, SEPTEMBER).scores
    assert risk(file).current.product == 16


def test_a_blank_takes_back_the_score_of_the_day_and_no_other(file: LocalityFile) -> None:
    added(file, current_consequence=4, current_likelihood=4)
    put(file, "current_likelihood", 2)
    put(file, "current_likelihood", None)
    assert risk(file).current.product == 16
    with pytest.raises(Refusal, match="score of 30 September 2016 stands"):
        put(file, "current_likelihood", None)
    put(file, "current_likelihood", None, SEPTEMBER)
    assert risk(file).scores == ()


def test_one_side_of_a_score_alone_is_not_a_score_yet(file: LocalityFile) -> None:
    added(file)
    put(file, "current_consequence", 4)
    assert (risk(file).current.consequence, risk(file).current.product) == (4, None)
    assert risk(file).scores == ()
    put(file, "current_likelihood", 2)
    assert risk(file).current.product == 8
    for field, value in (("current_likelihood", 6), ("target_consequence", 0), ("appetite", 26)):
        with pytest.raises(Refusal, match="Enter"):
            put(file, field, value)
    with pytest.raises(Refusal, match="no partner called"):
        put(file, "partner", "Nobody we know")
    with pytest.raises(Refusal, match="Enter what may happen"):
        put(file, "title", "")


def test_a_closed_risk_was_open_before_the_day_and_opens_again(file: LocalityFile) -> None:
    added(file)
    put(file, "status", RiskStatus.CLOSED)
    assert (risk(file).is_open, risk(file).closed_on) == (False, OCTOBER)
    assert risk(file, SEPTEMBER).is_open
    assert risk(file).review_on is None
    put(file, "status", RiskStatus.ACCEPTED)
    assert (risk(file).is_open, risk(file).closed_on) == (True, None)
    assert file.read(board.risks, date(2016, 8, 31)) == []


def test_mitigations_are_late_from_the_day_after_they_were_due(file: LocalityFile) -> None:
    added(file)
    part = file.edit("Add", board.add_mitigation, "r1", "Ask the agency", {"due_on": OCTOBER})
    assert not risk(file).mitigations[0].is_late
    assert risk(file, date(2016, 11, 1)).mitigations[0].is_late
    file.edit("Done", board.set_mitigation, part, "done_on", OCTOBER)
    (row,) = file.read(board.mitigations, OCTOBER)
    assert (row.reference, row.is_done, risk(file).under_way) == ("R1", True, ())
    assert not file.read(board.mitigations, SEPTEMBER)[0].is_done
    with pytest.raises(Refusal, match="no risk called"):
        file.edit("Add", board.add_mitigation, "R7", "Something", {})
    with pytest.raises(Refusal, match="Enter what is to be done"):
        file.edit("Change", board.set_mitigation, part, "text", " ")
    file.edit("Delete", board.remove_risks, [risk(file).id])
    assert file.read(board.mitigations, OCTOBER) == []
    file.undo()
    file.edit("Delete", board.remove_mitigations, [part])
    assert risk(file).mitigations == ()


def test_where_bands_begin_is_a_setting_of_the_locality(file: LocalityFile) -> None:
    added(file, current_consequence=3, current_likelihood=4)
    assert risk(file).band is Band.HIGH
    file.edit("Set", board.set_band, "extreme", 12)
    assert file.read(board.bands) == Bands(extreme=12)
    assert risk(file).band is Band.EXTREME
    for band, value in (("high", 12), ("moderate", 1), ("extreme", 26), ("high", None)):
        with pytest.raises(Refusal, match="Moderate begins below high"):
            file.edit("Set", board.set_band, band, value)
