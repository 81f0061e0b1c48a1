"""What the starters say, and that each thing they say has its source."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest

from pch_desktop.domain.partners import PartnerKind, PartnerRole, Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.domain.services_settings import named
from pch_desktop.domain.starter import Row, Starter, called
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.imports import sample, starters
from tests.imports.real import real_file

KEYS = (
    "beacon", "breckland", "cumbria", "east-grinstead", "larwood-bawtry", "luton", "nottingham",
    "richmond", "rugeley", "south-bristol", "south-durham", "st-austell", "thanet", "winsford",
    "wolverhampton",
)  # fmt: skip
OFFICIAL = {"richmond": "richmond-twickenham-whitton", "thanet": "thanet-margate"}
UNNAMED = ("cumbria", "luton", "nottingham", "south-bristol")
"""Sites whose practices no source names."""


def rows(starter: Starter, table: str) -> list[Row]:
    """Return what a starter has for a table."""
    return [row for sheet in starter.sheets if sheet.table == table for row in sheet.rows]


def official(key: str) -> set[str]:
    """Return the codes of a site's practices as the official files have them."""
    path = real_file("localities/localities.json")
    sites = json.loads(path.read_text("utf-8"))["sites"]
    return {practice["ods_code"] for practice in sites[OFFICIAL.get(key, key)]["practices"]}


def test_there_is_a_starter_for_each_of_the_fifteen_sites() -> None:
    assert tuple(starter.key for starter in starters.starters()) == KEYS


def test_a_key_of_no_starter_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="Choose one of: beacon, breckland"):
        starters.starter("atlantis")


def test_a_key_cannot_lead_out_of_the_folder() -> None:
    with pytest.raises(Refusal):
        starters.starter("../roles")


@pytest.mark.parametrize("key", KEYS)
def test_everything_a_starter_says_has_a_source(key: str) -> None:
    starter = starters.starter(key)
    for table in starters.SOURCED:
        for row in rows(starter, table):
            assert str(row["source"]).strip(), row


@pytest.mark.parametrize("key", KEYS)
def test_a_starter_says_who_it_is_and_what_for(key: str) -> None:
    starter = starters.starter(key)
    assert starter.name
    assert starter.region
    assert len(rows(starter, "partner")) >= 3
    assert len(rows(starter, "service")) >= 2
    headings = {row["heading"] for row in rows(starter, "site_statement")}
    assert {"What", "How"} <= headings <= {"Who", "Why", "What", "How", "Priority", "Fact"}


@pytest.mark.parametrize("key", KEYS)
def test_the_words_of_a_starter_are_words_the_program_knows(key: str) -> None:
    starter = starters.starter(key)
    for partner in rows(starter, "partner"):
        PartnerKind(str(partner["kind"]))
        Sector(str(partner["sector"]))
    for part in rows(starter, "partner_part"):
        PartnerRole(str(part["role"]))
    for service in rows(starter, "service"):
        Category(str(service["category"]))
        ServiceStatus(str(service["status"]))


@pytest.mark.parametrize("key", KEYS)
def test_a_starter_invents_no_money_and_no_staff(key: str) -> None:
    starter = starters.starter(key)
    tables = {sheet.table for sheet in starter.sheets}
    assert not tables & {"budget_line", "actual", "baseline_part", "post", "person", "assignment"}
    for sheet in starter.sheets:
        for row in sheet.rows:
            assert not [name for name in row if name.endswith("_pence")]
            assert not [value for value in row.values() if "£" in str(value)]
    assert [row["year"] for row in rows(starter, "budget_year")] == ["2016/17"]


def test_only_luton_says_that_it_develops_a_shadow_budget() -> None:
    phases = {key: rows(starters.starter(key), "budget_year")[0]["phase"] for key in KEYS}
    assert [key for key, phase in phases.items() if phase == "shadow"] == ["luton"]


@pytest.mark.parametrize("key", sorted(set(KEYS) - set(UNNAMED)))
def test_the_practices_are_those_of_the_official_files(key: str) -> None:
    codes = {str(row["code"]) for row in rows(starters.starter(key), "practice")}
    assert codes == official(key)


@pytest.mark.parametrize("key", UNNAMED)
def test_a_site_whose_practices_nobody_names_has_none(key: str) -> None:
    starter = starters.starter(key)
    assert not rows(starter, "practice")
    facts = [str(row["text"]) for row in rows(starter, "site_statement")]
    assert any("not named" in fact for fact in facts)


def test_the_practices_st_austell_came_from_are_transfers_and_not_its_practices() -> None:
    starter = starters.starter("st-austell")
    assert [row["code"] for row in rows(starter, "practice")] == ["Y04957"]
    moved = {str(row["from_name"]): row.get("people") for row in rows(starter, "list_transfer")}
    assert moved["L82611 Wheal Northey Surgery"] == 8729
    assert moved["Y04694 Polkyth Surgery"] == 7609
    assert 9000 in moved.values()


def test_a_practice_that_closed_says_when() -> None:
    for starter in starters.starters():
        for practice in rows(starter, "practice"):
            assert (practice.get("status") == "closed") == ("closed_on" in practice), practice


@pytest.mark.parametrize(
    ("key", "people"),
    [("beacon", 32500), ("east-grinstead", 40000), ("rugeley", 31000), ("south-bristol", 45000),
     ("wolverhampton", 47000), ("winsford", None), ("cumbria", None)],
)  # fmt: skip
def test_a_population_is_stated_only_where_the_site_states_it(key: str, people: int | None) -> None:
    assert starters.starter(key).population_stated == people


def test_partners_stand_under_the_names_the_sites_give_them() -> None:
    named: Mapping[str, tuple[str, ...]] = {
        "cumbria": ("Bishop of Carlisle", "Local MPs", "Success Regime", "Cumbria CVS"),
        "wolverhampton": ("West Midlands Fire Service", "Pharmacies"),
        "east-grinstead": ("Age UK East Grinstead and District", "St Catherine's Hospice"),
        "south-durham": ("IntraHealth", "Hallgarth Surgery", "Bewick Crescent Surgery"),
        "thanet": ("Integrated Executive Partnership Board", "Health and Wellbeing Board"),
        "st-austell": ("Pentreath", "Connect", "Peninsula Community Health"),
        "breckland": ("Thetford Healthcare CIC",),
        "south-bristol": ("Connecting Care", "Brisdoc"),
    }
    for key, names in named.items():
        partners = {str(row["name"]) for row in rows(starters.starter(key), "partner")}
        assert set(names) <= partners


def test_the_catalogue_holds_the_roles_with_their_groups() -> None:
    sheets = {sheet.table: sheet.rows for sheet in starters.roles()}
    codes = [called(row) for row in sheets["role"]]
    assert len(codes) == len(set(codes)) == 54
    assert {"GP-P", "GP-X", "ANP", "CM", "SP", "SCA", "VOL", "FIRE", "LM", "BS"} <= set(codes)
    assert {str(row["staff_group"]) for row in sheets["role"]} == {str(g) for g in StaffGroup}
    extra = [called(row) for row in sheets["role"] if row.get("is_additional_role")]
    assert "CNURSE" in extra
    assert "DN" not in extra
    assert all(row["source"] for row in (*sheets["role"], *sheets["reference_value"]))


def test_a_reference_value_of_a_key_follows_the_one_before_it() -> None:
    sheets = {sheet.table: sheet.rows for sheet in starters.roles()}
    ends: dict[str, str] = {}
    for row in sheets["reference_value"]:
        key, first = str(row["key"]), str(row["valid_from"])
        assert ends.get(key, "") < first
        ends[key] = str(row.get("valid_to") or "9999")


def test_the_sample_is_plainly_invented() -> None:
    invented = sample.sample()
    assert invented.is_sample
    codes = [str(row["code"]) for row in rows(invented, "practice")]
    assert codes == [f"MV00{number}" for number in range(1, 7)]
    assert not any(re.fullmatch(r"[A-HJ-NPV-Y]\d{5}", code) for code in codes)
    for contact in rows(invented, "contact"):
        assert str(contact["work_email"]).endswith(".example")
        assert str(contact["work_phone"]).startswith("01632 960")
    assert all(
        str(row["work_email"]).endswith(".example")
        for row in rows(invented, "person")
        if row["work_email"]
    )


def test_a_service_is_ticked_where_its_words_name_a_setting() -> None:
    for starter in starters.starters():
        sheets = {sheet.table: sheet.rows for sheet in starter.sheets}
        ticked: dict[object, set[object]] = {}
        for row in sheets.get("service_setting", ()):
            ticked.setdefault(row["service"], set()).add(row["setting"])
        for row in sheets.get("service", ()):
            told = {setting.value for setting in named(str(row.get("settings") or ""))}
            assert ticked.get(row["code"], set()) == told, (starter.key, row["name"])
