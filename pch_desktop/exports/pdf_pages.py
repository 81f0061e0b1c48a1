"""The pages of a board pack as facts: what typst is told, in words and numbers only."""

from __future__ import annotations

from typing import Any

from pch_desktop.exports.answers import answer
from pch_desktop.exports.board import Issue, Pack, Step
from pch_desktop.exports.page import LONGEST_PLACE
from pch_desktop.exports.pdf_chart import chart_facts
from pch_desktop.exports.pdf_letters import letters
from pch_desktop.exports.pdf_pictures import logo_facts, picture_facts
from pch_desktop.exports.pdf_table import Facts, table_facts
from pch_desktop.exports.pdf_tiles import tiles
from pch_desktop.reports.drawn import drawing
from pch_desktop.reports.signs import SHADOW
from pch_desktop.reports.table import Table

FINGERPRINT = "Fingerprint"
SHORT = 300.0
"""Up to so many points high, a table among the appendices follows another on its page."""


def pack_facts(pack: Pack, step: Step) -> Facts:
    """Return all that a pack's pages show; the name of each sheet is told as it is begun."""
    show = letters().shown
    return {
        "title": show(pack.title),
        "place": show(pack.place[:LONGEST_PLACE]),
        "status": edition(pack.issue),
        "logo": logo_facts(pack.logo),
        "marking": show(pack.marking),
        "notional": show(pack.notional),
        "subject": "Primary Care Home board pack" + (f". {SHADOW}" if pack.notional else ""),
        "foot": show(f"{pack.title}  {pack.seal_words}".rstrip()),
        "cover": [[show(name), show(words)] for name, words in _cover(pack)],
        "tiles": tiles(pack.summary),
        "contents": [show(answer(table)) for table in pack.tables],
        "sheets": [sheet_facts(pack, table, step) for table in pack.tables],
    }


def _cover(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Return the cover's rows; as what it was issued once, where they do not say it yet."""
    is_told = any(name == FINGERPRINT for name, _words in pack.cover)
    return pack.cover if is_told else (*pack.cover, *issued(pack.issue))


def edition(issue: Issue | None) -> str:
    """Return as what a pack stands: a draft, or the edition it was issued as."""
    return f"Issued as {issue.edition}" if issue else "Draft"


def issued(issue: Issue | None) -> tuple[tuple[str, str], ...]:
    """Return what the cover says of an issued pack, its fingerprint whole."""
    if issue is None:
        return ()
    rows = (
        ("Issued", f"{issue.edition}, {issue.at:%d %B %Y, %H:%M}"),
        ("Corrected because", issue.reason),
        (FINGERPRINT, issue.fingerprint),
    )
    return tuple(row for row in rows if row[1])


def sheet_facts(pack: Pack, table: Table[Any], step: Step) -> Facts:
    """Return what one table's pages show, with the charts that stand under it."""
    step(table.title)
    asked = pack.attention if table is pack.summary else ()
    charts = [
        chart_facts(drawing(owner, chart))
        for owner in pack.tables
        for chart in owner.charts
        if (chart.on or owner.title) == table.title
    ]
    pictures = [picture_facts(each) for each in pack.pictures if each.on == table.title]
    told = table_facts(table)
    high = told.pop("high") + sum(each["down"] for each in (*charts, *pictures))
    return told | {
        "asked": [letters().shown(words) for words in asked],
        "charts": charts,
        "pictures": pictures,
        "leads": table not in pack.appendices,
        "starts": table not in pack.appendices or high > SHORT,
    }
