"""The tables of the load between practices: who is seen where, and what is charged for it."""

from __future__ import annotations

from pch_desktop.reports.service_load_rows import Load, LoadRow
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural

PATIENTS: Column[LoadRow] = Column("name", "Patients of", lambda row: row.name, width=26)
ENDS: tuple[Column[LoadRow], ...] = (
    Column("everywhere", "All", lambda row: row.everywhere, Kind.COUNT, Total.SUM, width=8,
           holds=Holds.PEOPLE,
           help="Seen in all, wherever that was."),
    Column("elsewhere", "Elsewhere", lambda row: row.elsewhere, Kind.COUNT, Total.SUM, width=9,
           holds=Holds.PEOPLE,
           absent=lambda row: row.id == 0, help="Seen at another place than their own practice."),
    Column("elsewhere_share", "Share", lambda row: row.elsewhere_share, Kind.SHARE, Total.RATIO,
           holds=Holds.PEOPLE,
           ratio=("elsewhere", "everywhere"), formula="{elsewhere}/{everywhere}", width=7,
           help="Seen elsewhere, of all."),
    Column("registered", "List", lambda row: row.registered, Kind.COUNT, Total.SUM, width=8,
           absent=lambda row: row.id == 0, help="People on the practice's list."),
    Column("per_thousand", "Per 1,000", lambda row: row.per_thousand, Kind.NUMBER,
           holds=Holds.PEOPLE,
           formula="{everywhere}/{registered}*1000", width=9,
           help="Seen for each 1,000 people on the list."),
)  # fmt: skip
RECHARGES: tuple[Column[LoadRow], ...] = (
    Column("name", "Practice", lambda row: row.name, width=28),
    Column("sent", "Own seen elsewhere", lambda row: row.elsewhere, Kind.COUNT, Total.SUM,
           width=12, holds=Holds.PEOPLE, help="Its patients seen at another place than itself."),
    Column("received", "Others' seen here", lambda row: row.received, Kind.COUNT, Total.SUM,
           width=12, holds=Holds.PEOPLE, help="Patients of other practices seen at it."),
    Column("pays", "Pays £", lambda row: row.recharge.pays_pence, Kind.EXACT, Total.SUM,
           holds=Holds.PEOPLE, width=12,
           help="Its patients seen at other practices, at each service's price."),
    Column("receives", "Is paid £", lambda row: row.recharge.receives_pence, Kind.EXACT, Total.SUM,
           holds=Holds.PEOPLE,
           width=12, help="Other practices' patients seen at it, at each service's price."),
    Column("net", "Net £", lambda row: row.recharge.net_pence, Kind.EXACT, Total.SUM,
           holds=Holds.PEOPLE,
           formula="{receives}-{pays}", width=12,
           help="What is left to it; brackets where it owes. All nets add up to nought."),
)  # fmt: skip
"""The columns of what practices owe each other."""


def matrix(found: Load, longest: int = 60) -> tuple[Column[LoadRow], ...]:
    """Return the columns of who is seen where: one for each place.

    Args:
        longest: how many letters of a place's name there is room for.
    """
    places = tuple(_place(at, name, longest) for at, name in enumerate(found.places))
    return (PATIENTS, *places, *ENDS)


def _place(at: int, name: str, longest: int) -> Column[LoadRow]:
    title = name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
    return Column(f"place_{at}", title, lambda row: row.seen[at], Kind.COUNT, Total.SUM, "Seen at",
                  holds=Holds.PEOPLE,
                  absent=lambda row: row.seen[at] is None, width=9,
                  help=f"Seen at {name}.")  # fmt: skip


def notes(found: Load) -> tuple[str, ...]:
    """Return what must be read with the load: what is not in it, and how charges are made."""
    said = [
        "Each contact of a patient seen at another practice is charged to the patient's own at "
        "the service's price. What all practices owe and are owed adds up to nought."
    ]
    if found.unpriced:
        people = plural(found.unpriced, "person", "people")
        said.append(f"{people} seen at another practice by services without a price: not charged.")
    if found.unplaced:
        people = plural(found.unplaced, "person", "people")
        said.append(f"{people} seen at a place that is not known: not charged, and “Elsewhere” of "
                    "their practices is not known.")  # fmt: skip
    if found.untold:
        parts = plural(found.untold, "part")
        said.append(f"Without {parts} that {'does' if found.untold == 1 else 'do'} not say how "
                    "many were seen.")  # fmt: skip
    return tuple(said)


def load_table(found: Load, words: str) -> Table[LoadRow]:
    """Return who is seen where, as it prints."""
    return Table("Load between practices", matrix(found), found.rows, words, notes=notes(found))


def charged(found: Load) -> list[LoadRow]:
    """Return the practices that are charged or paid, or whose patients are seen elsewhere."""
    return [
        row for row in found.rows
        if row.id and (row.elsewhere or row.received or row.recharge.pays_pence)
    ]  # fmt: skip


def recharge_table(found: Load, words: str) -> Table[LoadRow]:
    """Return what practices owe each other, as it prints."""
    rows = charged(found)
    if not any(row.recharge.pays_pence for row in rows):
        rows = []
    return Table("Recharge", RECHARGES, rows, words, notes=notes(found))
