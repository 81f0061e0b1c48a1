"""Posts from a person's own sheet: the establishment, filled or vacant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import (
    FULL_TIME_MINUTES,
    MOST_WTE,
    PLACES,
    SESSION_MINUTES,
    PostStatus,
)
from pch_desktop.imports.own_names import by_name, folded, row_id
from pch_desktop.imports.own_partners import PartnerBook
from pch_desktop.imports.own_plan import Making, Unfit
from pch_desktop.imports.own_roles import RoleBook
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.plan import Link
from pch_desktop.store.own import Row

PLAIN = ("funding_stream", "funded_from", "funded_to", "status", "note", "is_recruitable")
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
        self._sites = by_name(making.rows("site"))
        self.pay_points = by_name(making.rows("pay_point"))
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
        self._funded: dict[str, object] = {}

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
            sentence = f"Post {reference} stands in the sheet twice. Keep one of the two."
            raise Unfit("reference", sentence)
        told = dict(_told(filled, self._by_reference.get(folded(reference))))
        named = dict(self._named(filled))
        if may_share:
            named.pop("pay_point_id", None)  # It is what the person in it is paid.
        before = self._before(reference, self._key(filled, named), prefer)
        if before is None:
            told |= {"funded_wte": funded_wte(filled, None)}
            told["status"] = told["status"] or self._usual_status(filled)
            reference = reference or self._next()
        else:
            self._taken.add(before["id"])
        if filled.text("role") or before is None:
            key = "role" if filled.text("role") else "title"
            told["role_id"] = self.roles.named(
                filled.text("role") or job, self._making.cell(filled, key)
            )
        told["reference"] = reference if before is None else None
        shown = reference or str(before["reference"] if before else "")
        post = self._making.put(
            "post", f"post {folded(shown)}", f"{shown}, {job}", told | named, before
        )
        self._placed[folded(shown)] = post
        self._funded[folded(shown)] = told["funded_wte"] or (before or {}).get("funded_wte")
        return post

    def _before(self, reference: str | None, key: PostKey, prefer: frozenset[object]) -> Row | None:
        if reference is not None:
            return self._by_reference.get(folded(reference))
        free = [row for row in self._by_key[key] if row["id"] not in self._taken]
        return min(free, key=lambda row: row["id"] not in prefer, default=None)

    def told(self, filled: FilledRow) -> tuple[int | Link, Decimal] | None:
        """Return the post of a row's reference and its funded WTE, where there is one already."""
        key = folded(filled.text("reference"))
        given = filled.values.get("funded_wte")
        post, funded = self._placed.get(key), self._funded.get(key)
        if post is None and (row := self._by_reference.get(key)) is not None:
            post, funded = row_id(row), row["funded_wte"]
        funded = given if given is not None else funded
        return (post, funded) if post is not None and isinstance(funded, Decimal) else None

    def _named(self, filled: FilledRow) -> Iterator[tuple[str, object]]:
        """Yield what a row names: its employer, its practice, its site, its budget line."""
        if employer := filled.text("employer"):
            yield (
                "employer_id",
                self.partners.named(employer, self._making.cell(filled, "employer")),
            )
        yield from self._placed_at(filled)
        for key, known, what in (
            ("budget_line", self._lines, "budget line"),
            ("pay_point", self.pay_points, "pay point"),
        ):
            yield from self._found(filled, key, known, what)

    def _placed_at(self, filled: FilledRow) -> Iterator[tuple[str, object]]:
        """Yield where a post is based; one column may hold practices and sites alike."""
        for key, first, other in (
            ("practice", self._practices, self._sites),
            ("site", self._sites, self._practices),
        ):
            text = filled.text(key)
            if text and folded(text) not in first and folded(text) in other:
                turned = "site_id" if key == "practice" else "practice_id"
                yield turned, row_id(other[folded(text)])
            else:
                yield from self._found(filled, key, first, key)

    def _found(
        self, filled: FilledRow, key: str, known: Mapping[str, Row], what: str
    ) -> Iterator[tuple[str, object]]:
        if text := filled.text(key):
            found = known.get(folded(text))
            if found is None:
                told = f"{text} ({self._making.cell(filled, key)})"
                self._making.tell(f"There is no {what} called so; left blank: {{}}.", told)
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

    def _usual_status(self, filled: FilledRow) -> PostStatus | None:
        """Return what a new post stands as where nothing says it: a volunteer's is not funded."""
        if "volunteer_hours" not in filled.values or _gives_wte(filled):
            return None
        self._making.tell(
            "Posts of volunteers stand as proposed, so that the establishment stays as it is: {}.",
            _job(filled),
        )
        return PostStatus.PROPOSED

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
            making.refuse_for(filled, refusal)
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
        sentence = "A post cannot end before it begins. Enter a later last day."
        raise Unfit("funded_to", sentence)
    yield "band", filled.text("band")
    yield "title", filled.text("title")
    yield "annual_cost_pence", _cost(filled)
    yield "funded_wte", funded_wte(filled, before) if _gives_wte(filled) else None


def _gives_wte(filled: FilledRow) -> bool:
    return filled.values.get("funded_wte") is not None


def weekly_minutes(filled: FilledRow) -> int | None:
    """Return the minutes a week a row gives as hours, sessions or volunteer hours, if it does.

    Raises:
        Unfit: they are more than a week can hold.
    """
    for key, unit in (("hours", 60), ("sessions", SESSION_MINUTES), ("volunteer_hours", 60)):
        found = filled.values.get(key)
        if isinstance(found, Decimal):
            minutes = found * unit
            if not 0 <= minutes <= MOST_MINUTES:
                sentence = "Enter hours a week between 0 and 100, for example 37.5."
                raise Unfit(key, sentence)
            return int(minutes.to_integral_value())
    return None


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
        key = "funded_wte" if _gives_wte(filled) else "wte"
        raise Unfit(
            key,
            f"A post is funded for more than 0 and at most 2 WTE, not {given}. "
            "Give each post a row of its own.",
        )
    return given.quantize(PLACES)


def _cost(filled: FilledRow) -> object:
    pence = filled.values.get("annual_cost")
    if isinstance(pence, int) and pence < 0:
        raise Unfit("annual_cost", "A post's cost cannot be below nothing. Enter 0 or more.")
    return pence


def _number(reference: str) -> int:
    return int(reference[1:]) if reference[:1] == "P" and reference[1:].isdigit() else 0
