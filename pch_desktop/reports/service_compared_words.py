"""What is said of practices beside each other: from, to and the middle, and no names by rank."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports.service_compared import PracticeRow, medians
from pch_desktop.reports.service_compared_measures import Measure


def measure_finding(rows: Sequence[PracticeRow], measure: Measure) -> str:
    """Return the sentence on how far apart practices are: from, to, and the middle; no names."""
    known = [value for row in rows if (value := row.values[measure.key]) is not None]
    middle = medians(rows).get(measure.key)
    if not known or middle is None:
        return f"{measure.title}: not known for any practice"
    least, most, between = (measure.words(each) for each in (min(known), max(known), middle))
    unknown = len(rows) - len(known)
    more = f"; not known for {unknown} of {len(rows)}" if unknown else ""
    return f"{measure.title}: from {least} to {most}, the median {between}{more}"


def measure_alt_text(rows: Sequence[PracticeRow], measure: Measure) -> str:
    """Return the finding and its numbers, for those who do not see the bars."""
    numbers = "; ".join(
        f"{row.name} {measure.words(row.values[measure.key]) or 'not known'}" for row in rows
    )
    said = measure_finding(rows, measure)
    return f"Bars of practices by name, with the median. {said}. {numbers}."[:400]
