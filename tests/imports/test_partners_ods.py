"""The register's files (ODS) brought in to look partners up, real ones too; codes of own sheets."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pch_desktop.domain.ods import OdsSort
from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import opening, own, starters, taking
from pch_desktop.imports.organisations_plan import OrganisationsReading
from pch_desktop.imports.own_guesses import guessed_partner
from pch_desktop.store import partners
from pch_desktop.store.locality_file import LocalityFile
from tests.imports.real import real_file

ON = date(2016, 10, 31)


def row(code: str, name: str, closed: str = "", letter: str = "", wide: int = 27) -> str:
    """Return a row of the register's files as they stand: no headings, all quoted."""
    cells = [code, name, "Y56", "QMJ", *[""] * 5, "zz11zz", "20130401", closed, *[""] * 15]
    cells[23] = letter
    return ",".join(f'"{cell}"' for cell in cells[:wide])


def written(folder: Path, *rows: str) -> Path:
    path = folder / "register.csv"
    path.write_text("\r\n".join([*rows, ""]), encoding="utf-8")
    return path


def brought_in(file: LocalityFile, path: Path, kind: str | None = None) -> bool:
    return opening.commit(file, opening.plan_for(file, opening.read_file(path, kind)))


def test_trusts_come_in_as_one_step_and_the_same_file_again_changes_nothing(
    file: LocalityFile, tmp_path: Path
) -> None:
    path = written(tmp_path, row("RYV", "FEN COMMUNITY NHS TRUST", letter="J"),
                   row("RYW", "OLD TRUST", "20140331", "A"))  # fmt: skip
    assert brought_in(file, path) is True
    assert file.read(partners.registered) == {"NHS trusts": 2}
    found = file.read(partners.organisations, "RYW")[0]
    assert (found.name, found.postcode, str(found.closed_on)) == (
        "Old Trust", "ZZ1 1ZZ", "2014-03-31")  # fmt: skip
    assert brought_in(file, path) is False
    file.undo()
    assert file.read(partners.registered) == {}


def test_a_newer_file_closes_what_has_closed_and_adds_what_is_new(
    file: LocalityFile, tmp_path: Path
) -> None:
    brought_in(file, written(tmp_path, row("00C", "NHS FEN CCG")))
    newer = written(tmp_path, row("00C", "NHS FEN CCG", "20200331"), row("00D", "NHS MARSH CCG"))
    plan = opening.plan_for(file, opening.read_file(newer))
    assert plan.counts() == {"ods_organisation": (1, 1, 0)}
    opening.commit(file, plan)
    assert file.read(partners.registered) == {"commissioners": 2}


def test_a_row_that_is_no_organisation_or_stands_twice_is_refused_with_its_number(
    file: LocalityFile, tmp_path: Path
) -> None:
    path = written(tmp_path, row("00C", "NHS FEN CCG"), row("0-0", "X"), row("00C", "Again"))
    plan = opening.plan_for(file, opening.read_file(path))
    assert [(each.row, each.reason.split(" ")[-1]) for each in plan.refused] == [
        (2, "register."), (3, "twice.")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kind", "sort", "count", "closed"),
    [
        ("etr_2025.csv", None, OdsSort.TRUSTS, 273, 68),
        ("eccg_2025.csv", None, OdsSort.COMMISSIONERS, 320, 161),
        ("epraccur_2020-01_full.csv", "organisations", OdsSort.PRACTICES, 8_204, 1_073),
    ],
)
def test_a_real_file_is_read_to_the_row(
    file: LocalityFile, name: str, kind: str | None, sort: OdsSort, count: int, closed: int
) -> None:
    reading = opening.read_file(real_file(f"ods/{name}"), kind)
    assert isinstance(reading, OrganisationsReading)
    assert (reading.sort, len(reading.found), reading.refused) == (sort, count, ())
    assert sum(each["closed_on"] is not None for _, each in reading.found) == closed
    plan = opening.plan_for(file, reading)
    assert (plan.rows_kept, len(plan.changes)) == (count, count)


def test_the_practices_and_networks_stay_what_they_were_unless_somebody_says_otherwise(
    file: LocalityFile,
) -> None:
    practices = real_file("ods/epraccur_2020-01_full.csv")
    networks = real_file("ods/ePCN_2022-08.xlsx")
    assert opening.told_of(practices).kind == "practices"
    assert opening.told_of(practices, "organisations").kind == "organisations"
    assert "organisations" in taking.OFFICIAL
    reading = opening.read_file(networks, "organisations")
    assert isinstance(reading, OrganisationsReading)
    assert (reading.sort, len(reading.found)) == (OdsSort.NETWORKS, 1_318)
    with pytest.raises(Refusal, match="is not a file of organisations to look up"):
        opening.told_of(real_file("list_size/gp-reg-pat-prac-map_2022-03.csv"), "organisations")


def test_real_trusts_and_commissioners_are_looked_up(file: LocalityFile) -> None:
    brought_in(file, real_file("ods/etr_2025.csv"))
    brought_in(file, real_file("ods/eccg_2025.csv"))
    (found, *_) = file.read(partners.organisations, "cambridgeshire community")
    assert (found.code, found.name) == ("RYV", "Cambridgeshire Community Services NHS Trust")
    key = file.edit("Take", partners.add_from_register, found.id,
                    lambda name: guessed_partner(name)[0])  # fmt: skip
    kinds = {row.id: row.kind for row in file.read(partners.partners, ON)}
    assert kinds[key] is PartnerKind.COMMUNITY_TRUST
    with pytest.raises(Refusal, match="is not among the NHS trusts"):
        file.edit("Code", partners.set_partner, key, "ods_code", "RZZ")


def test_a_sheets_unknown_code_is_refused_in_its_cell_and_a_known_one_kept(
    file: LocalityFile, tmp_path: Path
) -> None:
    brought_in(file, written(tmp_path, row("RYV", "FEN COMMUNITY NHS TRUST", letter="J")))
    sheet = tmp_path / "partners.csv"
    sheet.write_text(
        "Partner,ODS code,Kind\nFen Trust,ryv,Community trust\nFon Trust,RYX,Acute trust\n"
        "Lantern,R-1,Hospice\n", encoding="utf-8")  # fmt: skip
    plan = own.plan_for(file, own.read(sheet, "partners"))
    assert [(each.row, each.column) for each in plan.refused] == [(3, "ODS code"), (4, "ODS code")]
    assert plan.refused[0].reason.startswith("B3: RYX is not among the NHS trusts")
    assert "Close to it: RYV (Fen Community NHS Trust)" in plan.refused[0].reason
    opening.commit(file, plan)
    (held,) = file.read(partners.codes)
    assert (held.code, held.organisation is not None) == ("RYV", True)
    sheet.write_text("Partner,ODS code\nFen Community,RYV\n", encoding="utf-8")
    again = own.plan_for(file, own.read(sheet, "partners"))
    assert "“Fen Community” for “Fen Trust”" in " ".join(again.notes)


def test_every_partner_a_starter_names_has_a_kind_and_most_are_guessed() -> None:
    named = [
        row
        for starter in starters.starters()
        for sheet in starter.sheets
        if sheet.table == "partner"
        for row in sheet.rows
    ]
    kinds = {str(row["kind"]) for row in named}
    assert kinds <= {kind.value for kind in PartnerKind}
    right = sum(guessed_partner(str(row["name"]))[0].value == row["kind"] for row in named)
    assert right * 10 >= len(named) * 8
