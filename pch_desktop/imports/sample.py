"""The invented locality to try things on: Marsh Valley."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from pch_desktop.discovery import resource
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.starter import Row, Sheet, Starter
from pch_desktop.imports import starters

WIDE = ("lists", "weights", "actuals", "ledger")
"""The files with a column for each age band, service or month, and entries that go with them."""
NO_END = 130
"""The last year of age of the band that has no end."""
YEAR_WRITTEN = 7
"""A line is told with its year before its name: 2016/17 Prescribing."""


def sample() -> Starter:
    """Return the sample locality with everything in it."""
    folder = resource("sample")
    tables = sorted(path for path in folder.glob("*.csv") if path.stem not in WIDE)
    return starters.built(
        folder / "sample.toml",
        (
            *(Sheet(path.stem, tuple(_rows(path))) for path in tables),
            Sheet("list_snapshot", tuple(_lists(folder / "lists.csv"))),
            Sheet("weighted_population", tuple(_weights(folder / "weights.csv"))),
            Sheet("actual", (*_actuals(folder / "actuals.csv"), *_rows(folder / "ledger.csv"))),
        ),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _lists(path: Path) -> Iterator[Row]:
    """Yield each band of each list, and both sexes of all ages together."""
    everyone: dict[tuple[str, str], int] = {}
    for row in _rows(path):
        practice, day, sex = row.pop("practice"), row.pop("taken_on"), row.pop("sex")
        place: Row = {"practice": practice, "taken_on": day, "source": "Invented sample"}
        for band, people in row.items():
            youngest, _, oldest = band.removesuffix("+").partition("-")
            ages = {"age_from": int(youngest), "age_to": int(oldest or NO_END)}
            yield {**place, "sex": sex, **ages, "people": int(people)}
        everyone[practice, day] = everyone.get((practice, day), 0) + sum(map(int, row.values()))
    for (practice, day), people in everyone.items():
        yield {"practice": practice, "taken_on": day, "people": people, "source": "Invented sample"}


def _weights(path: Path) -> Iterator[Row]:
    for row in _rows(path):
        place = {key: row.pop(key) for key in ("practice", "year", "registered")}
        for weighting, weighted in row.items():
            source = "Invented sample"
            yield {**place, "weighting": weighting, "weighted": weighted, "source": source}


def _actuals(path: Path) -> Iterator[Row]:
    """Yield what each line cost in each month; an estimate is provisional."""
    for row in _rows(path):
        place = {key: row.pop(key) for key in ("line", "basis", "partner")}
        months = FinancialYear.read(place["line"][:YEAR_WRITTEN]).months
        is_estimate = place["basis"] == "estimate"
        for month, pence in zip(months, row.values(), strict=True):
            if pence:
                spent: Row = {"month": str(month), "amount_pence": pence}
                yield {**place, **spent, "is_provisional": is_estimate}
