"""What is to be said about the use of the rooms: findings, and each table's sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.estates_use import HOUR, Use, added
from pch_desktop.domain.period import Month
from pch_desktop.reports.estates_use import HasUse, HourRow, in_hours
from pch_desktop.reports.estates_use_rows import ChargeRow
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store import estates

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

HIGH = Decimal("0.10")
"""From this share on, what was booked and not used is told among the things to do."""


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return what is to be said about the month's bookings."""
    found: list[Finding] = []
    if count := file.read(estates.unmarked, month):
        found.append(
            Finding("estates", f"{plural(count, 'booking')} not marked as used or not",
                    "Go through the days gone by.", Weight.NOTE, "Mark", None, "What was used")
        )  # fmt: skip
    share, worst, who = _unused(file, month)
    if share is not None and share >= HIGH:
        found.append(
            Finding("estates", f"{written(share, Kind.SHARE)} of booked room hours were not used",
                    worst, Weight.NOTE, "See who", who, "By partner", "unused_share")
        )  # fmt: skip
    return found


def use_finding(rows: Sequence[HasUse]) -> str:
    """Return how far open hours were booked and used, in a sentence."""
    use = added(row.use for row in rows)
    if not use.booked_minutes:
        return "Nothing was booked."
    known = (
        (use.booked_share, "of open hours booked"),
        (use.used_share, "used"),
        (use.unused_share, "of booked hours not used"),
    )
    said = ", ".join(f"{written(share, Kind.SHARE)} {words}" for share, words in known
                     if share is not None)  # fmt: skip
    more = f"; {plural(use.unmarked, 'booking')} not marked" if use.unmarked else ""
    return f"{said or written(Decimal(use.booked_minutes) / HOUR, Kind.NUMBER) + ' hours'}{more}."


def hours_finding(rows: Sequence[HourRow]) -> str:
    """Return which hour is booked most and which least, in a sentence."""
    known = [(row.use.booked_share, row) for row in rows if row.use.booked_share is not None]
    if not known or not any(share for share, _ in known):
        return "Nothing is known of the hours."
    most = max(known, key=lambda pair: pair[0] or 0)
    least = min(known, key=lambda pair: pair[0] or 0)
    return (
        f"Most is booked from {most[1].hours[:5]} ({written(most[0], Kind.SHARE)}), least from "
        f"{least[1].hours[:5]} ({written(least[0], Kind.SHARE)})."
    )


def charges_finding(rows: Sequence[ChargeRow]) -> str:
    """Return what the month's rooms are charged together, in a sentence."""
    pence = [row.month_pence for row in rows]
    total = sum(each for each in pence if each is not None)
    more = "; some have neither rate nor charge" if None in pence else ""
    return f"{written(total, Kind.EXACT)} charged in the month{more}."


def _unused(file: Reads, month: Month) -> tuple[Decimal | None, str, int | None]:
    """Return the share not used of the hours marked, who left the most, and their key."""
    rows = [row for row in file.read(estates.spells, month.first, month.last)
            if row.used_minutes is not None]  # fmt: skip
    left: dict[tuple[str, int], int] = {}
    for row in rows:
        who = (row.partner or "nobody named", row.partner_id or 0)
        left[who] = left.get(who, 0) + row.booked_minutes - (row.used_minutes or 0)
    use = added(Use(None, row.booked_minutes, row.used_minutes) for row in rows)
    if not left:
        return use.unused_share, "", None
    most = max(left, key=lambda who: (left[who], who))
    hours = written(in_hours(left[most]), Kind.NUMBER)
    return use.unused_share, f"The most by {most[0]}: {hours} hours.", most[1]
