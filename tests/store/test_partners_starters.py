"""What each of the fifteen starters shows: its partners, services and forums, as told."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.imports import starters
from pch_desktop.store import partners, services
from pch_desktop.store import starters as store
from pch_desktop.store.locality_file import LocalityFile

OCTOBER = Month(2016, 10)
ON = OCTOBER.last
TOLD: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "beacon": (("Plymouth City Council", "Healthwatch", "Devon LMC"),
               ("First-contact musculoskeletal specialists",), ("Patient groups",)),
    "breckland": (("Thetford Healthcare CIC", "West Suffolk CCG"),
                  ("Nursing, care home and frailty service",), ()),
    "cumbria": (("Bishop of Carlisle", "Cumbria CVS", "Success Regime"),
                ("Seven-day integrated care",),
                ("Patient Participation Groups", "Success Regime")),
    "east-grinstead": (("St Catherine's Hospice", "East Grinstead Town Council"),
                       ("Tailored health coaching",), ()),
    "larwood-bawtry": (("The county council", "Nursing homes"),
                       ("Social care clinics at surgeries",),
                       ("Health and Wellbeing Board", "Integrated Care Partnership Board",
                        "Patient group")),
    "luton": (("Cambridgeshire Community Services NHS Trust",), ("Social prescribing",), ()),
    "nottingham": (("Voluntary sector",), ("Supported self-care",), ()),
    "richmond": (("Richmond CCG", "Richmond GP Alliance", "Richmond CEPN"),
                 ("Training through the CEPN",), ("Joint steering group",)),
    "rugeley": (("GP First Federation", "Badger Out of Hours Service"),
                ("Dementia-friendly community",), ()),
    "south-bristol": (("Connecting Care", "Brisdoc"), ("Single point of access",), ()),
    "south-durham": (("South Durham Health CIC", "IntraHealth"), ("Suicide prevention",), ()),
    "st-austell": (("Pentreath", "Connect", "Kernow Health CIC"), ("Acute Hub",),
                   ("SAH Patient Participation Group",)),
    "thanet": (("Thanet CCG", "Kent County Council Social Services"), ("Acute Response Team",),
               ("Health and Wellbeing Board", "Integrated Executive Partnership Board",
                "Locality teams")),
    "winsford": ((), ("More services in the town",), ()),
    "wolverhampton": (("West Midlands Fire Service", "Pharmacies"), ("Extended primary care",),
                      ("Leadership team",)),
}  # fmt: skip
"""By site: some of its partners and services, and all of its forums, from the top down."""


def begun(file: LocalityFile, key: str) -> LocalityFile:
    file.edit("Start", store.load, starters.starter(key))
    return file


@pytest.mark.parametrize("key", [starter.key for starter in starters.starters()])
def test_a_starter_shows_its_partners_services_and_forums(file: LocalityFile, key: str) -> None:
    begun(file, key)
    who, what, decided = TOLD[key]
    assert set(who) <= set(file.read(partners.names))
    assert set(what) <= {row.name for row in file.read(services.services, OCTOBER)}
    rows = file.read(partners.forums, ON)
    assert tuple(row.name for row in rows) == decided
    # No source tells how they decide or who has how many votes, so that stays blank.
    assert all(row.rule is None and row.quorum is None and row.source for row in rows)
    assert all(seat.votes is None for row in rows for seat in row.seats)


def test_thanet_shows_its_chain_from_the_teams_to_the_health_and_wellbeing_board(
    file: LocalityFile,
) -> None:
    rows = begun(file, "thanet").read(partners.forums, ON)
    assert [(row.depth, row.reports_to) for row in rows] == [
        (0, None),
        (1, "Health and Wellbeing Board"),
        (2, "Integrated Executive Partnership Board"),
    ]


def test_what_moved_from_hospital_takes_calls_or_has_beds_is_told_where_a_source_tells_it(
    file: LocalityFile,
) -> None:
    told = {
        (starter.key, str(row["code"]), flag)
        for starter in starters.starters()
        for sheet in starter.sheets
        if sheet.table == "service"
        for row in sheet.rows
        for flag in ("is_from_hospital", "takes_calls", "has_beds")
        if row.get(flag)
    }
    assert told == {
        ("beacon", "B01", "is_from_hospital"),
        ("beacon", "B02", "is_from_hospital"),
        ("larwood-bawtry", "L02", "takes_calls"),
        ("south-bristol", "S01", "takes_calls"),
        ("south-bristol", "S04", "has_beds"),
    }


def test_legal_forms_are_those_the_sites_name() -> None:
    forms = {
        str(row["partner"]): str(row["form"])
        for starter in starters.starters()
        for sheet in starter.sheets
        if sheet.table == "vehicle"
        for row in sheet.rows
    }
    assert forms["Beacon Medical Group"] == "Single merged partnership"
    assert forms["Thanet Central CIC"] == "Community interest company of 18 practices"
    assert forms["Richmond GP Alliance"].startswith("Federation of all 28")
    assert "social enterprise" in forms["Wolverhampton Total Health Care"]
    assert len(forms) == 10
