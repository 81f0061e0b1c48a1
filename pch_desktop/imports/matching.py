"""Which column of somebody's sheet is which of ours, and what the sheet is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.imports.own_fields import BY_MONTH, FIELDS, KIND_WORDS, Field, OwnKind
from pch_desktop.imports.own_months import is_month, month_said
from pch_desktop.reports.words import plural

LEAST = 0.6
SUMS = re.compile(r"(grand |year )?totals?|ytd.*|year to date.*|variance.*|sum", re.IGNORECASE)
"""Headings of what is worked out from the other columns."""
"""Below this a heading is left unmatched for the person to choose."""
ALIKE = 0.86
LONGEST = 60
"""A longer text is no heading."""
MONTH_KEY = "month:"
THOUSANDS = re.compile(
    r"£\s*0{3}s?\b|£\s*['’]\s*0{3}s?|['’]0{3}s?\b|\(0{3}s?\)|£\s*k\b|\bthousands?\b", re.IGNORECASE
)
UNIT = re.compile(r"\(\s*(£|£s|gbp|pounds?|wte|fte|hours|hrs|per week|%)\s*\)\s*$", re.IGNORECASE)
SAME = {
    "fte": "wte", "org": "organisation", "organization": "organisation", "orgs": "organisation",
    "organisations": "organisation", "no": "number", "num": "number", "#": "number", "nr": "nr",
    "ref": "reference", "mgr": "manager", "hrs": "hours", "tel": "phone", "telephone": "phone",
    "yr": "year", "gp": "gp", "e": "e", "employing": "employing", "bud": "budget",
}  # fmt: skip
YEAR = re.compile(r"\b(20)?\d\d\s*[/–-]\s*(20)?\d\d\b")
IDLE = frozenset({"the", "of", "a", "an", "for", "to", "s", "per"})


@dataclass(frozen=True, slots=True)
class Match:
    """A heading, and which of our columns it was taken for."""

    position: int
    heading: str
    field: str | None
    """The key of our column, ``month:2016-04`` for a month, or nothing."""
    sure: float
    is_remembered: bool = False
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """What a sheet looks like."""

    kind: OwnKind
    sure: float

    def words(self, rows: int) -> str:
        """Say so: This looks like budget lines: 34 rows, 92% sure."""
        return (
            f"This looks like {KIND_WORDS[self.kind]}: {plural(rows, 'row')}, {self.sure:.0%} sure."
        )


def fold(heading: str) -> str:
    """Return a heading as matches are remembered by: lower case, its spaces single."""
    return " ".join(heading.casefold().split())


def in_thousands(heading: str) -> bool:
    """Return whether a heading or title says that its figures are thousands of pounds."""
    return THOUSANDS.search(heading) is not None


def match(
    headings: Sequence[str],
    kind: OwnKind,
    remembered: Mapping[str, str | None] | None = None,
    chosen: Mapping[int, str | None] | None = None,
    year: FinancialYear | None = None,
) -> tuple[Match, ...]:
    """Return what each heading means: as chosen, else as remembered, else by its words.

    Args:
        headings: as they stand in the sheet, from left to right.
        kind: what the sheet is about.
        remembered: our columns by folded heading, from matches made before.
        chosen: our columns by position, as the person says now.
        year: the financial year of months that do not name theirs.
    """
    known = {field.key for field in FIELDS[kind]}
    told = dict(_told(headings, known, remembered or {}, chosen or {}))
    if kind in BY_MONTH:
        for at, found in _months(headings, year):
            told.setdefault(at, Match(at, headings[at], f"{MONTH_KEY}{found}", 1.0))
    taken = {each.field for each in told.values() if each.field}
    if any(key.startswith(MONTH_KEY) for key in taken):
        taken |= {"month", "amount"}
    for at, field, sure in _by_words(headings, kind):
        if at not in told and field.key not in taken:
            told[at] = Match(at, headings[at], field.key, sure)
            taken.add(field.key)
    return tuple(told.get(at, Match(at, heading, None, 0.0)) for at, heading in enumerate(headings))


def guess(headings: Sequence[str]) -> Guess:
    """Return what a sheet with such headings is most likely about."""
    guesses = [Guess(kind, _likelihood(headings, kind)) for kind in OwnKind]
    return max(guesses, key=lambda each: each.sure)


def is_known(heading: str) -> bool:
    """Return whether a text is a heading of any kind of sheet."""
    if not heading or len(heading) > LONGEST:
        return False
    return is_month(heading) or _is_said(heading)


@lru_cache(maxsize=4096)
def _is_said(heading: str) -> bool:
    return any(_score(heading, field) >= 0.7 for fields in FIELDS.values() for field in fields)


@lru_cache(maxsize=16_384)
def tokens(heading: str) -> tuple[str, ...]:
    """Return the words of a heading that tell, spelt our way."""
    plain = (
        UNIT.sub("", THOUSANDS.sub(" ", YEAR.sub(" ", heading.casefold()))) or heading.casefold()
    )
    plain = plain.replace("e-mail", "email").replace("whole time equivalent", "wte")
    plain = plain.replace("full time equivalent", "wte")
    words = re.findall(r"[a-z0-9#]+", plain)
    return tuple(SAME.get(str(word), str(word)) for word in words if word not in IDLE)


def _told(
    headings: Sequence[str],
    known: set[str],
    remembered: Mapping[str, str | None],
    chosen: Mapping[int, str | None],
) -> Iterator[tuple[int, Match]]:
    taken = {key for key in chosen.values() if key}
    for at, heading in enumerate(headings):
        if at in chosen:
            yield at, Match(at, heading, chosen[at], 1.0, is_chosen=True)
        elif fold(heading) in remembered:
            key = remembered[fold(heading)]
            if key is None or (key in known and key not in taken):
                taken.add(key or "")
                yield at, Match(at, heading, key, 1.0, is_remembered=True)


def _months(headings: Sequence[str], year: FinancialYear | None) -> Iterator[tuple[int, Month]]:
    """Yield the headings that name a month, each month once: the first that names it."""
    seen: set[Month] = set()
    for at, heading in enumerate(headings):
        found = month_said(heading, year)
        if found is not None and found not in seen:
            seen.add(found)
            yield at, found


def _by_words(headings: Sequence[str], kind: OwnKind) -> list[tuple[int, Field, float]]:
    """Return the likely pairs, the surest first; of two alike the one further left."""
    found = [
        (at, field, sure)
        for at, heading in enumerate(headings)
        if heading and not is_month(heading)
        for field in FIELDS[kind]
        if (sure := _score(heading, field)) >= LEAST
    ]
    return sorted(found, key=lambda pair: (-pair[2], pair[0]))


@lru_cache(maxsize=16_384)
def _score(heading: str, field: Field) -> float:
    """Return how likely a heading means a field: 1 for the same words, 0 for none."""
    words = tokens(heading)
    if not words or field.never & set(words):
        return 0.0
    return max(_likeness(words, tokens(said), at) for at, said in enumerate(field.said))


def _likeness(words: tuple[str, ...], said: tuple[str, ...], place: int) -> float:
    """Return how alike two headings are; of the same words the commoner synonym counts more."""
    if not said:
        return 0.0
    if words == said:
        return 1.0 - min(place, 15) / 100
    stems, wanted = {_stem(word) for word in words}, {_stem(word) for word in said}
    if stems == wanted:
        return 0.84
    if wanted < stems:
        return 0.5 + 0.3 * len(wanted) / len(stems)
    return 0.75 if _nearly(" ".join(words), " ".join(said)) else 0.0


def _nearly(first: str, second: str) -> bool:
    """Return whether two texts differ by a slip of the keys."""
    if abs(len(first) - len(second)) > 3:
        return False
    compared = SequenceMatcher(None, first, second)
    return compared.quick_ratio() >= ALIKE and compared.ratio() >= ALIKE


def _stem(word: str) -> str:
    return word.rstrip("s") if len(word) > 3 else word


NEEDED: Mapping[OwnKind, tuple[frozenset[str], ...]] = {
    OwnKind.PARTNERS: (frozenset({"name"}),),
    OwnKind.POSTS: (
        frozenset({"role", "title"}),
        frozenset({"funded_wte", "hours", "sessions", "reference", "band"}),
    ),
    OwnKind.PEOPLE: (frozenset({"person", "surname", "forename"}), frozenset({"role", "title"})),
    OwnKind.LINES: (frozenset({"name"}), frozenset({"annual", "baseline"})),
    OwnKind.ACTUALS: (frozenset({"name", "code"}), frozenset({"months", "amount"})),
    OwnKind.LEDGER: (
        frozenset({"name", "code"}),
        frozenset({"month"}),
        frozenset({"amount", "debit", "credit"}),
        frozenset({"note", "debit", "credit"}),
    ),
    OwnKind.MONITORING: (
        frozenset({"partner"}),
        frozenset({"name", "code"}),
        frozenset({"months", "amount"}),
        frozenset({"activity", "plan_activity", "plan_cost"}),
    ),
    OwnKind.PRESCRIBING: (
        frozenset({"practice", "practice_code"}),
        frozenset({"months", "month"}),
        frozenset({"months", "amount", "nic"}),
    ),
    OwnKind.PACK: (frozenset(),),
}
"""Of each set a sheet of that kind has at least one; a whole pack is taken only when asked for."""
TELLING: Mapping[OwnKind, frozenset[str]] = {
    OwnKind.PARTNERS: frozenset({"kind", "sector", "contact", "votes", "status"}),
    OwnKind.POSTS: frozenset({"role", "funded_wte", "band"}),
    OwnKind.PEOPLE: frozenset({"person", "surname", "contract_kind", "starts_on", "hours", "wte"}),
    OwnKind.LINES: frozenset({"annual", "baseline", "sector", "provider"}),
    OwnKind.ACTUALS: frozenset({"months", "month", "amount"}),
    OwnKind.LEDGER: frozenset({"debit", "credit", "note", "reference"}),
    OwnKind.MONITORING: frozenset({"activity", "plan_activity", "plan_cost", "variance"}),
    OwnKind.PRESCRIBING: frozenset({"items", "nic", "practice_code"}),
    OwnKind.PACK: frozenset(),
}


def _likelihood(headings: Sequence[str], kind: OwnKind) -> float:
    """Return how likely the headings are of a kind: what is needed, and the share understood."""
    filled = [heading for heading in headings if heading.strip() and not SUMS.fullmatch(heading)]
    if not filled:
        return 0.0
    matches = match(filled, kind, year=FinancialYear(2016))
    found = {
        "months" if str(m.field).startswith(MONTH_KEY) else m.field for m in matches if m.field
    }
    if kind in BY_MONTH:
        months = sum(str(m.field).startswith(MONTH_KEY) for m in matches)
        if months == 1 or (not months and not {"month", "amount"} <= found):
            found -= {"months", "amount"}
    has_all = all(found & wanted for wanted in NEEDED[kind])
    understood = sum(m.sure for m in matches if m.field) / len(filled)
    telling = min(1.0, len(found & TELLING[kind]) / 2 + ("months" in found) / 2)
    return round((0.55 * understood + 0.25 * telling + 0.2) * (1.0 if has_all else 0.35), 4)
