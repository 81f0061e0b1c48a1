"""Commentary of a former pack: to its budget lines, where they have none yet."""

from __future__ import annotations

from difflib import get_close_matches

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_former_rows import OURS, Aside, Carrying
from pch_desktop.imports.own_lines import lines_of, version_of
from pch_desktop.imports.own_names import by_name, folded
from pch_desktop.imports.own_plan import Unfit
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.store.own import Row

SILENT = "No commentary stands there"
NO_PLACE = "Commentary on services and staff groups is kept in their own notes, so not carried over"
CLOSE = 0.6


def carry_commentary(carrying: Carrying) -> None:
    """Carry commentary over to the lines of the newest budget; what they say already stays."""
    lines = _lines(carrying)
    is_of_lines = any(match.field == "line" for match in carrying.making.sheeted.matches)

    def carry(filled: FilledRow) -> None:
        words = filled.text("commentary")
        if words is None:
            raise Aside(SILENT)
        if not is_of_lines:
            raise Aside(NO_PLACE)
        name = filled.text("line")
        if name is None:
            raise Unfit("line", "Enter the budget line.")
        row = _line(lines, name)
        carrying.once(name)
        if row["commentary"] not in {None, words}:
            raise Aside(OURS)
        key = f"commentary {row['id']}"
        carrying.making.put("budget_line", key, str(row["name"]), {"commentary": words}, row)

    carrying.each(carry)


def _lines(carrying: Carrying) -> dict[str, Row]:
    years = [row["year"] for row in carrying.making.rows("budget_year")]
    newest = max((each for each in years if isinstance(each, FinancialYear)), default=None)
    version = version_of(carrying.making, newest) if newest else None
    return by_name(lines_of(carrying.making, version)) if version else {}


def _line(lines: dict[str, Row], name: str) -> Row:
    found = lines.get(folded(name))
    if found is None:
        near = get_close_matches(folded(name), list(lines), 1, CLOSE)
        meant = f" Did you mean “{lines[near[0]]['name']}”?" if near else ""
        raise Refusal(f"There is no line called “{name}” in the newest budget.{meant}")
    return found
