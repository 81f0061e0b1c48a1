"""What has to be answered before a sheet can be planned: its year, its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.matching import MONTH_KEY
from pch_desktop.imports.own_fields import BY_MONTH, OwnKind
from pch_desktop.imports.own_months import needs_year
from pch_desktop.imports.own_sheeted import Sheeted, ask_about_dates


class WhichYear(Refusal):
    """Months whose year is not said."""


def ask(sheeted: Sheeted, year: FinancialYear | None) -> None:
    """Ask what cannot be known from the sheet.

    Raises:
        Refusal: the year of its months, the order of its dates, or the columns it needs.
    """
    open_months = [each for each in sheeted.table.headings if needs_year(each)]
    if sheeted.kind in BY_MONTH and year is None and open_months:
        raise WhichYear(f"Say which financial year “{open_months[0]}” is in, such as 2016/17.")
    found = {"months" if key.startswith(MONTH_KEY) else key for key in _keys(sheeted)}
    for wanted, sentence in WANTED[sheeted.kind]:
        if not found & wanted:
            raise Refusal(f"{sentence} Choose it among the headings: {_headings(sheeted)}.")
    ask_about_dates(sheeted)


WANTED: Mapping[OwnKind, Sequence[tuple[frozenset[str], str]]] = {
    OwnKind.PARTNERS: [(frozenset({"name"}), "No column holds the partners' names.")],
    OwnKind.POSTS: [(frozenset({"title", "role"}), "No column holds the job titles.")],
    OwnKind.PEOPLE: [
        (frozenset({"person", "surname", "forename"}), "No column holds the people's names."),
        (frozenset({"title", "role"}), "No column holds the job titles."),
    ],
    OwnKind.LINES: [(frozenset({"name", "code"}), "No column holds the lines' names.")],
    OwnKind.ACTUALS: [
        (frozenset({"name", "code"}), "No column holds the lines' names."),
        (frozenset({"months", "amount"}), "No column holds a month's amounts."),
    ],
    OwnKind.LEDGER: [
        (frozenset({"name", "code"}), "No column holds the account, the cost centre or the line."),
        (frozenset({"month"}), "No column holds the period or the date."),
        (frozenset({"amount", "debit", "credit"}), "No column holds the amount."),
    ],
    OwnKind.MONITORING: [
        (frozenset({"name", "code"}), "No column holds the point of delivery or the line."),
        (frozenset({"months", "amount"}), "No column holds the actual cost."),
    ],
    OwnKind.PRESCRIBING: [
        (frozenset({"practice", "practice_code"}), "No column holds the practice."),
        (frozenset({"months", "month"}), "No column holds the month."),
        (frozenset({"months", "amount", "nic"}), "No column holds the actual cost."),
    ],
}
"""What a sheet of a kind cannot do without, and how to ask for it."""


def _keys(sheeted: Sheeted) -> list[str]:
    return [each.field for each in sheeted.matches if each.field]


def _headings(sheeted: Sheeted) -> str:
    filled = [f"“{each.heading}”" for each in sheeted.matches if each.heading]
    return ", ".join(filled[:8]) + (" and others" if len(filled) > 8 else "")
