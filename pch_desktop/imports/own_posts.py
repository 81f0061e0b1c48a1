"""Posts from a person's own sheet: the establishment, filled or vacant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import FULL_TIME_MINUTES, MOST_WTE, PLACES, SESSION_MINUTES
from pch_desktop.imports.own_names import by_name, folded, row_id
from pch_desktop.imports.own_partners import PartnerBook
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_roles import RoleBook
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.plan import Link
from pch_desktop.store.own import Row

PLAIN = ("funding_stream", "funded_from", "funded_to", "band", "status", "note")
MOST_MINUTES = 6_000
"""A hundred hours a week: nobody is contracted for more."""


@dataclass(frozen=True, slots=True)
class PostKey:
    """What makes a post without a reference the one it is."""

    job: str
    employer: object
    practice: object


class PostBook:
    """The posts that stand and those a plan adds, with the roles and partners they name."""

    def __init__(self, making: Making, given: Iterable[FilledRow]) -> None:
        """Look up what stands.

        Args:
            making: the plan.
            given: all rows of the sheet, whose references no new post may be given.
        """
        self._making = making
        self.partners = PartnerBook(making)
        self.roles = RoleBook(making)
        rows = making.rows("post")
        practices = making.rows("practice")
        self._practices = by_name(practices) | by_name(practices, "code")
        self._lines = by_name(making.rows("budget_line")[::-1])
        self._by_reference = by_name(rows, "reference")
        self._by_key: dict[PostKey, list[Row]] = defaultdict(list)
        for row in rows:
            place = row["employer_id"], row["practice_id"]
            self._by_key[PostKey(f"role {row['role_id']}", *place)].append(row)
            if row["title"]:
                self._by_key[PostKey(folded(row["title"]), *place)].append(row)
        references = [str(row["reference"]) for row in rows]
        references += [filled.text("reference") or "" for filled in given]
        self._number = max(map(_number, references), default=0)
        self._taken: set[object] = set()
        self._placed: dict[str, int | Link] = {}
        """The posts of this sheet by the references it gives them."""

    def place(
        self,
        filled: FilledRow,
        prefer: frozenset[object] = frozenset(),
        *,
        may_share: bool = False,
    ) -> int | Link:
        """Add or change the post of a row, and return it.

        Args:
            filled: the row.
            prefer: of posts that are alike, the numbers of those to take first.
            may_share: two rows may give one reference: two people share the post.

        Raises:
            Refusal: the row does not say enough, or says what no post can be.
        """
        job, reference = _job(filled), filled.text("reference")
        if reference and (placed := self._placed.get(folded(reference))) is not None:
            if may_share:
                return placed
            raise Refusal(f"Post {reference} stands in the sheet twice. Keep one of the two.")
        told = dict(_told(filled, self._by_reference.get(folded(reference))))
        named = dict(self._named(filled))
        before = self._before(reference, self._key(filled, named), prefer)
        if before is None:
            told |= {"funded_wte": funded_wte(filled, None)}
            reference = reference or self._next()
        else:
            self._taken.add(before["id"])
        if filled.text("role") or before is None:
            told["role_id"] = self.roles.named(filled.text("role") or job)
        told["reference"] = reference if before is None else None
        shown = reference or str(before["reference"] if before else "")
        post = self._making.put(
            "post", f"post {folded(shown)}", f"{shown}, {job}", told | named, before
        )
        self._placed[folded(shown)] = post
        return post

    def _before(self, reference: str | None, key: PostKey, prefer: frozenset[object]) -> Row | None:
        if reference is not None:
            return self._by_reference.get(folded(reference))
        free = [row for row in self._by_key[key] if row["id"] not in self._taken]
        return min(free, key=lambda row: row["id"] not in prefer, default=None)

    def _named(self, filled: FilledRow) -> Iterator[tuple[str, object]]:
        """Yield what a row names: its employer, its practice, its budget line."""
        if employer := filled.text("employer"):
            yield "employer_id", self.partners.named(employer)
        for key, known, what in (
            ("practice", self._practices, "practice"),
            ("budget_line", self._lines, "budget line"),
        ):
            if text := filled.text(key):
                found = known.get(folded(text))
                if found is None:
                    self._making.tell(f"There is no {what} called so; left blank: {{}}.", text)
                else:
                    yield f"{key}_id", row_id(found)

    def _key(self, filled: FilledRow, named: Mapping[str, object]) -> PostKey:
        """Return what makes a row's post the one it is: its title, else its role, and where."""
        title, role = filled.text("title"), filled.text("role")
        job = folded(title)
        if title is None and role is not None:
            known = self.roles.standing(role)
            job = f"role {known['id']}" if known else folded(role)
        return PostKey(job, named.get("employer_id"), named.get("practice_id"))

    def _next(self) -> str:
        self._number += 1
        return f"P{self._number:03d}"


def plan_posts(making: Making, rows: list[FilledRow]) -> None:
    """Add or change posts, by their reference or else by title, employer and place."""
    book = PostBook(making, rows)
    for filled in rows:
        try:
            book.place(filled)
        except Refusal as refusal:
            making.refuse(filled, "", str(refusal))
            continue
        making.kept.append(filled)


def _job(filled: FilledRow) -> str:
    job = filled.text("title") or filled.text("role")
    if job is None:
        raise Refusal("Enter the job title or the role.")
    return job


def _told(filled: FilledRow, before: Row | None) -> Iterator[tuple[str, object]]:
    """Yield what a row says of a post by itself, whatever else there is.

    Raises:
        Refusal: no post can be so.
    """
    for key in PLAIN:
        yield key, filled.values.get(key)
    first, last = filled.values.get("funded_from"), filled.values.get("funded_to")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        raise Refusal("A post cannot end before it begins. Enter a later last day.")
    yield "title", filled.text("title")
    yield "annual_cost_pence", _cost(filled)
    yield "funded_wte", funded_wte(filled, before) if _gives_wte(filled) else None


def _gives_wte(filled: FilledRow) -> bool:
    return filled.values.get("funded_wte") is not None


def weekly_minutes(filled: FilledRow) -> int | None:
    """Return the minutes a week a row gives as hours or as sessions, if it does.

    Raises:
        Refusal: they are more than a week can hold.
    """
    hours, sessions = filled.values.get("hours"), filled.values.get("sessions")
    minutes: Decimal | None = None
    if isinstance(hours, Decimal):
        minutes = hours * 60
    elif isinstance(sessions, Decimal):
        minutes = sessions * SESSION_MINUTES
    if minutes is None:
        return None
    if not 0 <= minutes <= MOST_MINUTES:
        raise Refusal("Enter hours a week between 0 and 100, for example 37.5.")
    return int(minutes.to_integral_value())


def funded_wte(filled: FilledRow, before: Row | None) -> Decimal | None:
    """Return what a post is funded for; what stands stays where a row says nothing of it.

    Raises:
        Refusal: nothing says it of a new post, or it is more than a post can be.
    """
    given = filled.values.get("funded_wte")
    if given is None and before is not None:
        return None
    if given is None:
        minutes, held = weekly_minutes(filled), filled.values.get("wte")
        given = held if held is not None else minutes and Decimal(minutes) / FULL_TIME_MINUTES
    if not isinstance(given, Decimal):
        raise Refusal("Enter the funded WTE, or the hours a week, for example 0.8 or 30.")
    if not 0 < given <= MOST_WTE:
        raise Refusal(
            f"A post is funded for more than 0 and at most 2 WTE, not {given}. "
            "Give each post a row of its own."
        )
    return given.quantize(PLACES)


def _cost(filled: FilledRow) -> object:
    pence = filled.values.get("annual_cost")
    if isinstance(pence, int) and pence < 0:
        raise Refusal("A post's cost cannot be below nothing. Enter 0 or more.")
    return pence


def _number(reference: str) -> int:
    return int(reference[1:]) if reference[:1] == "P" and reference[1:].isdigit() else 0
