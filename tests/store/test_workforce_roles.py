"""The catalogue of roles: added, changed, and kept while a post has one."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import RoleRow
from tests import localities


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses in three posts of one role."""
    file = localities.made(path)
    yield file
    file.close()


def role(file: LocalityFile, role_id: int) -> RoleRow:
    return next(row for row in file.read(workforce.roles) if row.id == role_id)


def add(file: LocalityFile, name: str, **rest: object) -> int:
    return file.edit("Add", workforce.add_role, name, rest=rest)


def test_a_role_is_added_by_its_name_and_gets_a_code(file: LocalityFile) -> None:
    made = [role(file, add(file, name)) for name in ("District  nurse", "District (nurse)", "†")]
    assert [row.code for row in made] == ["DISTRICT_NURSE", "DISTRICT_NURSE_2", "ROLE"]
    assert made[0].name == "District nurse"
    assert (made[0].staff_group, made[0].sector) == (StaffGroup.DIRECT_CARE, Sector.PRIMARY)


def test_a_role_is_added_with_all_that_is_known(file: LocalityFile) -> None:
    made = add(
        file, "Paramedic", code="PARA", staff_group=StaffGroup.DIRECT_CARE,
        sector=Sector.SECONDARY, pay_basis="Agenda for Change", is_additional_role=True,
        valid_from=date(2019, 4, 1), valid_to=date(2030, 3, 31),
    )  # fmt: skip
    assert role(file, made) == RoleRow(
        made, "PARA", "Paramedic", StaffGroup.DIRECT_CARE, Sector.SECONDARY,
        "Agenda for Change", True, date(2019, 4, 1), date(2030, 3, 31),
    )  # fmt: skip


def test_a_role_is_changed_and_changed_back(file: LocalityFile) -> None:
    before = role(file, 1)
    file.edit("Change", workforce.set_role, 1, "staff_group", StaffGroup.GP)
    file.edit("Change", workforce.set_role, 1, "is_additional_role", True)
    assert (role(file, 1).staff_group, role(file, 1).is_additional_role) == (StaffGroup.GP, True)
    file.edit("Change", workforce.set_role, 1, "is_additional_role", None)
    assert not role(file, 1).is_additional_role
    for _ in range(3):
        file.undo()
    assert role(file, 1) == before


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Enter the role's name."),
        ("code", None, "Enter the role's code."),
        ("name", "Paramedic", "“Paramedic” is already there."),
        ("staff_group", None, "Enter the staff group."),
        ("valid_to", date(2015, 1, 1), "The role cannot end before it begins."),
    ],
)
def test_what_cannot_be_so_of_a_role_is_refused(
    file: LocalityFile, field: str, value: object, sentence: str
) -> None:
    add(file, "Paramedic")
    file.edit("Begin", workforce.set_role, 1, "valid_from", date(2016, 4, 1))
    before = role(file, 1)
    with pytest.raises(Refusal, match=sentence):
        file.edit("Change", workforce.set_role, 1, field, value)
    assert role(file, 1) == before


def test_a_role_that_posts_have_stays(file: LocalityFile) -> None:
    spare = add(file, "Paramedic")
    with pytest.raises(Refusal, match="3 posts have it"):
        file.edit("Delete", workforce.remove_roles, (spare, 1))
    file.edit("Delete", workforce.remove_posts, (2, 3))
    with pytest.raises(Refusal, match="1 post has it"):
        file.edit("Delete", workforce.remove_roles, (1,))
    file.edit("Delete", workforce.remove_roles, (spare,))
    assert [row.id for row in file.read(workforce.roles)] == [1]
