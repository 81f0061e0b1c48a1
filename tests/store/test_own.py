"""What a person's own sheet is compared with."""

from __future__ import annotations

from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.own import TABLES, standing
from tests import localities


def test_every_table_is_there_with_its_rows_oldest_first(file: LocalityFile) -> None:
    file.edit("Seed", localities.seed)
    found = file.read(standing)
    assert set(found.tables) == set(TABLES)
    people = found.tables["person"]
    assert [row["id"] for row in people] == sorted(int(str(row["id"])) for row in people)
    assert found.tables["practice"][0]["name"] == "Orchard Lane Surgery"


def test_the_stamp_grows_with_every_change(file: LocalityFile) -> None:
    before = file.read(standing).stamp
    file.edit("Seed", localities.seed)
    assert file.read(standing).stamp > before
