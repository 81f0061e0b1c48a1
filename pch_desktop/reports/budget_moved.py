"""The double-payment register, set out for reading: three sides of each moved service."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import budget
from pch_desktop.store.budget import moved
from pch_desktop.store.budget.moved import MovedRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TITLE = "Double payment"
NOTES = (
    "Plain figures are gained or freed; (brackets): a service costs more than it frees.",
    "Commissioner: tariff moved, paid twice, released. Locality: community cost, net benefit, "
    "one-off cost, pay-back. Losing provider: income lost, can shed, stranded.",
    "No saving is counted in the budget until the commissioner has agreed to it.",
)
COMMISSIONER, LOCALITY = "Commissioner £", "Locality £"
PROVIDER, COUNTING = "Losing provider £", "In the budget £"

MOVED: tuple[Column[MovedRow], ...] = (
    Column("name", "Moved service", lambda row: row.name, width=24),
    Column("contacts", "Contacts", lambda row: row.moved.contacts, Kind.COUNT, Total.SUM, width=8,
           help="How many contacts a year left the hospital."),
    Column("price", "Hospital price £", lambda row: row.moved.price_pence, Kind.MONEY, width=8,
           help="What the hospital was paid for each."),
    Column("still_paid", "Still paid", lambda row: row.moved.still_paid_share, Kind.SHARE, width=8,
           help="Of the tariff, paid all the same: by a block, a marginal rate, a notice period."),
    Column("gross", "Tariff moved", lambda row: row.moved.gross_pence, Kind.MONEY, Total.SUM,
           COMMISSIONER, formula="{contacts}*{price}", width=9,
           help="Contacts × hospital price."),
    Column("double", "Paid twice", lambda row: row.moved.double_pence, Kind.MONEY, Total.SUM,
           COMMISSIONER, formula="ROUND({gross}*{still_paid},2)", width=9,
           help="Tariff moved × still paid: paid to the hospital though the service went."),
    Column("released", "Released", lambda row: row.moved.released_pence, Kind.MONEY, Total.SUM,
           COMMISSIONER, formula="{gross}-{double}", width=9,
           help="Tariff moved less what is paid twice."),
    Column("community", "Community cost", lambda row: row.moved.community_cost_pence, Kind.MONEY,
           Total.SUM, LOCALITY, width=9, help="What the service costs a year where it is now."),
    Column("benefit", "Net benefit", lambda row: row.moved.benefit_pence, Kind.MONEY, Total.SUM,
           LOCALITY, formula="{released}-{community}", width=9,
           help="Released less community cost, each year."),
    Column("one_off", "One-off cost", lambda row: row.moved.one_off_cost_pence, Kind.MONEY,
           Total.SUM, LOCALITY, width=9, help="Paid once, to begin with."),
    Column("payback", "Pay-back months", lambda row: row.moved.payback_months, Kind.NUMBER,
           band=LOCALITY, formula="IF({one_off}=0,0,{one_off}*12/{benefit})", width=9,
           help="One-off cost × 12 ÷ net benefit; blank where it never pays back."),
    Column("lost", "Income lost", lambda row: row.moved.lost_pence, Kind.MONEY, Total.SUM,
           PROVIDER, formula="{released}", width=9,
           help="What the hospital is not paid any more: what is released."),
    Column("sheds", "Can shed", lambda row: row.moved.sheds_pence, Kind.MONEY, Total.SUM,
           PROVIDER, width=9, help="The cost the hospital no longer has."),
    Column("stranded", "Stranded", lambda row: row.moved.stranded_pence, Kind.MONEY, Total.SUM,
           PROVIDER, formula="{lost}-{sheds}", width=9,
           help="Income lost less what it can shed: the cost it is left with."),
    Column("rating", "Paid twice?", lambda row: row.rating.value if row.rating else None,
           Kind.RATING, width=10,
           help="Green: nothing. Amber: agreed until a day to come. Red: not agreed, or past it."),
    Column("is_agreed", "Agreed", lambda row: row.is_agreed, Kind.YES, width=7,
           help="Whether the commissioner has agreed that it is a saving."),
    Column("counted", "Counted", lambda row: row.counted_pence or 0, Kind.MONEY, Total.SUM,
           COUNTING, width=9, help="The saving that is part of the budget."),
    Column("uncounted", "Not counted", lambda row: row.uncounted_pence, Kind.MONEY, Total.SUM,
           COUNTING, formula="{benefit}-{counted}", width=9,
           help="Net benefit that is not part of the budget."),
    Column("provider", "Losing provider", lambda row: row.provider, width=22, prints=False),
    Column("from_line", "Leaves line", lambda row: row.from_line, width=24, prints=False,
           help="The budget line the tariff leaves."),
    Column("to_line", "Paid now by line", lambda row: row.to_line, width=24, prints=False,
           help="The budget line that pays for the service now."),
    Column("agreed_on", "Agreed on", lambda row: row.agreed_on, Kind.DATE, width=11,
           prints=False),
    Column("until", "Agreed until", lambda row: row.transitional_until, Kind.DATE, width=11,
           help="The last day on which paying twice is agreed."),
    Column("service", "In the catalogue", lambda row: row.service, width=22, prints=False),
    Column("minute", "Minute", lambda row: row.minute_reference, width=14, prints=False),
    Column("note", "Note", lambda row: row.note, width=30, prints=False),
)  # fmt: skip


def double_payment(file: Reads, month: Month) -> Table[MovedRow]:
    """Return the register of a month's year, as it stands at the month's end."""
    rows = file.read(moved.moved_services, month)
    year = file.read(budget.budget_year, month.financial_year)
    subtitle = f"£ a year, {month.financial_year}, as at {written(month.last, Kind.DATE)}."
    notes = (finding(rows), *NOTES)
    return Table(TITLE, MOVED, rows, subtitle, notes=notes, marking=marking(year))


def finding(rows: Sequence[MovedRow]) -> str:
    """Return what is paid twice, how much of it nobody agreed, and what counts, in a sentence."""
    if not rows:
        return "No service has been written down as moved out of hospital."
    twice, benefit = _sum(row.moved.double_pence for row in rows), counted_words(rows)
    unknown = sum(row.moved.double_pence is None for row in rows)
    more = f", and of {plural(unknown, 'service')} it is not known" if unknown else ""
    if not twice:
        said = "Nothing is known to be paid twice" if unknown else "Nothing is paid twice"
        return f"{said}{more}. {benefit}"
    red = _sum(row.moved.double_pence for row in rows if row.rating is Rating.RED)
    part = "all" if red == twice else _pounds(red)
    agreed = f"{part} of it without agreement" if red else "as was agreed"
    verb = f"{written(twice, Kind.MONEY)} a year is paid twice, {agreed}{more}"
    return f"{verb}. {benefit}"


def counted_words(rows: Sequence[MovedRow]) -> str:
    """Return how much of the net benefit is in the budget and how much is not."""
    counted = written(_sum(row.counted_pence for row in rows), Kind.MONEY)
    left = written(_sum(row.uncounted_pence for row in rows), Kind.MONEY)
    return f"Of the net benefit {counted} is counted in the budget and {left} is not."


def _sum(amounts: Iterable[int | None]) -> int:
    return sum(amount or 0 for amount in amounts)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a moved service: who it is, and its figures with the formula of each."""

    title: str
    facts: tuple[tuple[str, str], ...]


def sides(row: MovedRow) -> tuple[Side, Side, Side]:
    """Return commissioner, locality and losing provider side by side, in words and figures.

    What is not known is an empty text.
    """
    moved_ = row.moved
    gross, double, released = moved_.gross_pence, moved_.double_pence, moved_.released_pence
    share, price = written(moved_.still_paid_share, Kind.SHARE), moved_.price_pence
    contacts = written(moved_.contacts, Kind.COUNT)
    commissioner = (
        ("Tariff moved", _shown(gross, f"{contacts} contacts × {_pounds(price)}")),
        ("Paid twice", _shown(double, f"{_pounds(gross)} × {share} still paid")),
        ("Released", _shown(released, f"{_pounds(gross)} − {_pounds(double)}")),
    )
    cost, benefit = moved_.community_cost_pence, moved_.benefit_pence
    locality = (
        ("Community cost", _pounds(cost)),
        ("Net benefit", _shown(benefit, f"{_pounds(released)} − {_pounds(cost)}, each year")),
        ("One-off cost", _pounds(moved_.one_off_cost_pence)),
        ("Pay-back", _payback(row)),
    )
    lost, sheds = moved_.lost_pence, moved_.sheds_pence
    provider = (
        ("Income lost", _shown(lost, "what is released")),
        ("Can shed", _pounds(sheds)),
        ("Stranded", _shown(moved_.stranded_pence, f"{_pounds(lost)} − {_pounds(sheds)}")),
    )
    return (
        Side("Commissioner", commissioner),
        Side("Locality", locality),
        Side(row.provider or "Losing provider", provider),
    )


def counting(row: MovedRow) -> str:
    """Return whether a moved service's saving is in the budget, and why not, in a sentence."""
    if row.is_counted:
        return f"{_pounds(row.counted_pence)} is counted in the budget."
    if not row.is_agreed:
        return "Not counted: the commissioner has not agreed."
    return "Agreed, and not counted yet."


def _payback(row: MovedRow) -> str:
    months, one_off = row.moved.payback_months, row.moved.one_off_cost_pence
    benefit = row.moved.benefit_pence
    if not one_off or months is None:
        is_never = bool(one_off) and benefit is not None
        return "Never: there is no benefit" if is_never else "None to pay back" * (one_off == 0)
    said = f"{written(months, Kind.NUMBER)} months"
    return f"{said} = {_pounds(one_off)} × 12 ÷ {_pounds(benefit)}"


def _shown(pence: int | None, formula: str) -> str:
    return "" if pence is None else f"{_pounds(pence)} = {formula}"


def _pounds(pence: int | None) -> str:
    return written(pence, Kind.MONEY)
