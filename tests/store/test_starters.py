"""Beginning a file with a starter: one step, whole, and only in a new file."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.starter import Sheet, Starter
from pch_desktop.imports import starters
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import GroupMember, ListTransfer, Practice
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Role
from pch_desktop.store import locality
from pch_desktop.store import starters as store
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import state

KEYS = [starter.key for starter in starters.starters()]


def roles_and_rates(session: Session) -> tuple[int | None, int | None]:
    """Count the catalogue as the file has it."""
    count = func.count()
    return session.scalar(select(count).select_from(Role)), session.scalar(
        select(count).select_from(ReferenceValue)
    )


@pytest.mark.parametrize("key", KEYS)
def test_a_starter_is_one_step_and_its_undo_leaves_nothing(file: LocalityFile, key: str) -> None:
    file.edit("Roles and rates", store.load_roles, starters.roles())
    before = file.read(state)
    starter = starters.starter(key)
    file.edit(f"Start from {starter.name}", store.load, starter)
    after = file.read(state)
    assert len(after["partner"]) == sum(
        len(sheet.rows) for sheet in starter.sheets if sheet.table == "partner"
    )
    file.undo()
    assert file.read(state) == before
    file.redo()
    assert file.read(state) == after


def test_the_locality_takes_the_starters_name_and_says_where_it_began(file: LocalityFile) -> None:
    file.edit("Start", store.load, starters.starter("beacon"))
    found = file.read(locality.locality)
    assert (found.name, found.starter) == ("Beacon Medical Group", "beacon")
    assert (found.population_stated, found.is_sample) == (32500, False)
    assert found.vehicle == "Single merged partnership"


def test_a_starter_goes_into_a_new_file_only(file: LocalityFile) -> None:
    file.edit("Start", store.load, starters.starter("winsford"))
    with pytest.raises(Refusal, match="can only be put into a new file"):
        file.edit("Start again", store.load, starters.starter("luton"))


def test_the_roles_are_put_in_once(file: LocalityFile) -> None:
    file.edit("Roles", store.load_roles, starters.roles())
    counted = file.read(roles_and_rates)
    file.edit("Roles again", store.load_roles, starters.roles())
    assert file.read(roles_and_rates) == counted == (54, 39)


def test_rows_point_at_each_other_by_name(file: LocalityFile) -> None:
    def homes(session: Session) -> list[str]:
        query = select(Practice.code).join(GroupMember, GroupMember.practice_id == Practice.id)
        return list(session.scalars(query.order_by(Practice.code)))

    def moved(session: Session) -> list[tuple[str, str | None]]:
        query = select(ListTransfer.from_name, Practice.code).outerjoin(Practice)
        return [(name, code) for name, code in session.execute(query)]

    file.edit("Start", store.load, starters.starter("thanet"))
    assert len(file.read(homes)) == 7
    assert ("G82769 Cecil Square Surgery", None) in file.read(moved)


def test_a_service_keeps_its_lead_and_a_practice_is_a_partner(file: LocalityFile) -> None:
    def led(session: Session) -> list[tuple[str, str]]:
        query = select(Service.name, Partner.name).join(
            Partner, Service.lead_partner_id == Partner.id
        )
        return [(service, partner) for service, partner in session.execute(query)]

    file.edit("Start", store.load, starters.starter("st-austell"))
    assert ("Acute Hub", "St Austell Health Group") in file.read(led)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (
            "partner",
            {"name": "A", "kind": "GP practice", "sector": "primary care", "colour": "red"},
        ),
        ("group_member", {"group": "Nowhere", "practice": "X1"}),
        ("moon", {"name": "A"}),
    ],
)
def test_a_row_that_means_nothing_here_is_a_fault_and_changes_nothing(
    file: LocalityFile, table: str, row: dict[str, str]
) -> None:
    before = file.read(state)
    starter = Starter("x", "X", None, None, None, (Sheet(table, (row,)),))
    with pytest.raises(KeyError):
        file.edit("Start", store.load, starter)
    assert file.read(state) == before
