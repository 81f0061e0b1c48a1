"""Last month's board pack, ours or somebody's own: commentary, open actions and open risks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.matching import match
from pch_desktop.imports.own_fields import OwnKind
from pch_desktop.imports.own_former_actions import carry_actions
from pch_desktop.imports.own_former_lines import carry_commentary
from pch_desktop.imports.own_former_month import month_of
from pch_desktop.imports.own_former_plan import merged
from pch_desktop.imports.own_former_risks import carry_risks
from pch_desktop.imports.own_former_rows import Carrying
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_reading import OwnReading
from pch_desktop.imports.own_sheeted import Sheeted, ask_about_dates, read_rows, without_strangers
from pch_desktop.imports.own_tables import Table
from pch_desktop.imports.patients import refuse_patients
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.store.own import OwnStanding


class Part(StrEnum):
    """What a table of a former pack is; the value is how its sheet is called."""

    ACTIONS = "action"
    RISKS = "risk"
    COMMENTARY = "commentary"


CARRY: Mapping[Part, Callable[[Carrying], None]] = {
    Part.ACTIONS: carry_actions,
    Part.RISKS: carry_risks,
    Part.COMMENTARY: carry_commentary,
}
NOTHING = (
    "No commentary on budget lines, no actions and no risks were found in “{}”. Tables headed "
    "“Budget line” and “Commentary”, “Action” and “Owner”, or “Risk” and “Category” are carried "
    "over."
)


def plan_former(
    now: OwnStanding, reading: OwnReading, *, is_month_first: bool = False
) -> ImportPlan:
    """Return what carrying a former pack over would do; all of it is one step.

    Raises:
        Refusal: there is nothing in it to carry over, or it looks like patients.
    """
    found = _tables(reading)
    if not found:
        raise Refusal(NOTHING.format(reading.file_name))
    month = month_of(reading.choices)
    makings: list[Making] = []
    for part, sheeted in found:
        _refuse_patients(reading, sheeted.table)
        plain, strangers = without_strangers(_asked(sheeted, is_month_first=is_month_first))
        making = Making(plain, now, reading.file_name)
        making.notes.extend(strangers)
        rows, refused = read_rows(plain)
        making.refused.extend(refused)
        CARRY[part](Carrying(making, tuple(rows), month, tuple(makings)))
        makings.append(making)
    return merged(now, reading, makings)


def _asked(sheeted: Sheeted, *, is_month_first: bool) -> Sheeted:
    told = Sheeted(sheeted.kind, sheeted.table, sheeted.matches, is_month_first)
    ask_about_dates(told)
    return told


def _tables(reading: OwnReading) -> list[tuple[Part, Sheeted]]:
    """Return the tables to carry over; of several alike those on the sheet called so."""
    seen = [each for table in reading.choices if not table.is_hidden for each in _part(table)]
    named = {part for part, sheeted in seen if _is_called(sheeted, part)}
    return [each for each in seen if each[0] not in named or _is_called(each[1], each[0])]


def _part(table: Table) -> Iterator[tuple[Part, Sheeted]]:
    sheeted = Sheeted(OwnKind.PACK, table, match(table.headings, OwnKind.PACK))
    keys = {each.field for each in sheeted.matches}
    if {"risk", "action"} <= keys:  # What brings a risk down is a list of its own.
        return
    if "action" in keys and keys & {"owner", "due_on", "status"}:
        yield Part.ACTIONS, sheeted
    elif "risk" in keys and keys & {"category", "controls", "current_consequence", "status"}:
        yield Part.RISKS, sheeted
    elif "commentary" in keys and keys & {"line", "group"}:
        yield Part.COMMENTARY, sheeted


def _is_called(sheeted: Sheeted, part: Part) -> bool:
    return sheeted.table.sheet.casefold().startswith(part.value)


def _refuse_patients(reading: OwnReading, table: Table) -> None:
    if not reading.reasons:
        cells = [table.headings, *(row.cells for row in table.rows)]
        refuse_patients(reading.file_name, table.sheet, cells)
