"""A board pack as facts, before a workbook is made of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from pch_desktop import __version__
from pch_desktop.domain.board_pack import MARKINGS, Audience, Edition
from pch_desktop.domain.board_seal import short
from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.period import Month
from pch_desktop.exports.names import file_words
from pch_desktop.reports.table import Table
from pch_desktop.reports.told import Told
from pch_desktop.store.board.ground import NO_GROUND, Ground

Step = Callable[[str], None]
"""Told the name of each sheet as it is begun; it may raise to stop."""
MARKING = "OFFICIAL"
PURPOSE, CONTACT = "Purpose", "Whom to ask"
PREPARED, CHECKED = "Prepared by", "Checked by"
NAMING = frozenset({PREPARED, CHECKED})
"""The rows of the cover that name people: somebody typed them there for it; a public pack
leaves them out unless they are ticked."""
ALWAYS = ("Summary", "Definitions")
"""The sheets no pack is without: others point at them."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a pack: its finding, its words, and itself twice."""

    on: str
    """The title of the table it stands with."""
    finding: str
    alt_text: str
    svg: bytes
    png: bytes


@dataclass(frozen=True, slots=True)
class Logo:
    """The locality's own picture, with its words for those who do not see it."""

    alt_text: str
    kind: str
    """png or jpeg."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Issue:
    """As what a pack was issued."""

    edition: Edition
    at: datetime
    fingerprint: str
    """SHA-256 of what it shows, in hexadecimal."""
    reason: str = ""
    """Why a correction was made."""


@dataclass(frozen=True, slots=True)
class Pack:
    """All that a board pack shows, read from the file once and told."""

    place: str
    month: Month
    made_at: datetime
    summary: Table[Told]
    links: tuple[tuple[str, str] | None, ...]
    """Of each row of the summary, the sheet and column whose total it is."""
    sections: tuple[Table[Told], ...]
    """The first table of each section, in order."""
    appendices: tuple[Table[Told], ...]
    cover: tuple[tuple[str, str], ...]
    attention: tuple[str, ...]
    """What the board should see to first."""
    quality: Table[Told]
    definitions: Table[Told]
    thresholds: Thresholds
    pictures: tuple[Picture, ...] = ()
    logo: Logo | None = None
    audience: Audience = Audience.BOARD
    issue: Issue | None = None
    """As what it was issued; a draft as long as it was not."""
    program: str = __version__
    """The version of the program that read it."""
    homes: Mapping[str, str] = field(default_factory=dict[str, str])
    """Of which section each sheet is, by title; of none, those about the whole."""
    left_out: frozenset[str] = frozenset()
    """The sheets somebody chose to leave out, by title."""
    front: tuple[Table[Told], ...] = ()
    """What stands before the summary: the chair's own page."""
    since: tuple[Table[Told], ...] = ()
    """What stands behind the summary: corrections, and what changed since the last pack."""
    ground: Ground = NO_GROUND
    """The settings, versions and the end of the history its figures rest on."""

    @property
    def title(self) -> str:
        """What the pack is called on its cover."""
        return f"Board pack: Month {self.month.number}, {self.month.words}"

    @property
    def every_table(self) -> tuple[Table[Told], ...]:
        """Every table, those left out too, in the order of its sheets."""
        ahead = (*self.front, self.summary, *self.since)
        return (*ahead, *self.sections, self.quality, self.definitions, *self.appendices)

    @property
    def tables(self) -> tuple[Table[Told], ...]:
        """The tables of the sheets that are wanted, in their order."""
        return tuple(table for table in self.every_table if table.title not in self.left_out)

    @property
    def is_draft(self) -> bool:
        """Whether it was not issued: DRAFT stands in the head of every page."""
        return self.issue is None

    @property
    def marking(self) -> str:
        """What stands in the head of each page: who may see it, and whether it is a draft."""
        return f"{'DRAFT  ' if self.is_draft else ''}{MARKINGS[self.audience]}"

    def without(self, titles: Collection[str]) -> Self:
        """Return the pack without some sheets, by title; some are never left out."""
        return replace(self, left_out=frozenset(titles) - set(ALWAYS))

    @property
    def seal_words(self) -> str:
        """What stands in the foot of each page of an issued pack: its edition and fingerprint."""
        issue = self.issue
        return "" if issue is None else f"{issue.edition}  {short(issue.fingerprint)}"

    @property
    def notional(self) -> str:
        """What must stand where its money is notional, or nothing."""
        return self.summary.marking

    @property
    def file_stem(self) -> str:
        """What its files are called before the dot: safe in any folder."""
        edition = f" {self.issue.edition}" if self.issue else ""
        whose = "" if self.audience is Audience.BOARD else f" {self.audience.value}"
        return f"{file_words(self.place)} board pack {self.month}{edition}{whose}"

    @property
    def file_name(self) -> str:
        """What its workbook is called."""
        return f"{self.file_stem}.xlsx"
