"""Sites and rooms on paper, and what is to be done about them."""

from __future__ import annotations

from datetime import date

from pch_desktop.domain.estates import Owner, Tenure
from pch_desktop.domain.period import Month
from pch_desktop.reports import estates
from pch_desktop.reports.statement import Weight
from pch_desktop.store import estates as store
from pch_desktop.store.locality_file import LocalityFile

OCTOBER = Month(2016, 10)


def test_a_lease_that_ends_within_a_year_or_has_ended_is_found(file: LocalityFile) -> None:
    for name, day in (("Weir House", date(2017, 6, 30)), ("Mill House", date(2016, 9, 30)),
                      ("Barn", date(2019, 1, 1)), ("Chapel", None)):  # fmt: skip
        terms = {"tenure": Tenure.LEASEHOLD, "owner": Owner.PRIVATE, "lease_ends_on": day}
        file.edit("Add", store.add_site, name, terms)
    found = [each for each in estates.STATEMENT.findings(file, OCTOBER) if each.view == "Sites"]
    assert [each.title for each in found] == [
        "The lease of Mill House ended on 30 Sep 2016",
        "The lease of Weir House ends on 30 Jun 2017",
    ]
    assert {each.weight for each in found} == {Weight.LATE}


def test_sites_and_rooms_stand_on_their_sheets(file: LocalityFile) -> None:
    (empty,) = estates.STATEMENT.build(file, OCTOBER)
    assert (empty.title, list(empty.rows)) == ("Estates", [])
    site = file.edit("Add", store.add_site, "Weir House", {})
    file.edit("Hours", store.set_site_hours, site, 1, [(480, 720), (780, 1080)])
    file.edit("Add", store.add_room, "Weir House", "Room 1", {})
    sites, rooms = estates.STATEMENT.build(file, OCTOBER)[:2]
    assert (sites.title, rooms.title) == ("Estates", "Rooms")
    assert sites.subtitle == "As at 31 Oct 2016. 1 room on 1 site, 1 bookable."
    told = {column.key: column.value(sites.rows[0]) for column in sites.columns}
    assert (told["day_1"], told["day_2"]) == ("08:00-12:00, 13:00-18:00", None)
    assert (told["open_week"], told["rooms"]) == ("9:00", 1)
