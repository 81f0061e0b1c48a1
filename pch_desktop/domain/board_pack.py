"""The words of a board pack: for whom it is, and whether it is final."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """For whom a pack is made, and so what it may show."""

    INTERNAL = "internal"
    """All figures as they are; it stays inside."""
    BOARD = "board"
    PUBLIC = "public"


class PackStatus(StrEnum):
    """Whether a pack is still being worked on."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """The number of an issued pack: v1.0 first, v1.1 with its first correction."""

    major: int
    minor: int

    def __str__(self) -> str:
        """Return it as it is printed: v1.1."""
        return f"v{self.major}.{self.minor}"

    @property
    def next(self) -> Edition:
        """The edition a correction makes."""
        return Edition(self.major, self.minor + 1)


FIRST = Edition(1, 0)
MARKINGS = {
    Audience.INTERNAL: "OFFICIAL-SENSITIVE",
    Audience.BOARD: "OFFICIAL",
    Audience.PUBLIC: "OFFICIAL",
}
"""What stands in the head of each page, by audience (Government Security Classifications)."""


class Words(StrEnum):
    """What somebody writes for a month's pack in their own words."""

    SENTENCE = "sentence"
    CHAIR = "summary by the chair"
    ASKED = "what the board is asked"
    PREPARED = "prepared by"
    CHECKED = "checked by"
    CONTACT = "whom to ask"
    PURPOSE = "purpose"
