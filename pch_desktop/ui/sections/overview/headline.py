"""The tiles: the four defining features of a Primary Care Home, and the partners."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from pch_desktop.domain.population import USUAL_LEAST, USUAL_MOST
from pch_desktop.reports.judged import JUDGED
from pch_desktop.reports.overview import NOT_MEASURED, STANDING, MeasureRow
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import THOUSAND, brief, written
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.overview.facts import Facts
from pch_desktop.ui.sparkline import Trend
from pch_desktop.ui.tiles import Figure

WAYS = {"Green": BETTER, "Amber": NEAR, "Red": WORSE}
POINTS = 12
MOST_VACANT = 5.0
"""Above so many percent a vacancy rate is amber."""
Rows = Mapping[str, MeasureRow]


def figures(facts: Facts) -> list[tuple[MeasureRow, Figure]]:
    """Return the figure of each tile with the measure it is of: three were chosen."""
    rows = {row.key: row for row in facts.measures}
    first, *others = facts.chosen
    return [
        (rows[key], _judged(rows[key], TILES[key](rows, facts)))
        for key in (first, *STANDING, *others)
    ]


def _judged(row: MeasureRow, figure: Figure) -> Figure:
    """Return a figure that says so where somebody judged how it stands."""
    if row.judged is None or row.rating is None:
        return figure
    return replace(figure, standing=Standing(WAYS[row.rating], f"{row.rating}{JUDGED}"))


def _population(rows: Rows, facts: Facts) -> Figure:
    """Return the lists; in their trend, people moved here later count from the first day on."""
    row = rows["registered"]
    people = row.value if isinstance(row.value, int) else None
    days = facts.lists[-POINTS:]
    moved = days[-1].moved_so_far if days else 0
    points = tuple(float(day.without_transfers + moved) for day in days)
    return Figure(
        "Defined population",
        written(row.value, row.kind),
        "registered",
        _size(people, row.rating),
        "30–50,000" if people is not None else "",
        Trend(points, way=WAYS.get(row.rating or "", UNKNOWN)),
        note="No list brought in yet." if people is None else "",
    )


def _size(people: int | None, rating: str | None) -> Standing:
    if people is None:
        return Standing(UNKNOWN, "No list yet")
    if rating is None:
        return Standing(UNKNOWN, "Incomplete")
    if people < USUAL_LEAST:
        return Standing(NEAR, "Below")
    return Standing(NEAR, "Above") if people > USUAL_MOST else Standing(BETTER, "Within")


def _team(rows: Rows, facts: Facts) -> Figure:
    row, vacant = rows["in_post_wte"], rows["vacant_share"]
    way = WAYS.get(row.rating or "", UNKNOWN)
    last = facts.team[-1] if facts.team else None
    known = row.value is not None and last is not None
    points = tuple(float(month.in_post_wte) for month in facts.team)
    return Figure(
        "One integrated team",
        written(row.value, Kind.NUMBER),
        f"of {written(last.funded_wte, Kind.NUMBER)} WTE" if last else "",
        Standing(way, f"Gap {written(last.vacant_wte, Kind.NUMBER)}")
        if known and last
        else Standing(UNKNOWN, "No posts yet"),
        f"{written(vacant.value, Kind.SHARE)} vacant" if known else "",
        Trend(points if known else (), float(last.funded_wte) if known and last else None, way),
        note="" if known else "No post has been added yet.",
    )


def _money(rows: Rows, facts: Facts) -> Figure:
    row, so_far = rows["outturn_variance"], rows["date_variance"]
    pence = row.value if isinstance(row.value, int) else None
    annual = sum(month.budget or 0 for month in facts.path)
    spent = so_far.value if isinstance(so_far.value, int) else None
    way = WAYS.get(row.rating or "", UNKNOWN)
    points = tuple(
        None if month.date_variance is None else month.date_variance / THOUSAND
        for month in facts.path[: facts.month.number]
    )
    return Figure(
        "Shadow budget, year end",
        "" if pence is None else brief(pence),
        f"of {brief(annual)}" if pence is not None else "",
        _standing(pence, way, annual),
        "" if spent is None else f"{brief(spent)} so far",
        Trend(points, 0.0 if any(point is not None for point in points) else None, way),
        is_adverse=pence is not None and pence < 0,
        note="" if pence is not None else _unknown_money(annual),
    )


def _unknown_money(annual: int) -> str:
    return f"A budget of {brief(annual)}." if annual else "No budget has been set yet."


def _standing(pence: int | None, way: str, annual: int) -> Standing:
    if pence is None or way == UNKNOWN:
        return Standing(UNKNOWN, "No actual yet" if annual else "No budget yet")
    if way == BETTER:
        return Standing(BETTER, "On plan")
    return Standing(way, "Over")


def _care(rows: Rows, _facts: Facts) -> Figure:
    services, money = rows["prevention_services"], rows["prevention_money"]
    of_services, of_money = (written(row.value, Kind.SHARE) for row in (services, money))
    return Figure(
        "Care and population health",
        of_services,
        "prevention",
        Standing(UNKNOWN, NOT_MEASURED),
        note=_shares(of_services, of_money),
    )


def _shares(of_services: str, of_money: str) -> str:
    if of_services:
        return f"of services; {of_money} of money" if of_money else "of services"
    return f"{of_money} of money is prevention" if of_money else "Prevention: none marked."


def _partners(rows: Rows, facts: Facts) -> Figure:
    row = rows["partners_signed"]
    ending = row.sentence.split(" ", 1)[0]
    is_soon = row.value is not None and ending != "0"
    standing = Standing(NEAR, f"{ending} ending soon") if is_soon else None
    if row.value is None:
        standing = Standing(UNKNOWN, "No partners yet")
    return Figure(
        "Partners signed",
        written(row.value, row.kind),
        row.against if row.value is not None else "",
        standing,
        trend=Trend(tuple(map(float, facts.partners)) if row.value is not None else ()),
        note=_unsigned(row),
    )


def _unsigned(row: MeasureRow) -> str:
    whole = row.against.removeprefix("of ")
    if not isinstance(row.value, int) or not whole.isdecimal():
        return ""
    left = int(whole) - row.value
    return f"{left} have not signed yet" if left else "All of them have signed."


def _weighted(rows: Rows, _facts: Facts) -> Figure:
    row, people = rows["weighted"], rows["registered"]
    is_known = row.value is not None
    return Figure(
        row.name,
        written(row.value, row.kind),
        f"of {written(people.value, people.kind)} people" if people.value is not None else "",
        Standing(UNKNOWN, row.against if is_known else "Not known yet"),
        note="People weighted for need." if is_known else "No weighted list brought in yet.",
    )


def _vacant(rows: Rows, facts: Facts) -> Figure:
    row = rows["vacant_share"]
    way = WAYS.get(row.rating or "", UNKNOWN)
    shares = [
        float(100 * month.vacant_wte / month.funded_wte) if month.funded_wte else None
        for month in facts.team[-POINTS:]
    ]
    words = {BETTER: "Few vacant", NEAR: "Some vacant", WORSE: "Many vacant"}
    return Figure(
        row.name,
        written(row.value, row.kind),
        "of funded WTE",
        Standing(way, words.get(way, "No posts yet")),
        row.against,
        Trend(tuple(shares) if row.value is not None else (), MOST_VACANT, way),
        note="" if row.value is not None else "No post has been added yet.",
    )


def _so_far(rows: Rows, facts: Facts) -> Figure:
    row = rows["date_variance"]
    pence = row.value if isinstance(row.value, int) else None
    way = WAYS.get(row.rating or "", UNKNOWN)
    points = tuple(
        None if month.date_variance is None else month.date_variance / THOUSAND
        for month in facts.path[: facts.month.number]
    )
    return Figure(
        row.name,
        "" if pence is None else brief(pence),
        "since April",
        _standing(pence, way, 0),
        row.against if pence is not None else "",
        Trend(points, 0.0 if pence is not None else None, way),
        is_adverse=pence is not None and pence < 0,
        note="" if pence is not None else "No actual is known yet.",
    )


def _prevention_money(rows: Rows, _facts: Facts) -> Figure:
    row = rows["prevention_money"]
    note = row.sentence if row.value is not None else "Prevention: none marked."
    return Figure(
        row.name,
        written(row.value, row.kind),
        "of the budget",
        Standing(UNKNOWN, NOT_MEASURED),
        note=note,
    )


TILES: Mapping[str, Callable[[Rows, Facts], Figure]] = {
    "registered": _population,
    "in_post_wte": _team,
    "outturn_variance": _money,
    "prevention_services": _care,
    "partners_signed": _partners,
    "weighted": _weighted,
    "vacant_share": _vacant,
    "date_variance": _so_far,
    "prevention_money": _prevention_money,
}
"""What makes the tile of each measure."""
