"""A person's own sheet, pasted or chosen from a workbook: read, planned, shown, committed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear
from pch_desktop.imports.matching import MONTH_KEY, Match, fold, match
from pch_desktop.imports.opening import commit
from pch_desktop.imports.own_actuals import plan_actuals
from pch_desktop.imports.own_asking import ask
from pch_desktop.imports.own_fields import ENTRIES, KIND_WORDS, OwnKind
from pch_desktop.imports.own_former import plan_former
from pch_desktop.imports.own_lines import plan_lines
from pch_desktop.imports.own_partners import plan_partners
from pch_desktop.imports.own_people import plan_people
from pch_desktop.imports.own_plan import Making, control
from pch_desktop.imports.own_posts import plan_posts
from pch_desktop.imports.own_prescribing import plan_prescribing
from pch_desktop.imports.own_reading import OwnReading, read
from pch_desktop.imports.own_sheeted import FilledRow, Sheeted, read_rows, without_strangers
from pch_desktop.imports.own_spent_fields import KNOWN_AND_LEFT
from pch_desktop.imports.own_sums import footed_in, nothing_new, sums
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.store.own import OwnStanding, standing

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

__all__ = [
    "ENTRIES",
    "OwnKind",
    "OwnReading",
    "commit",
    "line_names",
    "matches_for",
    "matches_in",
    "plan_for",
    "plan_from",
    "read",
    "year_for",
]

PLANS: Mapping[OwnKind, Callable[[Making, list[FilledRow]], None]] = {
    OwnKind.PARTNERS: plan_partners,
    OwnKind.POSTS: plan_posts,
    OwnKind.PEOPLE: plan_people,
    OwnKind.LINES: plan_lines,
    OwnKind.ACTUALS: plan_actuals,
    OwnKind.LEDGER: plan_actuals,
    OwnKind.MONITORING: plan_actuals,
    OwnKind.PRESCRIBING: plan_prescribing,
}
WITH_YEAR = frozenset({OwnKind.LINES, *ENTRIES})


def matches_for(
    file: LocalityFile,
    reading: OwnReading,
    chosen: Mapping[int, str | None] | None = None,
    year: FinancialYear | None = None,
) -> tuple[Match, ...]:
    """Return what each column is taken for: as chosen now, as chosen before, or by its words."""
    return matches_in(file.read(standing), reading, chosen or {}, year)


def plan_for(
    file: LocalityFile,
    reading: OwnReading,
    chosen: Mapping[int, str | None] | None = None,
    year: FinancialYear | None = None,
    *,
    is_month_first: bool = False,
    lines: Mapping[str, str | None] | None = None,
) -> ImportPlan:
    """Return what taking a sheet in would do: what is shown is what is committed.

    Args:
        file: the locality.
        reading: the sheet.
        chosen: our columns by position, where the person chose them.
        year: the financial year of lines, and of months that do not name theirs.
        is_month_first: dates are written the American way.
        lines: our lines by what the sheet calls them, None for none of ours.

    Raises:
        Refusal: something has to be answered first; the sentence asks it.
    """
    now = file.read(standing)
    return plan_from(now, reading, chosen, year, is_month_first=is_month_first, lines=lines)


def plan_from(
    now: OwnStanding,
    reading: OwnReading,
    chosen: Mapping[int, str | None] | None = None,
    year: FinancialYear | None = None,
    *,
    is_month_first: bool = False,
    lines: Mapping[str, str | None] | None = None,
) -> ImportPlan:
    """Return the same from what the locality held when it was read; no file is needed."""
    if reading.kind is OwnKind.PACK:
        return plan_former(now, reading, is_month_first=is_month_first)
    of_year = year_for(now, reading, year)
    matches = matches_in(now, reading, chosen or {}, of_year)
    sheeted = Sheeted(reading.kind, reading.table, matches, is_month_first, of_year)
    ask(sheeted, of_year)
    sheeted, strangers = without_strangers(sheeted)
    making = Making(sheeted, now, reading.file_name, of_year)
    making.digest, making.said_year = reading.file_digest, year
    making.lines = {fold(theirs): ours for theirs, ours in (lines or {}).items()}
    if year is None and of_year is not None:
        making.notes.append(f"Taken for {of_year}, the year of the newest budget.")
    making.notes.extend(strangers)
    rows, refused = read_rows(sheeted)
    making.refused.extend(refused)
    PLANS[reading.kind](making, rows)
    _remember(making)
    return _planned(reading, making)


def year_for(
    now: OwnStanding, reading: OwnReading, year: FinancialYear | None
) -> FinancialYear | None:
    """Return the year said; else that of the newest budget, where the sheet is of a year."""
    if year is not None or reading.kind not in WITH_YEAR:
        return year
    years = [row["year"] for row in now.tables["budget_year"]]
    return max((each for each in years if isinstance(each, FinancialYear)), default=None)


def line_names(now: OwnStanding, year: FinancialYear | None) -> tuple[str, ...]:
    """Return the names of the lines of a year's newest budget, in their order."""
    years = {row["id"] for row in now.tables["budget_year"] if row["year"] == year}
    versions = [row for row in now.tables["budget_version"] if row["budget_year_id"] in years]
    newest = max(versions, key=lambda row: int(str(row["number"])), default=None)
    if newest is None:
        return ()
    lines = [row for row in now.tables["budget_line"] if row["version_id"] == newest["id"]]
    lines.sort(key=lambda row: (int(str(row["position"])), int(str(row["id"]))))
    return tuple(str(row["name"]) for row in lines)


def matches_in(
    now: OwnStanding,
    reading: OwnReading,
    chosen: Mapping[int, str | None],
    year: FinancialYear | None,
) -> tuple[Match, ...]:
    """Return what each column is taken for, from what the locality held when it was read."""
    remembered = {
        str(row["heading"]): None if row["column"] is None else str(row["column"])
        for row in now.tables["column_match"]
        if row["kind"] == reading.kind.value
    }
    return match(reading.table.headings, reading.kind, remembered, chosen, year)


def _remember(making: Making) -> None:
    """Remember what the person chose, so that the next sheet is matched so by itself."""
    kind = making.sheeted.kind.value
    rows = {row["heading"]: row for row in making.rows("column_match") if row["kind"] == kind}
    for each in making.sheeted.matches:
        is_month = (each.field or "").startswith(MONTH_KEY)
        heading = fold(each.heading)
        if not each.is_chosen or is_month or not heading:
            continue
        name = f"heading {heading}"
        values: dict[str, object] = {"column": each.field}
        before = rows.get(heading)
        if before is None:
            values |= {"kind": kind, "heading": heading}
        making.put_as_is("column_match", name, each.heading, values, before)


def _planned(reading: OwnReading, making: Making) -> ImportPlan:
    changes, same = making.changes()
    found = control(making)
    nothing = (nothing_new(making),) if not changes and making.kept else ()
    where = footed_in(making)
    notes = [
        reading.words,
        *reading.notes,
        *reading.reasons,
        *reading.table.notes,
        *_unmatched(making.sheeted),
        *making.all_notes(),
        *(where + footing.words for footing in found),
        *sums(making),
        *nothing,
    ]
    kept = len(making.kept)
    aside = sum(group.count for group in making.set_aside)
    return ImportPlan(
        kind=f"own {reading.kind.value}",
        kind_words=KIND_WORDS[reading.kind],
        file_name=reading.file_name,
        file_digest=reading.file_digest,
        rows_read=kept + len(making.refused) + aside,
        rows_kept=kept,
        stamp=making.standing.stamp,
        changes=changes,
        same=same,
        refused=tuple(sorted(making.refused, key=lambda row: row.row)),
        notes=tuple(dict.fromkeys(notes)),
        set_aside=tuple(making.set_aside),
        named=making.named,
        apart=tuple(where + footing.words for footing in found if not footing.foots),
        year=making.year if reading.kind in WITH_YEAR else None,
    )


def _unmatched(sheeted: Sheeted) -> list[str]:
    left = [f"“{each.heading}”" for each in sheeted.matches if each.heading and not each.field]
    known = [f"“{each.heading}”" for each in sheeted.matches if each.field in KNOWN_AND_LEFT]
    unmatched = [f"Columns not brought in: {', '.join(left)}."] if left else []
    plans = [f"Plans, activity and variances were left out: {', '.join(known)}."] if known else []
    return unmatched + plans
