"""What changed from last year's budget: line by line, and practice by practice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.budget_years import Portion, Split, split, together
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import WEIGHTING_WORDS
from pch_desktop.store import budget
from pch_desktop.store.budget import WHOLE, YearLine, YearLines

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NEW, GONE, UNKNOWN = "New", "Gone", "Not known"
ONE_SUM = "One sum"


@dataclass(frozen=True, slots=True)
class PracticeChange:
    """What changed in a line at one practice, in pence; income is below zero."""

    id: int
    line: str
    code: str
    practice: str
    last: int | None
    """None where there was nothing to pay it last year."""
    this: int | None
    split: Split

    @property
    def change(self) -> int:
        """The whole change."""
        return self.split.change_pence


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A line in this year's budget and in last year's, in pence; income is below zero."""

    id: int
    name: str
    state: str
    """New or gone, where it stands in one of the years only; not known, where a budget is not."""
    last: int | None
    this: int | None
    split: Split | None
    """None where one of the budgets is not known."""
    counted_by: str
    practices: Sequence[PracticeChange]
    last_source: str
    this_source: str

    @property
    def change(self) -> int | None:
        """The whole change."""
        return None if self.split is None else self.split.change_pence

    @property
    def share(self) -> Decimal | None:
        """The change as a share of last year; None where there was nothing."""
        if self.change is None or not self.last:
            return None
        return Decimal(self.change) / abs(Decimal(self.last))

    @property
    def most(self) -> PracticeChange | None:
        """The practice whose payment moved most, where practices are told apart."""
        moved = [each for each in self.practices if each.change]
        return max(moved, key=lambda each: abs(each.change)) if moved else None


@dataclass(frozen=True, slots=True)
class YearChange:
    """Two years' budgets held against each other."""

    last: YearLines
    this: YearLines
    rows: Sequence[ChangeRow]

    @property
    def years(self) -> tuple[FinancialYear, FinancialYear]:
        """Last year and this."""
        return self.last.year.year, self.this.year.year

    @property
    def last_pence(self) -> int | None:
        """What last year's lines come to; None where a budget is not known."""
        return _whole(line.whole for line in self.last.lines)

    @property
    def this_pence(self) -> int | None:
        """What this year's lines come to; None where a budget is not known."""
        return _whole(line.whole for line in self.this.lines)

    @property
    def split(self) -> Split:
        """What the changes that are known come to together."""
        return together([row.split for row in self.rows if row.split is not None])


def year_change(file: Reads, month: Month) -> YearChange | None:
    """Return a month's year against the year before; None where one of them has no budget."""
    year = month.financial_year
    this = file.read(budget.year_lines, year)
    last = file.read(budget.year_lines, year.plus(-1))
    if this is None or last is None:
        return None
    return YearChange(last, this, changed(last, this))


def changed(last: YearLines, this: YearLines) -> list[ChangeRow]:
    """Return the lines of two years, matched by name: this year's first, then those gone."""
    before = {_key(line): line for line in last.lines}
    found = [_row(before.pop(_key(line), None), line, this.practices) for line in this.lines]
    return [*found, *(_row(line, None, this.practices) for line in before.values())]


def _key(line: YearLine) -> str:
    return " ".join(line.line.name.casefold().split())


def _row(last: YearLine | None, this: YearLine | None, names: Mapping[str, str]) -> ChangeRow:
    line = next(each.line for each in (this, last) if each is not None)
    is_known = all(each is None or each.whole is not None for each in (last, this))
    state = UNKNOWN if not is_known else NEW if last is None else GONE if this is None else ""
    practices = _practices(last, this, names) if is_known else []
    return ChangeRow(
        line.id,
        line.name,
        state,
        last.whole.pence if last and last.whole else None,
        this.whole.pence if this and this.whole else None,
        together([each.split for each in practices]) if is_known else None,
        WEIGHTING_WORDS[line.weighted_by],
        [each for each in practices if each.code != WHOLE],
        last.source if last else "",
        this.source if this else "",
    )


def _practices(
    last: YearLine | None, this: YearLine | None, names: Mapping[str, str]
) -> list[PracticeChange]:
    before, after = _portions(last, this), _portions(this, last)
    line = next(each.line for each in (this, last) if each is not None)
    return [
        PracticeChange(
            at,
            line.name,
            code,
            names.get(code) or code or ONE_SUM,
            _pence(before.get(code)),
            _pence(after.get(code)),
            split(before.get(code), after.get(code)),
        )
        for at, code in enumerate(sorted({*before, *after}))
    ]


def _portions(of: YearLine | None, other: YearLine | None) -> Mapping[str, Portion]:
    """Return a line's portions: by practice where the other year's are too, else as one sum."""
    if of is None or of.portions is None or of.whole is None:
        return {}
    is_apart = WHOLE not in of.portions and (other is None or WHOLE not in (other.portions or {}))
    return of.portions if is_apart else {WHOLE: of.whole}


def _pence(portion: Portion | None) -> int | None:
    return portion.pence if portion else None


def _whole(portions: Iterable[Portion | None]) -> int | None:
    total = 0
    for portion in portions:
        if portion is None:
            return None
        total += portion.pence
    return total
