"""Changing practices, groups, sites, lists and weights."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import GroupKind, TransferKind, Weighting
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.population import (
    GroupMember,
    ListSnapshot,
    ListTransfer,
    Practice,
    PracticeGroup,
    Site,
    WeightedPopulation,
)
from pch_desktop.store.population.lists import of_all
from pch_desktop.store.records import by_name, change, found, remove

ENTERED = "Entered by hand"
PRACTICE_FIELDS: Mapping[str, str] = {
    "code": "the practice's ODS code",
    "name": "the practice's name",
    "operator": "who operates it",
    "postcode": "its postcode",
    "status": "whether it is open",
    "opened_on": "when it opened",
    "closed_on": "when it closed",
    "joined_on": "when it joined the locality",
    "left_on": "when it left the locality",
    "network_code": "the ODS code of its network",
    "note": "a note",
}
GROUP_FIELDS: Mapping[str, str] = {
    "name": "the group's name",
    "kind": "what binds it together",
    "code": "its ODS code",
}
SITE_FIELDS: Mapping[str, str] = {
    "name": "the building's name",
    "postcode": "its postcode",
    "is_hub": "whether it is a hub",
    "note": "a note",
}
TRANSFER_FIELDS: Mapping[str, str] = {
    "moved_on": "the day the people moved",
    "kind": "why they moved",
    "from_name": "the list they left",
    "people": "how many people moved",
    "note": "a note",
}
CODE = re.compile(r"[A-Z][A-Z0-9]{2,7}")


def add_practice(session: Session, code: str, name: str) -> int:
    """Add a practice; return its id."""
    practice = Practice(source=ENTERED)
    _set_code(session, practice, code)
    change(session, practice, "name", name, PRACTICE_FIELDS["name"])
    session.add(practice)
    session.flush()
    return practice.id


def enter_practice(
    session: Session,
    code: str,
    name: str,
    fields: Mapping[str, object],
    listed: tuple[date, int] | None = None,
) -> int:
    """Add a practice with all that was typed of it, its list on a day too; return its id."""
    practice_id = add_practice(session, code, name)
    for field, value in fields.items():
        set_practice(session, practice_id, field, value)
    if listed is not None:
        set_list_size(session, practice_id, *listed)
    return practice_id


def set_practice(session: Session, practice_id: int, field: str, value: object) -> None:
    """Put a value into one of a practice's ``PRACTICE_FIELDS``."""
    practice = found(session, Practice, practice_id)
    if field == "code":
        _set_code(session, practice, str(value or ""))
        return
    change(session, practice, field, value, PRACTICE_FIELDS[field])
    if practice.opened_on and practice.closed_on and practice.closed_on < practice.opened_on:
        raise Refusal(f"{practice.name} cannot close before it opened. Enter a later date.")


def remove_practices(session: Session, practice_ids: Collection[int]) -> None:
    """Delete practices with their lists, weights and part of the baseline."""
    remove(session, Practice, practice_ids, "practices")


def set_list_size(session: Session, practice_id: int, taken_on: date, people: int | None) -> None:
    """Put in a practice's whole list on a day; blank takes it away again."""
    found(session, Practice, practice_id)
    of_day = (
        ListSnapshot.practice_id == practice_id,
        ListSnapshot.taken_on == taken_on,
        *of_all(),
    )
    kept = session.scalars(select(ListSnapshot).where(*of_day)).first()
    if people is None:
        session.execute(delete(ListSnapshot).where(*of_day))
    elif kept is None:
        session.add(
            ListSnapshot(practice_id=practice_id, taken_on=taken_on, people=people, source=ENTERED)
        )
    else:
        kept.people, kept.source, kept.batch_id = people, ENTERED, None


def set_weighted(
    session: Session,
    practice_id: int,
    year: FinancialYear,
    weighting: Weighting,
    people: tuple[Decimal | None, Decimal | None],
) -> None:
    """Put in a practice's people of a year, as counted and as weighted for a service."""
    found(session, Practice, practice_id)
    key = (
        WeightedPopulation.practice_id == practice_id,
        WeightedPopulation.year == year,
        WeightedPopulation.weighting == weighting,
    )
    kept = session.scalars(select(WeightedPopulation).where(*key)).first()
    registered, weighted = people
    if registered is None and weighted is None:
        session.execute(delete(WeightedPopulation).where(*key))
    elif kept is None:
        session.add(
            WeightedPopulation(
                practice_id=practice_id,
                year=year,
                weighting=weighting,
                registered=registered,
                weighted=weighted,
                source=ENTERED,
            )
        )
    else:
        kept.registered, kept.weighted = registered, weighted
        kept.source, kept.batch_id = ENTERED, None


def add_group(session: Session, name: str, kind: GroupKind) -> int:
    """Add a group of practices; return its id."""
    group = PracticeGroup(kind=kind, source=ENTERED)
    change(session, group, "name", name, GROUP_FIELDS["name"])
    session.add(group)
    session.flush()
    return group.id


def enter_group(session: Session, name: str, kind: GroupKind, codes: str) -> int:
    """Add a group with its practices, by their codes; return its id."""
    group_id = add_group(session, name, kind)
    set_members(session, group_id, codes)
    return group_id


def set_group(session: Session, group_id: int, field: str, value: object) -> None:
    """Put a value into one of a group's ``GROUP_FIELDS``."""
    change(session, found(session, PracticeGroup, group_id), field, value, GROUP_FIELDS[field])


def set_members(session: Session, group_id: int, codes: str) -> None:
    """Say which practices are in a group, by their codes with commas between."""
    group = found(session, PracticeGroup, group_id)
    wanted = {
        by_name(session, Practice, "code", code, "practice").id
        for code in re.split(r"[,;\s]+", codes)
        if code
    }
    of_group = select(GroupMember).where(GroupMember.group_id == group.id)
    for member in session.scalars(of_group).all():
        if member.practice_id not in wanted:
            session.delete(member)
        wanted.discard(member.practice_id)
    session.add_all(
        GroupMember(group_id=group.id, practice_id=practice_id) for practice_id in sorted(wanted)
    )


def remove_groups(session: Session, group_ids: Collection[int]) -> None:
    """Delete groups; their practices stay."""
    remove(session, PracticeGroup, group_ids, "groups")


def add_site(session: Session, name: str, practice_code: str | None = None) -> int:
    """Add a building; return its id."""
    site = Site(source=ENTERED)
    change(session, site, "name", name, SITE_FIELDS["name"])
    if practice_code:
        site.practice_id = by_name(session, Practice, "code", practice_code, "practice").id
    session.add(site)
    session.flush()
    return site.id


def enter_site(session: Session, name: str, fields: Mapping[str, object]) -> int:
    """Add a building with all that was typed of it; return its id."""
    site_id = add_site(session, name)
    for field, value in fields.items():
        set_site(session, site_id, field, value)
    return site_id


def set_site(session: Session, site_id: int, field: str, value: object) -> None:
    """Put a value into one of a building's ``SITE_FIELDS``, or name its practice."""
    site = found(session, Site, site_id)
    if field == "practice":
        named = by_name(session, Practice, "name", str(value), "practice") if value else None
        site.practice_id = named.id if named else None
        return
    change(session, site, field, value, SITE_FIELDS[field])


def remove_sites(session: Session, site_ids: Collection[int]) -> None:
    """Delete buildings."""
    remove(session, Site, site_ids, "sites")


def add_transfer(
    session: Session, moved_on: date, kind: TransferKind, from_name: str, to_code: str | None
) -> int:
    """Add a list transfer; return its id."""
    to = by_name(session, Practice, "code", to_code, "practice") if to_code else None
    transfer = ListTransfer(
        moved_on=moved_on, kind=kind, to_practice_id=to.id if to else None, source=ENTERED
    )
    change(session, transfer, "from_name", from_name, TRANSFER_FIELDS["from_name"])
    session.add(transfer)
    session.flush()
    return transfer.id


def enter_transfer(
    session: Session,
    moved_on: date,
    kind: TransferKind,
    from_name: str,
    fields: Mapping[str, object],
) -> int:
    """Add a list transfer with all that was typed of it; return its id."""
    transfer_id = add_transfer(session, moved_on, kind, from_name, None)
    for field, value in fields.items():
        set_transfer(session, transfer_id, field, value)
    return transfer_id


def set_transfer(session: Session, transfer_id: int, field: str, value: object) -> None:
    """Put a value into one of a transfer's ``TRANSFER_FIELDS``, or the practice it went to."""
    transfer = found(session, ListTransfer, transfer_id)
    if field == "to_code":
        to = by_name(session, Practice, "code", str(value), "practice") if value else None
        transfer.to_practice_id = to.id if to else None
        return
    change(session, transfer, field, value, TRANSFER_FIELDS[field])


def remove_transfers(session: Session, transfer_ids: Collection[int]) -> None:
    """Delete list transfers."""
    remove(session, ListTransfer, transfer_ids, "list transfers")


def _set_code(session: Session, practice: Practice, code: str) -> None:
    plain = "".join(code.split()).upper()
    if not CODE.fullmatch(plain):
        raise Refusal(f"“{code.strip()}” is not an ODS code. Enter one such as N81024.")
    change(session, practice, "code", plain, PRACTICE_FIELDS["code"])
