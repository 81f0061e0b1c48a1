"""A cell's text as a value of one of our columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from pch_desktop.domain import typed
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_fields import Field, OwnKind, Sort
from pch_desktop.imports.own_lists import LISTS, SECTORS, Listed, bare
from pch_desktop.imports.own_months import month_in

ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s.*)?")
SIGNED = re.compile(r"(£?[\d,]*\.?\d+)\s*(CR|DR|-)\.?", re.IGNORECASE)
"""An amount with its sign behind it; credit is below zero."""
LONGEST_TEXT = 4_000
SHORTEST = 3
"""So many letters at least may stand for the word they begin."""
OF_KIND = {
    ("status", OwnKind.PARTNERS): "partner_status",
    ("status", OwnKind.POSTS): "post_status",
    ("status", OwnKind.PEOPLE): "post_status",
}


def value(
    kind: OwnKind,
    field: Field,
    text: str,
    *,
    thousands: bool = False,
    year: FinancialYear | None = None,
) -> object:
    """Return a cell's text as a value of a field, None where it is blank.

    Args:
        kind: what the sheet is about.
        field: what the column is.
        text: as the cell shows it.
        thousands: its plain figures are thousands of pounds.
        year: the financial year of months that are told by their place alone.

    Raises:
        Refusal: it cannot be read, or is an error of the spreadsheet's.
    """
    refuse_errors(text)
    match field.sort:
        case Sort.PENCE:
            amount = _signed(text)
            return _thousands(amount) if thousands else typed.pence(amount)
        case Sort.NUMBER:
            return typed.number(text)
        case Sort.COUNT:
            return typed.count(text)
        case Sort.DAY:
            return typed.day(text)
        case Sort.MONTH:
            return month_in(text, year)
        case Sort.YES:
            return typed.yes(text)
        case Sort.SHARE:
            return typed.share(text)
        case Sort.LISTED:
            return listed(OF_KIND.get((field.key, kind), field.key), text)
        case Sort.TEXT:
            return plain(text)


def _signed(text: str) -> str:
    """Return an amount with its sign before it, where a ledger writes 1,200.00 CR or 1,200.00-."""
    found = SIGNED.fullmatch(text.strip())
    if found is None:
        return text
    return f"-{found[1]}" if found[2].casefold() in {"cr", "-"} else found[1]


def _thousands(text: str) -> int | None:
    """Return the pence of a cell in a column of thousands of pounds, to the last penny.

    £6,480 there is a figure a spreadsheet shows with its sign; only k and m
    say themselves how large they are.
    """
    pence = typed.pence(text)
    if pence is None or re.search(r"[km]|bn", text, re.IGNORECASE):
        return pence
    pounds = typed.number(text)
    return None if pounds is None else rounded(pounds * 100_000)


def plain(text: str) -> str | None:
    """Return text without control characters, or None where it stands for nothing known."""
    refuse_errors(text)
    kept = "".join(mark for mark in text if mark in "\n\t" or mark.isprintable()).strip()
    if len(kept) > LONGEST_TEXT:
        raise Refusal(f"Shorten this text to {LONGEST_TEXT:,} characters; it has {len(kept):,}.")
    return None if typed.is_blank(kept) else kept


def listed(key: str, text: str) -> StrEnum | None:
    """Return the word of a list that is meant, whatever its case, or a common one for it.

    Raises:
        Refusal: none is.
    """
    if typed.is_blank(text):
        return None
    known = LISTS[key]
    folded = bare(text)
    for word in known.words:
        if bare(word.value) == folded:
            return word
    if folded in known.said:
        return known.said[folded]
    if len(folded) < SHORTEST:
        refuse_unlisted(text, known)
    chosen = typed.one_of(text, [word.value for word in known.words])
    return None if chosen is None else known.words(chosen)


def refuse_unlisted(text: str, known: Listed) -> None:
    """Refuse a code too short to begin a word of a list: F is no fire service."""
    offered = ", ".join(word.value for word in list(known.words)[:8])
    more = " and others" if len(known.words) > 8 else ""
    raise Refusal(f"“{text.strip()}” is not in the list. Enter one of: {offered}{more}.")


def is_sector(text: str) -> bool:
    """Return whether a text is the name of a sector, or a common word for one."""
    folded_text = bare(text)
    return folded_text in SECTORS.said or any(bare(word) == folded_text for word in SECTORS.words)


def refuse_errors(text: str) -> None:
    """Refuse a cell in which the spreadsheet itself says that it has no value."""
    if text.startswith("#") and text.upper() in ERRORS:
        raise Refusal(
            f"The spreadsheet shows {text.upper()} here. Mend the formula, or clear the cell."
        )


def american(texts: Iterable[str]) -> str | None:
    """Return a date that can only have its month first, 04/25/2016, or None where none has."""
    for text in texts:
        found = SLASHED.fullmatch(text.strip())
        if found and int(found[2]) > 12 >= int(found[1]):
            return text
    return None


def day_first(text: str) -> str:
    """Return a date written with its month first as the British write it."""
    found = SLASHED.fullmatch(text.strip())
    return f"{found[2]}/{found[1]}/{found[3]}" if found else text
