"""Which room a name means."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.estates import Room
from pch_desktop.models.population import Site


def room_named(session: Session, text: str) -> int:
    """Return the room of a name, told with its site unless no other is called so.

    Raises:
        Refusal: there is none, or more than one.
    """
    wanted = " ".join(text.split()).casefold()
    query = select(Room.id, Room.name, Site.name).join(Site, Room.site_id == Site.id)
    named = session.execute(query).all()
    whole = [key for key, name, site in named if f"{name}, {site}".casefold() == wanted]
    short = [key for key, name, _ in named if name.casefold() == wanted]
    hits = whole or short
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise Refusal(f"There is a “{text.strip()}” on {len(hits)} sites. Enter its site, too: "
                      f"{text.strip()}, {named[0][2]}.")  # fmt: skip
    raise Refusal(f"There is no room called “{text.strip()}”. Add it first, or choose another.")
