"""What a change of a register is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pch_desktop.domain import typed
from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_phases import Right, must_allow, next_phase
from pch_desktop.domain.budget_registers import ComingHome
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.store import budget
from pch_desktop.store.budget import (
    commitments,
    delegation,
    holdings,
    marginal,
    moved_edits,
    outside,
    readiness,
)
from pch_desktop.ui.asking import Ask, Meaning, as_typed, deletion, described, needed, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits

Known = Mapping[str, tuple[str, str, Meaning]]
Adding = Callable[[Mapping[str, Value]], Change]


def _month(value: Value) -> object:
    return typed.month(str(value or ""))


MOVED: Known = {
    "name": ("name", "name", as_typed),
    "contacts": ("contacts_moved", "contacts", as_typed),
    "price": ("hospital_price_pence", "hospital price", as_typed),
    "still_paid": ("still_paid_share", "part still paid", as_typed),
    "community": ("community_cost_pence", "community cost", as_typed),
    "one_off": ("one_off_cost_pence", "one-off cost", as_typed),
    "sheds": ("provider_sheds_pence", "cost it can shed", as_typed),
    "is_agreed": ("is_agreed", "agreement", as_typed),
    "provider": ("provider", "losing provider", as_typed),
    "from_line": ("from_line", "line the tariff leaves", as_typed),
    "to_line": ("to_line", "line that pays now", as_typed),
    "agreed_on": ("agreed_on", "day of agreement", as_typed),
    "until": ("transitional_until", "end of the transition", as_typed),
    "service": ("service", "service", as_typed),
    "minute": ("minute_reference", "minute", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
OUTSIDE: Known = {
    "name": ("name", "name", as_typed),
    "provider": ("provider", "provider", as_typed),
    "line": ("line", "line", as_typed),
    "cost": ("cost_pence", "cost", as_typed),
    "coming_home": ("coming_home", "way home", word(ComingHome)),
    "reason": ("reason", "reason", as_typed),
    "plan": ("plan", "plan", as_typed),
    "review_on": ("review_on", "review", as_typed),
}
LIMITS: Known = {
    "holder": ("holder", "office", as_typed),
    "sector": ("sector", "lines", word(Sector)),
    "from_phase": ("from_phase", "first phase", word(Phase)),
    "limit": ("limit_pence", "limit", as_typed),
    "conditions": ("conditions", "conditions", as_typed),
    "minute": ("minute_reference", "minute", as_typed),
}
COMMITMENTS: Known = {
    "name": ("name", "name", as_typed),
    "line": ("line", "line", as_typed),
    "holder": ("holder", "office", as_typed),
    "amount": ("amount_pence", "amount", as_typed),
    "made_on": ("made_on", "day", as_typed),
    "month": ("month", "month of payment", _month),
    "partner": ("partner", "partner", as_typed),
    "reference": ("reference", "reference", as_typed),
}
STEPS: Known = {
    "words": ("words", "words", as_typed),
    "phase": ("phase", "phase", word(Phase)),
    "owner": ("owner", "owner", as_typed),
    "done_on": ("done_on", "day done", as_typed),
    "evidence": ("evidence", "evidence", as_typed),
}
HOLDINGS: Known = {
    "partner": ("partner", "partner", as_typed),
    "held_from": ("held_from", "first day", as_typed),
    "units": ("units", "units", as_typed),
    "source": ("source", "source", as_typed),
}
MARGINAL: Known = {
    "name": ("name", "name", as_typed),
    "line": ("line", "line", as_typed),
    "baseline": ("baseline_activity", "baseline", as_typed),
    "actual": ("actual_activity", "actual", as_typed),
    "price": ("price_pence", "price", as_typed),
    "rate": ("rate_share", "rate", as_typed),
    "source": ("source", "source", as_typed),
}


@dataclass(frozen=True, slots=True)
class Book:
    """How a register is changed: what its columns mean, and its commands."""

    noun: str
    known: Known
    called: str
    """The column a record is called by."""
    put: Callable[..., None]
    remove: Callable[..., None]
    many: str = ""


BOOKS: Mapping[str, Book] = {
    "moved": Book("service", MOVED, "name", moved_edits.set_moved, moved_edits.remove_moved),
    "outside": Book("row", OUTSIDE, "name", outside.set_outside, outside.remove_outside),
    "limits": Book("office", LIMITS, "holder", delegation.set_limit, delegation.remove_limits),
    "commitments": Book("commitment", COMMITMENTS, "name", commitments.set_commitment,
                        commitments.remove_commitments),
    "steps": Book("step", STEPS, "words", readiness.set_step, readiness.remove_steps),
    "holdings": Book("holding", HOLDINGS, "partner", holdings.set_holding,
                     holdings.remove_holdings),
    "marginal": Book("contract", MARGINAL, "name", marginal.set_marginal,
                     marginal.remove_marginals),
}  # fmt: skip


def edits(desk: Desk, register: str) -> Edits[Any]:
    """Return all changes of a register, by its short name."""
    book = BOOKS[register]
    cells = {key: of(book, key) for key in book.known}
    return Edits(desk, cells, ADDING[register](desk), lambda rows: _removing(book, rows))


def of(book: Book, key: str) -> Ask:
    """Return the change of one of a record's fields."""
    name, words, meaning = book.known[key]

    def change(row: Any, value: Value) -> Change:
        called = str(getattr(row, book.called))
        meant = meaning(value)
        label = f"Change {words} of {called}"
        if name == "is_agreed":
            label = f"{'Agree' if meant else 'Take back agreement of'} {called}"
        return Change(label, book.put, (row.id, name, meant), called)

    return change


def _removing(book: Book, rows: Sequence[Any]) -> Change:
    one = str(getattr(rows[0], book.called))
    return deletion(rows, one, book.noun, book.remove, book.many)


def _of_year(known: Known, command: Callable[..., int], sentence: str) -> Callable[[Desk], Adding]:
    """Return how a record is added to the register of the year at hand, once it has a name."""

    def made(desk: Desk) -> Adding:
        def adding(values: Mapping[str, Value]) -> Change:
            name = needed(values, "name", sentence)
            args = (desk.month.financial_year, name, described(values, known, "name"))
            return Change(f"Add {name}", command, args, name)

        return adding

    return made


def _limit(_desk: Desk) -> Adding:
    def adding(values: Mapping[str, Value]) -> Change:
        holder = needed(values, "holder", "Enter the office first, such as Locality manager.")
        fields = described(values, LIMITS, "holder")
        return Change(f"Add {holder}", delegation.add_limit, (holder, fields), holder)

    return adding


def _commitment(desk: Desk) -> Adding:
    def adding(values: Mapping[str, Value]) -> Change:
        year = desk.file.read(budget.budget_year, desk.month.financial_year)
        must_allow(year.phase if year else Phase.SHADOW, Right.COMMIT)
        told = described(values, COMMITMENTS)
        wanted = ("name", "line", "holder", "amount_pence", "made_on")
        words = commitments.COMMITMENT_FIELDS
        missing = [words[field] for field in wanted if told.get(field) is None]
        if missing:
            raise Refusal(f"Enter {missing[0]} too." if told else f"Enter {missing[0]} first.")
        name = str(told.pop("name"))
        args = (desk.month.financial_year, name, told)
        return Change(f"Commit {name}", commitments.add_commitment, args, name)

    return adding


def _step(desk: Desk) -> Adding:
    def adding(values: Mapping[str, Value]) -> Change:
        words = needed(values, "words", "Enter what must be in place first.")
        fields = described(values, STEPS, "words")
        year = desk.file.read(budget.budget_year, desk.month.financial_year)
        usual = next_phase(year.phase) if year else None
        phase = fields.pop("phase", None) or usual or Phase.SHADOW
        return Change(f"Add {words}", readiness.add_step, (phase, words, fields), words)

    return adding


def _holding(_desk: Desk) -> Adding:
    def adding(values: Mapping[str, Value]) -> Change:
        partner = needed(values, "partner", "Choose the partner first.")
        held_from, units = values.get("held_from"), values.get("units")
        if not isinstance(held_from, date):
            raise Refusal("Enter the day from which it is held too.")
        if not isinstance(units, int):
            raise Refusal("Enter the units held too, 0 where it holds none any more.")
        args = (partner, held_from, units, values.get("source"))
        return Change(f"Add holding of {partner}", holdings.add_holding, args, partner)

    return adding


ADDING: Mapping[str, Callable[[Desk], Adding]] = {
    "moved": _of_year(MOVED, moved_edits.add_moved, "Enter what was moved first."),
    "outside": _of_year(OUTSIDE, outside.add_outside, "Enter what is bought first."),
    "limits": _limit,
    "commitments": _commitment,
    "steps": _step,
    "holdings": _holding,
    "marginal": _of_year(MARGINAL, marginal.add_marginal, "Enter what the contract is for first."),
}
