"""Which budget line somebody's account, cost centre or point of delivery is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.matching import fold
from pch_desktop.imports.own_lines import lines_of, version_of
from pch_desktop.imports.own_names import by_name, folded
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.plan import NamedLine
from pch_desktop.store.own import Row

LINE_MATCH = "line of actuals"
"""The kind under which it is remembered that Acct 4021 is Prescribing."""
CLOSE = 0.6


class PassedOver(Refusal):
    """A name that the person said is none of the budget's lines."""


@dataclass(slots=True)
class _Year:
    """The lines of one year's budget, by name and by code."""

    names: dict[str, Row]
    codes: dict[str, Row]


@dataclass(slots=True)
class _Seen:
    """A name of theirs: what it was taken for, and how much stands under it."""

    ours: str | None = None
    known_by: str = ""
    rows: int = 0
    pence: int = 0


@dataclass(slots=True)
class LineBook:
    """The lines that stand, found by name, by code, or as the person said before or says now."""

    making: Making
    chosen: Mapping[str, str | None]
    """Our lines' names, or None for none of them, by their names as matches are remembered."""
    _years: dict[FinancialYear, _Year | None] = field(
        default_factory=dict[FinancialYear, "_Year | None"]
    )
    _seen: dict[str, _Seen] = field(default_factory=dict[str, "_Seen"])
    _remembered: dict[str, str | None] | None = None

    def find(self, name: str | None, code: str | None, month: Month) -> Row:
        """Return the line of a name, else of a code, in the budget of a month's year.

        Raises:
            Refusal: there is none, or the year has no budget.
            PassedOver: the person said that the name is none of the lines.
        """
        theirs = name or code
        if not theirs:
            raise Refusal("Enter the line's name.")
        year = self._year(month.financial_year)
        if year is None:
            raise Refusal(
                f"There is no budget of {month.financial_year} yet for {month.words}. "
                "Bring in its lines first."
            )
        seen = self._seen.setdefault(theirs, _Seen())
        is_told, meant, known_by = self._told(name, code)
        if is_told and meant is None:
            seen.ours, seen.known_by = None, "left out"
            raise PassedOver(f"“{theirs}” was said to be none of the budget's lines.")
        found = year.names.get(folded(meant)) if meant else None
        # A column of accounts may hold names, and one of names codes.
        for lines, how in ((year.names, "its name"), (year.codes, "its code")):
            for each in (name, code):
                if found is None and each and (found := lines.get(folded(each))):
                    known_by = how
        if found is None:
            raise Refusal(_unknown(theirs, year.names))
        seen.ours, seen.known_by = str(found["name"]), known_by
        return found

    def count(self, name: str | None, code: str | None, pence: int) -> None:
        """Count a row under its name, used or not."""
        if theirs := name or code:
            seen = self._seen.setdefault(theirs, _Seen())
            seen.rows += 1
            seen.pence += pence

    def named(self) -> tuple[NamedLine, ...]:
        """Return their names with what each was taken for, those not known first."""
        found = sorted(self._seen.items(), key=lambda pair: bool(pair[1].known_by))
        return tuple(
            NamedLine(at, theirs, seen.ours, seen.known_by, seen.rows, seen.pence)
            for at, (theirs, seen) in enumerate(found, 1)
        )

    def remember(self) -> None:
        """Remember what the person chose, so that the next file's lines are found by themselves."""
        rows = {
            str(row["heading"]): row
            for row in self.making.rows("column_match")
            if row["kind"] == LINE_MATCH
        }
        for theirs, ours in self.chosen.items():
            before = rows.get(fold(theirs))
            values: dict[str, object] = {"column": ours}
            if before is None:
                values |= {"kind": LINE_MATCH, "heading": fold(theirs)}
            name = f"line match {fold(theirs)}"
            self.making.put_as_is("column_match", name, theirs, values, before)

    def _told(self, name: str | None, code: str | None) -> tuple[bool, str | None, str]:
        """Return whether the person said what a name is, what it is, and when it was said."""
        remembered = self._memory()
        for theirs in (fold(each) for each in (name, code) if each):
            if theirs in self.chosen:
                return True, self.chosen[theirs], "you"
            if theirs in remembered:
                return True, remembered[theirs], "memory"
        return False, None, ""

    def _memory(self) -> dict[str, str | None]:
        if self._remembered is None:
            self._remembered = {
                str(row["heading"]): None if row["column"] is None else str(row["column"])
                for row in self.making.rows("column_match")
                if row["kind"] == LINE_MATCH
            }
        return self._remembered

    def _year(self, year: FinancialYear) -> _Year | None:
        if year not in self._years:
            version = version_of(self.making, year)
            rows = lines_of(self.making, version) if version else []
            self._years[year] = _Year(by_name(rows), by_name(rows, "code")) if version else None
        return self._years[year]

    def like(self, word: str, year: FinancialYear) -> str | None:
        """Return the name of the one line of a year that holds a word; None of several."""
        lines = self._year(year)
        found = [row for key, row in lines.names.items() if word in key] if lines else []
        return str(found[0]["name"]) if len(found) == 1 else None


def _unknown(name: str, names: Mapping[str, Row]) -> str:
    close = get_close_matches(folded(name), list(names), 1, CLOSE)
    meant = f" Did you mean “{names[close[0]]['name']}”?" if close else ""
    return (
        f"There is no line called “{name}” in the budget.{meant} Say which it is under Lines, "
        "rename it, or add the line first."
    )
