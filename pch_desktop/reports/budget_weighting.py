"""A list weighted by the file's own coefficients, set out for reading."""

from __future__ import annotations

from dataclasses import dataclass

from pch_desktop.domain.population import Sex
from pch_desktop.reports.table import Column, Kind, Total, Value
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store.budget import WeightBandRow, WeightingRow, WeightingValueRow

CAUTION = (
    "These coefficients are your own. The official Carr-Hill table is not in the program: "
    "prefer an imported weighted list, and say so wherever this one is used."
)


def workload(row: WeightBandRow) -> Value:
    """Return the work a band makes: its people times their weight."""
    return None if row.people is None else row.people * row.weight


BANDS: tuple[Column[WeightBandRow], ...] = (
    Column("sex", "Sex", lambda row: shown(row.sex.value), Kind.WORD, words=listed(Sex), width=10),
    Column("age_from", "Age from", lambda row: row.age_from, Kind.COUNT, width=9),
    Column("age_to", "Age to", lambda row: row.age_to, Kind.COUNT, width=9,
           help="The last year of age; 130 is no end."),
    Column("weight", "Weight", lambda row: row.weight, Kind.INDEX, width=10,
           help="How much work one of them makes."),
    Column("people", "People", lambda row: row.people, Kind.COUNT, Total.SUM, width=10,
           help="On the lists by age and sex that serve 1 April."),
    Column("workload", "Workload", workload, Kind.NUMBER, Total.SUM, width=12,
           formula="{people}*{weight}", help="People times weight."),
    Column("source", "Source", lambda row: row.source, width=30),
)  # fmt: skip

VALUES: tuple[Column[WeightingValueRow], ...] = (
    Column("words", "Value", lambda row: row.words, width=34),
    Column(
        "value",
        "Is",
        lambda row: row.value,
        Kind.INDEX,
        width=10,
        help="From 1 April on; an index left blank is left out.",
    ),
    Column("valid_from", "From", lambda row: row.valid_from, Kind.DATE, width=12),
    Column("source", "Source", lambda row: row.source, width=30),
)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One step of the weighting."""

    id: int
    key: str
    name: str
    value: Value
    kind: Kind
    words: str


RESULTS: tuple[Column[ResultRow], ...] = (
    Column("name", "Step", lambda row: row.name, width=32),
    Column("value", "Comes to", lambda row: written(row.value, row.kind) or None, width=14),
    Column("words", "How", lambda row: row.words, width=60),
)


def result_rows(found: WeightingRow) -> list[ResultRow]:
    """Return the steps from the list to its weighted people."""
    result = found.result
    indices = " × ".join(
        written(row.value, Kind.INDEX) for row in found.values[1:] if row.value is not None
    )
    on = f" of {written(found.taken_on, Kind.DATE)}" if found.taken_on else ""
    steps = (
        ("list_size", "List", result.registered if result else None, Kind.COUNT,
         f"Everybody on the lists by age and sex{on}."),
        ("raw_workload", "Raw workload", result.raw_workload if result else None, Kind.NUMBER,
         "People × weight, band by band."),
        ("age_sex_index", "Index of age and sex", result.age_sex_index if result else None,
         Kind.INDEX, "Raw workload ÷ list ÷ the nation's raw workload a head."),
        ("weighted_people", "Weighted people", result.weighted_people if result else None,
         Kind.COUNT, f"List × index of age and sex{' × ' + indices if indices else ''}."),
        ("over_list", "For each on the list", result.over_list if result else None, Kind.INDEX,
         "Weighted people ÷ list."),
    )  # fmt: skip
    return [ResultRow(number, *step) for number, step in enumerate(steps, start=1)]


def weighting_finding(found: WeightingRow) -> str:
    """Return the sentence on what the list comes to, or on what is missing for it."""
    if not found.bands:
        return "No weight has been put in for any band of age and sex."
    if found.taken_on is None:
        return "No list by age and sex has been brought in."
    if found.unweighted > 0:
        return f"{plural(found.unweighted, 'person', 'people')} of the list stand in no band yet."
    if found.result is None:
        return "Enter the national raw workload a head."
    weighted = written(found.result.weighted_people, Kind.COUNT)
    return f"{found.result.registered:,} people count as {weighted} by these coefficients."
