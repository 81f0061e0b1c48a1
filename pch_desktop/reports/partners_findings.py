"""What is to be done about agreements: what ends, waits for notice, signatures, a review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pch_desktop.domain.partners import AgreementStatus
from pch_desktop.reports.partners_agreed import ENDED, NOTICE_WITHIN, EndRow, ends
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.partners import AgreementRow

ENDS_VIEW = "What ends"


def agreed_findings(rows: Sequence[AgreementRow], on: date) -> list[Finding]:
    """Return what is to be done about agreements on a day, what ends first.

    What ends within 30 days and is worth money weighs most. An agreement in the
    register of agreements is told by a number below nought.
    """
    soon = ends(rows, on)
    known = {row.id for row in soon}
    found = [each for row in soon for each in _ending(row)]
    found += [each for row in rows for each in _signing(row)]
    found += [
        _of(row, f"Review of {row.title} was due on {written(row.review_on, Kind.DATE)}", "Review")
        for row in rows
        if row.id not in known and row.is_in_force
        if row.review_on is not None and row.review_on <= on
    ]
    return found


def _ending(row: EndRow) -> Iterator[Finding]:
    day = written(row.ends_on, Kind.DATE)
    if row.within == ENDED:
        yield _end(row, f"{row.title} ended on {day} and is still kept as in force", Weight.LATE,
                   "Renew or close")  # fmt: skip
    elif row.then == "Ends" and row.days_left is not None and row.within.startswith("Within"):
        at_once = row.days_left <= NOTICE_WITHIN and row.value_pence is not None
        weight = Weight.MONEY if at_once else Weight.LATE
        yield _end(row, f"{row.title} ends on {day}", weight, "Review")
    if row.notice_left is not None and 0 <= row.notice_left <= NOTICE_WITHIN:
        told = written(row.last_notice_on, Kind.DATE)
        weight = Weight.LATE if row.then == "Renews itself" else Weight.NOTE
        title = f"{told} is the last day to give notice of {row.title}"
        yield _end(row, title, weight, "Decide")


def _signing(row: AgreementRow) -> Iterator[Finding]:
    short = row.signed_count < row.needed_count
    told = f"{row.title}: signed by {row.signed_count} of {row.needed_count}"
    if row.status is AgreementStatus.OUT:
        yield (
            _of(row, told, "Chase")
            if short
            else _of(row, f"{told}, not in force yet", "Put in force")
        )
    elif row.is_in_force and short and row.signed_count:
        yield _of(row, f"{told}, though it is in force", "Chase")


def _end(row: EndRow, title: str, weight: Weight, verb: str) -> Finding:
    return Finding("partners", title, row.parties, weight, verb, row.id, ENDS_VIEW, "ends_on")


def _of(row: AgreementRow, title: str, verb: str) -> Finding:
    return Finding("partners", title, row.parties, Weight.NOTE, verb, -row.id)
