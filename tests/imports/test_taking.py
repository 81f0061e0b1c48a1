"""Any file by one door: official, somebody's own, or asked about."""

from pathlib import Path

import pytest

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import preview, taking
from pch_desktop.store.locality_file import LocalityFile

STRANGE = "Region,Old name,New name,Count\n" + "".join(f"R{n},A{n},B{n},{n}\n" for n in range(20))


def written(folder: Path, text: str, name: str = "own.csv") -> Path:
    source = folder / name
    source.write_text(text)
    return source


def test_a_file_that_looks_like_nothing_sure_is_asked_about_and_not_taken(
    file: LocalityFile, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="Say what it is: partners, posts, people, lines, actuals"):
        taking.plan(file, written(tmp_path, STRANGE))


def test_a_sheet_of_partners_is_taken_unasked(file: LocalityFile, tmp_path: Path) -> None:
    source = written(tmp_path, "Organisation,Sector\nVale Trust,Secondary care\n")
    assert taking.plan(file, source).kind_words == "partners"


def test_what_the_person_says_a_sheet_is_counts(file: LocalityFile, tmp_path: Path) -> None:
    source = written(
        tmp_path, "Partner,Colour,Size,Smell\nVale Trust,red,1,none\nFen Hospice,blue,2,some\n"
    )
    plan = taking.plan(file, source, taking.Wanted(kind="partners"))
    assert plan.rows_kept == 2


def test_a_kind_that_is_not_known_is_refused_with_the_list(
    file: LocalityFile, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="Choose one of: partners"):
        taking.plan(file, written(tmp_path, STRANGE), taking.Wanted(kind="horoscopes"))


def test_an_old_workbook_is_never_an_official_file(tmp_path: Path) -> None:
    assert not taking.is_official(tmp_path / "any.xls")
    assert taking.is_official(tmp_path / "any.csv", "payments")


def test_of_many_rows_that_cannot_be_used_the_first_ten_are_told(
    file: LocalityFile, tmp_path: Path
) -> None:
    rows = "".join(f"Line {n},Primary care,abc\n" for n in range(15))
    text = f"Budget line,Sector,Annual budget\nA,Primary care,100\nB,Primary care,200\n{rows}"
    good = "".join(f"Good {n},Primary care,{n}\n" for n in range(1, 31))
    wanted = taking.Wanted(kind="lines", year=FinancialYear(2016))
    plan = taking.plan(file, written(tmp_path, text + good), wanted)
    assert len(plan.refused) == 15
    told = preview.sentences(plan)
    assert sum("is not an amount" in sentence for sentence in told) == preview.MOST_SAID
    assert "And 5 rows more that could not be used." in told


def test_a_second_row_of_headings_in_a_list_file_is_named_and_nothing_changes(
    file: LocalityFile, tmp_path: Path
) -> None:
    heads = (
        "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,"
        "NUMBER_OF_PATIENTS\n"
    )
    text = f"{heads}{heads}GP_PRAC_PAT_LIST,01JAN2021,GP,X,E,N81024,CW7 1AT,ALL,ALL,5\n"
    with pytest.raises(Refusal, match="row 2: a second row of headings"):
        taking.plan(file, written(tmp_path, text))


def test_headings_that_stand_once_more_in_an_own_sheet_are_left_out_with_a_note(
    file: LocalityFile, tmp_path: Path
) -> None:
    text = "Organisation,Sector\nVale Trust,Secondary care\nOrganisation,Sector\nFen,Voluntary\n"
    plan = taking.plan(file, written(tmp_path, text))
    assert plan.rows_kept == 2
    assert any("1 repeated row of headings: row 3" in note for note in plan.notes)
