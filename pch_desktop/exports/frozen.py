"""A pack as one piece of plain JSON, to be kept for ever, and back; its fingerprint."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, fields
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from pch_desktop.domain.board_pack import Audience
from pch_desktop.domain.board_seal import SALT, canonical
from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.period import Month
from pch_desktop.exports.board import Logo, Pack, Picture
from pch_desktop.exports.frozen_table import frozen_table, thawed_table
from pch_desktop.exports.frozen_values import Facts
from pch_desktop.store.board.ground import Ground

LAYOUT = 1
"""The layout of what is written; one that is read may be older, or newer with more in it."""
TABLES = ("summary", "quality", "definitions")
LISTS = ("front", "since", "sections", "appendices")
"""The parts of a pack that are a table, and those that are several."""


def freeze(pack: Pack, salt: str = "") -> str:
    """Return all that a pack shows, its pictures by their digests, as canonical JSON.

    Args:
        salt: something nobody could guess, which goes when a name is taken out, so that the
            fingerprint cannot be tried against names.
    """
    facts: Facts = {
        "layout": LAYOUT,
        SALT: salt,
        "place": pack.place,
        "month": str(pack.month),
        "made_at": pack.made_at.isoformat(),
        "links": [list(link) if link else None for link in pack.links],
        "cover": [list(row) for row in pack.cover],
        "attention": list(pack.attention),
        "thresholds": {key: str(value) for key, value in asdict(pack.thresholds).items()},
        "audience": pack.audience.value,
        "program": pack.program,
        "homes": dict(pack.homes),
        "left_out": sorted(pack.left_out),
        "ground": asdict(pack.ground),
        "logo": _logo(pack.logo),
        "pictures": [_seals(picture) for picture in pack.pictures],
    }
    facts |= {key: frozen_table(getattr(pack, key)) for key in TABLES}
    facts |= {key: [frozen_table(table) for table in getattr(pack, key)] for key in LISTS}
    return canonical(facts)


def thaw(contents: str, pictures: tuple[Picture, ...] = ()) -> Pack:
    """Return the pack of some contents, as it was before it was issued."""
    facts: Facts = json.loads(contents)
    parts: Facts = {key: thawed_table(facts[key]) for key in TABLES}
    parts |= {key: tuple(map(thawed_table, facts.get(key, ()))) for key in LISTS}
    return Pack(
        place=facts["place"],
        month=Month.read(facts["month"]),
        made_at=datetime.fromisoformat(facts["made_at"]),
        links=tuple(_pair(link) if link else None for link in facts["links"]),
        cover=tuple(_pair(row) for row in facts["cover"]),
        attention=tuple(facts["attention"]),
        thresholds=_thresholds(facts["thresholds"]),
        audience=Audience(facts["audience"]),
        program=facts["program"],
        homes=dict(facts.get("homes", {})),
        left_out=frozenset(facts.get("left_out", ())),
        ground=_ground(facts.get("ground", {})),
        logo=_thawed_logo(facts.get("logo")),
        pictures=pictures,
        **parts,
    )


def _seals(picture: Picture) -> Facts:
    """Return what tells a picture: its words, and the digests of what is kept apart."""
    words = {"on": picture.on, "finding": picture.finding, "alt_text": picture.alt_text}
    digests = (("svg", picture.svg), ("png", picture.png))
    return words | {key: sha256(content).hexdigest() for key, content in digests}


def _pair(told: list[str]) -> tuple[str, str]:
    first, second = told
    return first, second


def _thresholds(facts: dict[str, str]) -> Thresholds:
    usual = Thresholds()
    return Thresholds(
        Decimal(facts.get("amber_share", usual.amber_share)),
        Decimal(facts.get("red_share", usual.red_share)),
        int(facts.get("least_pence", usual.least_pence)),
    )


def _ground(facts: dict[str, Any]) -> Ground:
    known = {each.name: facts[each.name] for each in fields(Ground) if each.name in facts}
    settings = tuple(_pair(row) for row in known.pop("settings", ()))
    return Ground(settings, **known)


def _logo(logo: Logo | None) -> Facts | None:

    if logo is None:
        return None
    content = b64encode(logo.content).decode("ascii")
    return {"alt_text": logo.alt_text, "kind": logo.kind, "content": content}


def _thawed_logo(facts: Facts | None) -> Logo | None:

    if facts is None:
        return None
    return Logo(facts["alt_text"], facts["kind"], b64decode(facts["content"]))
