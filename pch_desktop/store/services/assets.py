"""What the communities have to offer that people can be pointed to, and changing it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.services import AssetKind
from pch_desktop.models.partners import Partner
from pch_desktop.models.services_care import CommunityAsset
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.texts import change

ASSET_FIELDS: Mapping[str, str] = {
    "name": "what it is called",
    "kind": "what sort of offer it is",
    "place": "where it is",
    "times": "when it is",
    "reach": "how to get in touch",
    "note": "a note",
    "source": "where that comes from",
}


@dataclass(frozen=True, slots=True)
class AssetRow:
    """Something a community has to offer."""

    id: int
    name: str
    kind: AssetKind
    partner: str | None
    """The partner that offers it, where one does."""
    place: str | None
    times: str | None
    reach: str | None
    note: str | None
    source: str | None


def assets(session: Session) -> list[AssetRow]:
    """Return what communities have to offer, by name."""
    query = (
        select(CommunityAsset, Partner.name)
        .outerjoin(Partner, CommunityAsset.partner_id == Partner.id)
        .order_by(CommunityAsset.name)
    )
    return [
        AssetRow(kept.id, kept.name, kept.kind, partner, kept.place, kept.times, kept.reach,
                 kept.note, kept.source)
        for kept, partner in session.execute(query)
    ]  # fmt: skip


def add_asset(session: Session, name: str, fields: Mapping[str, object]) -> int:
    """Add something a community has to offer; a group or club unless told; return its id."""
    asset = CommunityAsset(kind=AssetKind.GROUP)
    change(session, asset, "name", name, ASSET_FIELDS["name"])
    session.add(asset)
    session.flush()
    for field, value in fields.items():
        set_asset(session, asset.id, field, value)
    return asset.id


def set_asset(session: Session, asset_id: int, field: str, value: object) -> None:
    """Put a value into one of an offer's ``ASSET_FIELDS``, or name the partner behind it."""
    asset = found(session, CommunityAsset, asset_id)
    if field == "partner":
        named = by_name(session, Partner, "name", str(value), "partner") if value else None
        asset.partner_id = named.id if named else None
        return
    change(session, asset, field, value, ASSET_FIELDS[field])


def remove_assets(session: Session, asset_ids: Collection[int]) -> None:
    """Delete what communities have to offer."""
    remove(session, CommunityAsset, asset_ids, "community assets")
