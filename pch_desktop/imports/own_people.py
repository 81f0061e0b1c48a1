"""People from a person's own sheet, and the posts they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import FULL_TIME_MINUTES, PLACES, ContractKind, wte
from pch_desktop.imports.own_held import HeldBook
from pch_desktop.imports.own_names import by_name, folded, row_id
from pch_desktop.imports.own_plan import Making, Unfit
from pch_desktop.imports.own_posts import PostBook, weekly_minutes
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.own_split import Split, SplitBook, grouped
from pch_desktop.imports.plan import Link
from pch_desktop.store.own import Row

NOBODY = frozenset(
    {"vacant", "vacancy", "tbc", "tba", "to be appointed", "unfilled", "none", "nobody"}
)
PERSON = ("staff_code", "birth_year", "professional_body", "registration_expires_on", "work_email")
CLOSE = Decimal("0.005")
"""A WTE rounded to two places may differ by so much from its hours."""
MOST_WTE = Decimal(2)


class PersonBook:
    """The people who stand, and those a plan adds."""

    def __init__(self, making: Making) -> None:
        self._making = making
        rows = making.rows("person")
        self._by_code = by_name(rows, "staff_code")
        self._by_name = by_name(rows)
        self._added: dict[str, Link] = {}

    def standing(self, name: str, code: str | None) -> Row | None:
        """Return the person of a staff code, else of a name; another code is another person."""
        if code and (found := self._by_code.get(folded(code))):
            return found
        named = self._by_name.get(folded(name))
        if named and code and named["staff_code"] and folded(named["staff_code"]) != folded(code):
            return None
        return named

    def place(self, filled: FilledRow, name: str) -> int | Link:
        """Add or change the person of a row, once however many posts they hold."""
        code = filled.text("staff_code")
        before = self.standing(name, code)
        key = f"person {before['id']}" if before else f"person {folded(code or name)}"
        if key in self._added:
            return row_id(before) if before else self._added[key]
        self._added[key] = Link(key)
        values = {column: filled.values.get(column) for column in PERSON}
        if before is None:
            values["name"] = name
        return self._making.put("person", key, name, values, before)


@dataclass(frozen=True, slots=True)
class Books:
    """What a plan looks things up in: posts, people, who holds what, where time goes."""

    posts: PostBook
    people: PersonBook
    held: HeldBook
    splits: SplitBook


def plan_people(making: Making, rows: list[FilledRow]) -> None:
    """Add or change posts, the people in them, and since when and for how long they are.

    Rows of one person in one post that each give a practice and a share of the
    time are one; they are kept together or refused together.
    """
    held = HeldBook(making, _endings(rows))
    books = Books(PostBook(making, rows), PersonBook(making), held, SplitBook(making))
    start = _usual_start(making)
    for filled, group in grouped(rows):
        try:
            _place(making, (filled, group), books, start)
        except Refusal as refusal:
            for each in group:
                making.refuse_for(each, refusal)
            continue
        making.kept.extend(group)


def person_name(filled: FilledRow) -> str | None:
    """Return the name of who holds a row's post, or None where it is vacant."""
    parts = [filled.text("forename"), filled.text("surname")]
    name = filled.text("person") or " ".join(part for part in parts if part)
    plain = " ".join(name.split())
    return None if not plain or folded(plain) in NOBODY else plain


def _place(
    making: Making,
    told: tuple[FilledRow, Sequence[FilledRow]],
    books: Books,
    start: date | None,
) -> None:
    filled, group = told
    name = person_name(filled)
    split = _checked(making, filled, group, books)
    standing = books.people.standing(name, filled.text("staff_code")) if name else None
    theirs = books.held.of_person(standing)
    if name is not None and not theirs:
        _minutes(filled, name)
        if filled.values.get("starts_on") is None and start is None:
            raise Unfit(
                "starts_on",
                f"Enter the start date of {name}, or say from which financial year on to count.",
            )
    begins = filled.values.get("starts_on") or start
    if name is not None and not theirs and isinstance(begins, date):
        books.held.refuse_second(books.posts.told(filled), filled, name, begins)
    prefer = frozenset(row["post_id"] for row in theirs)
    post = books.posts.place(filled, prefer, may_share=name is not None)
    if name is None:
        making.tell(
            "Vacant, so a post without anybody in it: {}.",
            str(filled.text("title") or filled.text("role")),
        )
        return
    person = books.people.place(filled, name)
    before = next((row for row in theirs if row["post_id"] == post), None)
    values = dict(_assignment(making, filled, before, name))
    values |= dict(_pay_and_leaving(filled, books.posts))
    if before is None:
        values |= {"post_id": post, "person_id": person}
        if values["starts_on"] is None and start is not None:
            values["starts_on"] = start
            making.tell(f"No start date, so {start:%d/%m/%Y} was put in: {{}}.", name)
    key = f"assignment {post} {person}"
    assignment = making.put("assignment", key, name, values, before)
    books.held.add(post, name, values)
    if split:
        books.splits.put(assignment, split, name)


def _checked(
    making: Making, filled: FilledRow, group: Sequence[FilledRow], books: Books
) -> Split | None:
    """Return where a row's time goes, after a look at all that no row may say.

    Raises:
        Unfit: it ends before it begins, nobody was born then, or its time is not 100%.
    """
    first, last = filled.values.get("starts_on"), filled.values.get("ends_on")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        sentence = "Somebody cannot leave a post before they begin in it. Enter a later end date."
        raise Unfit("ends_on", sentence)
    born = filled.values.get("birth_year")
    if isinstance(born, int) and not 1900 <= born <= 2100:
        raise Unfit("birth_year", "Enter the year of birth, such as 1980, or leave it blank.")
    pay = filled.values.get("full_time_pay")
    if isinstance(pay, int) and pay < 0:
        raise Unfit("full_time_pay", "Pay cannot be below nothing. Enter 0 or more.")
    _tell_expired(making, filled)
    if filled.values.get("share") is not None:
        return books.splits.of_rows(group)
    return books.splits.of_cell(filled)


def _tell_expired(making: Making, filled: FilledRow) -> None:
    """Name the cell of a registration that ended before the person began, or before today's year.

    The row is kept: who works here is a fact, and the registration is what is to be put right.
    """
    ends, name = filled.values.get("registration_expires_on"), person_name(filled)
    begins = filled.values.get("starts_on")
    known = [day for day in (begins, _usual_start(making)) if isinstance(day, date)]
    if isinstance(ends, date) and name and ends < max(known, default=date.min):
        cell = making.cell(filled, "registration_expires_on")
        making.tell(
            "Their registration has expired; enter the day the renewed one ends: {}.",
            f"{name} ({cell}, {ends:%d/%m/%Y})",
        )


def _pay_and_leaving(filled: FilledRow, posts: PostBook) -> Iterator[tuple[str, object]]:
    """Yield what somebody is paid by, where they come from, and why and where they go."""
    for key in ("leaving_reason", "destination", "pension_scheme"):
        yield key, filled.values.get(key)
    yield "full_time_pay_pence", filled.values.get("full_time_pay")
    if other := filled.text("other_employer"):
        yield "other_employer_id", posts.partners.named(other)
    if point := posts.pay_points.get(folded(filled.text("pay_point"))):
        yield "pay_point_id", row_id(point)


def _assignment(
    making: Making, filled: FilledRow, before: Row | None, name: str
) -> Iterator[tuple[str, object]]:
    for key in ("contract_kind", "starts_on", "ends_on"):
        yield key, filled.values.get(key)
    if filled.values.get("contract_kind") is None and before is None:
        yield "contract_kind", _usual_contract(making, filled, name)
    minutes, given = _given(filled)
    if minutes is None and before is None:
        minutes = _minutes(filled, name)
    yield "weekly_minutes", minutes
    if minutes is not None and given is not None and abs(wte(minutes) - given) > CLOSE:
        yield "wte_override", given.quantize(PLACES)
        yield "wte_reason", f"The sheet gives {given} WTE for {Decimal(minutes) / 60:.4g} hours"


def _usual_contract(making: Making, filled: FilledRow, name: str) -> ContractKind:
    """Return the contract of somebody whose row names none: a volunteer's by its hours."""
    if filled.values.get("volunteer_hours") is not None:
        return ContractKind.VOLUNTEER
    if filled.text("other_employer"):
        making.tell("No contract named, so taken as seconded in: {}.", name)
        return ContractKind.SECONDMENT_IN
    making.tell("No contract named, so taken as permanent: {}.", name)
    return ContractKind.PERMANENT


def _given(filled: FilledRow) -> tuple[int | None, Decimal | None]:
    """Return the minutes a week and the WTE a row gives; minutes from the WTE where alone."""
    minutes, given = weekly_minutes(filled), filled.values.get("wte")
    if not isinstance(given, Decimal):
        return minutes, None
    if not 0 <= given <= MOST_WTE:
        raise Unfit("wte", f"Enter a WTE between 0 and 2, not {given}.")
    if minutes is None:
        minutes = int((given * FULL_TIME_MINUTES).to_integral_value())
    return minutes, given


def _minutes(filled: FilledRow, name: str) -> int:
    """Return the minutes a week of somebody new in a post.

    Raises:
        Refusal: nothing says them.
    """
    minutes, _ = _given(filled)
    funded = filled.values.get("funded_wte")
    if minutes is None and isinstance(funded, Decimal):
        minutes = int((funded * FULL_TIME_MINUTES).to_integral_value())
    if minutes is None:
        raise Refusal(f"Enter the hours, sessions or WTE of {name}, for example 30 hours.")
    return minutes


def _endings(rows: Sequence[FilledRow]) -> dict[str, date]:
    """Return the last day in a post that a sheet gives people, by their names."""
    told = ((person_name(row), row.values.get("ends_on")) for row in rows)
    return {name: last for name, last in told if name and isinstance(last, date)}


def _usual_start(making: Making) -> date | None:
    """Return the day put in where none is given: the first of the year asked for or budgeted."""
    years = [row["year"] for row in making.rows("budget_year")]
    latest = max((year for year in years if isinstance(year, FinancialYear)), default=None)
    year = making.year or latest
    return year.first if year else None
