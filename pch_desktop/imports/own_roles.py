"""The role a job title means: one of the catalogue's, or a new one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import cast

from pch_desktop.discovery import resource
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.imports.own_names import by_name, folded, row_id
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.plan import Link
from pch_desktop.store.own import Row

ALIKE = 0.88
TITLES = "role_titles.toml"
"""Common titles by the code of the role they mean."""
GUESSES: Sequence[tuple[str, StaffGroup, Sector]] = (
    (r"volunteer", StaffGroup.VOLUNTARY, Sector.VOLUNTARY),
    (
        r"manager|admin|recep|secret|clerk|analyst|finance|director|officer|lead\b",
        StaffGroup.ADMIN,
        Sector.PRIMARY,
    ),
    (r"social (work|care)|care home|home care", StaffGroup.SOCIAL_CARE, Sector.SOCIAL),
    (r"nurs|matron|midwi|health visitor", StaffGroup.NURSE, Sector.COMMUNITY),
    (r"\bgps?\b|general practitioner", StaffGroup.GP, Sector.PRIMARY),
    (r"consultant|registrar|doctor|geriatric", StaffGroup.MEDICAL, Sector.SECONDARY),
    (r"fire|police|housing", StaffGroup.PUBLIC_SERVICE, Sector.PUBLIC),
    (r"mental|psycholog|counsel|\biapt\b", StaffGroup.DIRECT_CARE, Sector.MENTAL_HEALTH),
    (
        r"therap|pharm|physio|paramed|coach|link|prescrib|dieti|podiat|assistant|"
        r"technician|practitioner|worker",
        StaffGroup.DIRECT_CARE,
        Sector.COMMUNITY,
    ),
)


class RoleBook:
    """The roles that stand, and those a plan adds."""

    def __init__(self, making: Making) -> None:
        self._making = making
        rows = making.rows("role")
        self._by_name = by_name(rows) | by_name(rows, "code")
        codes = {str(row["code"]): row for row in rows}
        for code, titles in _titles().items():
            for title in titles if code in codes else ():
                self._by_name.setdefault(folded(title), codes[code])
        self._codes = {str(row["code"]).upper() for row in rows}
        self._added: dict[str, Link] = {}

    def named(self, title: str, cell: str = "") -> int | Link:
        """Return the role a title means; one nobody knows is added, with a note of its cell."""
        if (known := self.standing(title)) is not None:
            return row_id(known)
        key = folded(title)
        if key not in self._added:
            self._added[key] = self._add(" ".join(title.split()), key, cell)
        return self._added[key]

    def standing(self, title: str) -> Row | None:
        """Return the role of the catalogue that a title means, if there is one."""
        plain = re.sub(r"\b(band|grade)\s*\w+\b|\bb[2-9][a-d]?\b|\(.*?\)", " ", title.casefold())
        known = self._by_name.get(folded(title)) or self._by_name.get(folded(plain))
        if known is None and (close := get_close_matches(folded(plain), self._by_name, 1, ALIKE)):
            known = self._by_name[close[0]]
        return known

    def _add(self, title: str, key: str, cell: str) -> Link:
        group, sector = guessed_role(title)
        link = Link(f"role {key}")
        values = {"code": self._code(title), "name": title, "staff_group": group, "sector": sector}
        self._making.put("role", link.name, title, values | {"source": self._making.file_name})
        self._making.tell(
            "Roles not in the catalogue were added, their staff group guessed: {}.",
            f"{title} ({group.value})" + (f" in {cell}" if cell else ""),
        )
        return link

    def _code(self, title: str) -> str:
        """Return a code nobody has: the initials of a title, numbered where they are taken."""
        words = re.findall(r"[A-Za-z0-9]+", title.upper())
        start = "".join(word[0] for word in words)[:6] if len(words) > 1 else "".join(words)[:6]
        code, number = start or "ROLE", 1
        while code in self._codes:
            number += 1
            code = f"{start or 'ROLE'}{number}"
        self._codes.add(code)
        return code


def _titles() -> Mapping[str, Sequence[str]]:
    said = tomllib.loads(resource(TITLES).read_text(encoding="utf-8"))
    return cast("Mapping[str, Sequence[str]]", said["titles"])


def guessed_role(title: str) -> tuple[StaffGroup, Sector]:
    """Return which staff group and sector a title most likely belongs to."""
    for pattern, group, sector in GUESSES:
        if re.search(pattern, title.casefold()):
            return group, sector
    return StaffGroup.DIRECT_CARE, Sector.COMMUNITY
