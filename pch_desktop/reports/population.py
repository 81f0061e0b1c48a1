"""The population, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import (
    WEIGHTING_WORDS,
    GroupKind,
    PracticeStatus,
    TransferKind,
    need_index,
    need_index_against,
    size_note,
)
from pch_desktop.reports import trends
from pch_desktop.reports.statement import Finding, Statement, Weight, with_rows
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table, Total, summed
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import locality, population
from pch_desktop.store.locality import ControlRow
from pch_desktop.store.population import (
    GroupRow,
    PracticeRow,
    SiteRow,
    TransferRow,
    WeightRow,
)

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


INDEX_FORMULA = 'IF({registered}=0,"",{weighted}/{registered})'


PRACTICES: tuple[Column[PracticeRow], ...] = (
    Column("code", "ODS code", lambda row: row.code, width=10),
    Column("name", "Practice", lambda row: row.name, width=30),
    Column("list_size", "Registered list", lambda row: row.list_size, Kind.COUNT, Total.SUM,
           help="People on the list on the day beside it.", width=11),
    Column("list_on", "Counted on", lambda row: row.list_on, Kind.DATE, width=12),
    Column("old_share", "65 and over", lambda row: row.old_share, Kind.SHARE,
           help="Part of the list aged 65 and over.", width=9),
    Column("year", "Year", lambda row: str(row.year) if row.year else None, width=8,
           help="The financial year the next two columns are of."),
    Column("registered", "Average list", lambda row: row.registered, Kind.COUNT, Total.SUM,
           help="The list the year's payments were made for.", width=11),
    Column("weighted", "Weighted list", lambda row: row.weighted, Kind.COUNT, Total.SUM,
           help="The list weighted for need by the Carr-Hill formula.", width=11),
    Column("need_index", "Need index", lambda row: row.need_index, Kind.INDEX, Total.RATIO,
           ratio=("weighted", "registered"), formula=INDEX_FORMULA,
           help="Weighted people for each registered one; 1 is the national average.", width=9),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(PracticeStatus), width=10),
    Column("groups", "Groups", lambda row: row.groups, width=28),
    Column("operator", "Operated by", lambda row: row.operator, width=18,
           prints=False),
    Column("closed_on", "Closed", lambda row: row.closed_on, Kind.DATE, width=11, prints=False),
)  # fmt: skip

GROUPS: tuple[Column[GroupRow], ...] = (
    Column("name", "Group", lambda row: row.name, width=32),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD,
           words=listed(GroupKind), width=12),
    Column("members", "Practices", lambda row: row.members, width=44,
           help="ODS codes with commas between."),
    Column("list_size", "Registered list", lambda row: row.list_size, Kind.COUNT, width=12),
    Column("code", "ODS code", lambda row: row.code, width=10),
)  # fmt: skip

SITES: tuple[Column[SiteRow], ...] = (
    Column("name", "Site", lambda row: row.name, width=32),
    Column("practice", "Practice", lambda row: row.practice, width=28),
    Column("postcode", "Postcode", lambda row: row.postcode, width=10),
    Column("is_hub", "Hub", lambda row: row.is_hub, Kind.YES, width=6),
    Column("note", "Note", lambda row: row.note, width=40),
)

TRANSFERS: tuple[Column[TransferRow], ...] = (
    Column("moved_on", "Moved on", lambda row: row.moved_on, Kind.DATE),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD,
           words=listed(TransferKind)),
    Column("from_name", "From", lambda row: row.from_name, width=34),
    Column("to_code", "To practice", lambda row: row.to_code),
    Column("people", "People", lambda row: row.people, Kind.COUNT),
    Column("note", "Note", lambda row: row.note, width=44),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NeedRow:
    """The locality's people of a year as weighted for one service."""

    id: int
    weighting: str
    year: FinancialYear
    registered: Decimal | None
    weighted: Decimal | None
    england_index: Decimal | None
    """Against England, where 1 is average."""
    board_index: Decimal | None
    """Against the board whose money is shared out; None where its totals are not known."""
    board: str | None


NEED: tuple[Column[NeedRow], ...] = (
    Column("weighting", "Weighted for", lambda row: row.weighting, width=24),
    Column("year", "Year", lambda row: str(row.year), width=9),
    Column("registered", "Registered", lambda row: row.registered, Kind.COUNT, width=12),
    Column("weighted", "Weighted", lambda row: row.weighted, Kind.COUNT, width=12),
    Column("england_index", "Index against England", lambda row: row.england_index, Kind.INDEX,
           formula=INDEX_FORMULA, width=14),
    Column("board_index", "Index against the board", lambda row: row.board_index, Kind.INDEX,
           help="What shares out the board's allocation; never the one for the other.", width=14),
    Column("board", "Board", lambda row: row.board, width=10),
)  # fmt: skip


def need_rows(weights: Sequence[WeightRow], totals: Sequence[ControlRow]) -> list[NeedRow]:
    """Return the locality's need by year and service, newest year first."""
    keys = sorted({(row.year, row.weighting) for row in weights}, key=lambda key: key[1])
    keys.sort(key=lambda key: key[0], reverse=True)
    found: list[NeedRow] = []
    for number, (year, weighting) in enumerate(keys, start=1):
        rows = [row for row in weights if (row.year, row.weighting) == (year, weighting)]
        registered = _known([row.registered for row in rows])
        weighted = _known([row.weighted for row in rows])
        index = need_index(weighted, registered) if weighted and registered else None
        board, parent = _board_index(totals, year, weighting.value)
        found.append(
            NeedRow(
                number,
                WEIGHTING_WORDS[weighting],
                year,
                registered,
                weighted,
                index,
                need_index_against(index, parent),
                board,
            )
        )
    return found


def need_finding(rows: Sequence[NeedRow]) -> str:
    """Return the sentence on where a year's need is furthest above England's."""
    known = [(row, row.england_index) for row in rows if row.england_index is not None]
    if not known:
        return "No weighted population has been brought in yet."
    most, index = max(known, key=lambda pair: pair[1])
    apart = written(abs(index - 1), Kind.SHARE)
    if index <= 1:
        return f"Need is at or below England's; nearest for {most.weighting}, {apart} below."
    return f"Need is furthest above England's for {most.weighting}, by {apart}."


def _known(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _board_index(
    totals: Sequence[ControlRow], year: FinancialYear, weighting: str
) -> tuple[str | None, Decimal | None]:
    """Return the first board with totals of a year, and its index against England."""
    of_year = [row for row in totals if row.year == year and row.place != "England"]
    for place in sorted({row.place for row in of_year}):
        found = {row.measure: row.value for row in of_year if row.place == place}
        if found.get("registered") and f"weighted {weighting}" in found:
            return place, need_index(found[f"weighted {weighting}"], found["registered"])
    return None, None


def finding(rows: Sequence[PracticeRow]) -> str:
    """Return the sentence on how many people there are, and whether that is usual."""
    column = next(column for column in PRACTICES if column.key == "list_size")
    known = [row for row in rows if row.list_size is not None]
    if known:
        people = int(summed(column, known).amount)
        counted = "registered"
    else:
        known = [row for row in rows if row.registered is not None]
        people = int(sum((row.registered or Decimal(0) for row in known), Decimal(0)))
        counted = f"registered in {known[0].year}" if known else ""
    if not known:
        return "No list has been brought in yet."
    sentence = f"{people:,} people {counted} with {plural(len(known), 'practice')}"
    note = size_note(people)
    return f"{sentence}; {note.split(': ', 1)[1]}" if note else f"{sentence}."


def registered(rows: Sequence[PracticeRow]) -> tuple[int | None, bool]:
    """Return the locality's people, and whether a practice's list is missing from them.

    Lists counted on a day come first; the year's average lists stand in where
    there are none.
    """
    open_rows = [row for row in rows if row.status is not PracticeStatus.CLOSED]
    lists = [row.list_size for row in open_rows]
    if not any(size is not None for size in lists):
        lists = [None if row.registered is None else int(row.registered) for row in rows]
    known = [size for size in lists if size is not None]
    return (sum(known) if known else None), len(known) < len(lists)


def practices(file: Reads, month: Month) -> Table[PracticeRow]:
    """Return the practices with the lists that serve a month."""
    rows = file.read(population.practices, month)
    known = [row for row in rows if row.list_size is not None or row.registered is not None]
    charts: tuple[Chart, ...] = ()
    if known:
        key = "list_size" if any(row.list_size is not None for row in rows) else "registered"
        numbers = "; ".join(
            f"{row.name} {written(getattr(row, key), Kind.COUNT) or 'not known'}"
            for row in known[:8]
        )
        alt_text = f"Bars of the list of each practice. {finding(rows)} {numbers}."[:400]
        charts = (Chart(Shape.BARS, "name", (key,), finding(rows), alt_text),)
    notes = ("A blank is not known. Lists counted on a day and average lists of a year differ.",)
    subtitle = f"People. Lists that serve {month.words}; the day or year of each is beside it."
    return Table("Population", PRACTICES, rows, subtitle, charts, notes)


def need(file: Reads, _month: Month) -> Table[NeedRow]:
    """Return the locality's weighted populations."""
    rows = need_rows(file.read(population.weights), file.read(locality.control_totals))
    notes = (
        "Index against England: weighted people for each registered one.",
        "Index against the board: the same, divided by the board's. It shares out its money.",
    )
    return Table("Need", NEED, rows, "People, by what they are weighted for.", (), notes)


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    return with_rows(practices(file, month), trends.people(file, month), need(file, month))


def _findings(file: Reads, month: Month) -> list[Finding]:
    rows = file.read(population.practices, month)
    people, _ = registered(rows)
    found: list[Finding] = []
    if people is not None and (note := size_note(people)):
        found.append(Finding("population", "The population is outside the usual range", note,
                             Weight.NOTE, "See lists"))  # fmt: skip
    blank = [row for row in rows if row.list_size is None and row.registered is None]
    if blank:
        title = f"{plural(len(blank), 'practice')} without a list"
        found.append(Finding("population", title, blank[0].name, Weight.LATE, "Enter", blank[0].id))
    return found


STATEMENT = Statement(20, "Population", _tables, _findings)
