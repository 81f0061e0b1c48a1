"""What is said of partners: who delivers what for whom, who has signed, what ends."""

from __future__ import annotations

from dataclasses import replace

from pch_desktop.domain.partners import PartnerKind, PartnerStatus, Sector
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.reports import partner_map
from pch_desktop.reports.partner_map import Group
from pch_desktop.reports.partners import STATEMENT
from pch_desktop.store import partners, services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.partners import PartnerRow
from tests.reports.services import OCTOBER, service


def marsh(file: LocalityFile) -> list[PartnerRow]:
    return file.read(partners.partners, OCTOBER.last)


def some(file: LocalityFile, *kinds: PartnerKind) -> list[PartnerRow]:
    """Return partners called A, B, C of these kinds."""
    pattern = marsh(file)[0]
    return [replace(pattern, id=at, name="ABCDEFG"[at], kind=kind) for at, kind in enumerate(kinds)]


def test_each_part_in_a_service_is_one_link(marsh_valley: LocalityFile) -> None:
    known = some(marsh_valley, PartnerKind.HOSPICE, PartnerKind.COUNCIL)
    night = service(1, "Night", category=Category.END_OF_LIFE, partners=("A", "B"))
    twice = service(2, "Twice", category=Category.PLANNED, partners=("B", "B"))
    closed = service(3, "Old", status=ServiceStatus.CLOSED, partners=("A",))
    found = partner_map.links(known, [night, twice, closed, service(4, "Alone")])
    assert [(row.partner, row.service, row.leads, row.group) for row in found] == [
        ("A", "Night", True, Group.LAST_YEAR),
        ("B", "Night", False, Group.LAST_YEAR),
        ("B", "Twice", True, Group.EVERYONE),
    ]
    assert partner_map.map_finding(found) == (
        "B takes part in 2 of 2 services; 1 rests on one partner alone"
    )


def test_practices_are_drawn_as_one_from_three_on(marsh_valley: LocalityFile) -> None:
    known = some(marsh_valley, *[PartnerKind.PRACTICE] * 3, PartnerKind.COUNCIL)
    found = partner_map.links(known, [service(1, "Open", partners=("A", "B", "C", "D"))])
    assert [row.drawn_as for row in found] == [*["3 GP practices"] * 3, "D"]
    fewer = partner_map.links(known, [service(1, "Open", partners=("A", "B"))])
    assert [row.drawn_as for row in fewer] == ["A", "B"]
    assert partner_map.map_finding(found) == "3 GP practices take part in 1 of 1 service"


def test_no_link_is_said_so() -> None:
    assert partner_map.map_finding([]) == "No partner leads or delivers a service yet"
    assert partner_map.sectors_finding([]) == "No partner has been added yet"


def test_the_sample_is_told_in_numbers(marsh_valley: LocalityFile) -> None:
    rows = marsh(marsh_valley)
    found = partner_map.links(rows, marsh_valley.read(services.services, OCTOBER))
    assert sum(row.leads for row in found) == 18
    for text in (
        partner_map.map_alt_text(found),
        partner_map.sectors_alt_text(partner_map.sectors(rows)),
    ):
        assert 40 <= len(text) <= 400
    assert "Marsh Valley" in partner_map.links_subtitle("Marsh Valley", OCTOBER)


def test_sectors_count_everybody_once_and_name_those_without_a_signature(
    marsh_valley: LocalityFile,
) -> None:
    rows = marsh(marsh_valley)
    found = partner_map.sectors(rows)
    assert sum(row.partners for row in found) == len(rows)
    engaged = [replace(row, status=PartnerStatus.ENGAGED) for row in rows[:1]]
    one = partner_map.sectors(engaged)
    assert partner_map.sectors_finding(one) == (
        "0 of 1 partner has signed; nobody from primary care"
    )
    more = [*engaged, replace(engaged[0], id=99, sector=Sector.SOCIAL)]
    assert partner_map.sectors_finding(partner_map.sectors(more)).endswith(
        "nobody from primary care or social care"
    )


def test_an_agreements_finding_is_told_from_a_partners(marsh_valley: LocalityFile) -> None:
    found = STATEMENT.findings(marsh_valley, OCTOBER)
    assert found
    plain = [each for each in found if not each.view]
    assert plain
    assert all(each.record_id is not None and each.record_id < 0 for each in plain)
