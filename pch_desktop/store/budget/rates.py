"""The dated rates that build the lines: which there are, which line uses which, and typing one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_rates import (
    LINE_KEYS,
    STEMS,
    RateKind,
    checked,
    kind_of,
    named,
    rate_words,
    valid_on,
)
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.store import locality_edits
from pch_desktop.store.budget.building import NET_UPLIFT
from pch_desktop.store.budget.years import current_version, open_line, year_of
from pch_desktop.store.locality import set_setting
from pch_desktop.store.records import found

ENTERED = "Entered by hand"


@dataclass(frozen=True, slots=True)
class BuildRateRow:
    """A value of a rate that baselines are grown by, and the lines that are built with it."""

    id: int
    key: str
    kind: RateKind
    words: str
    value: Decimal
    valid_from: date
    valid_to: date | None
    source: str
    lines: tuple[str, ...]
    """The lines of the year at hand whose rate it is, by name."""
    holds: bool
    """Whether it is the value that counts: the one of 1 April of the year at hand."""

    @property
    def name(self) -> str:
        """What it is called, with its percentage."""
        return named(self.words, self.value)


def build_rates(session: Session, year: FinancialYear) -> list[BuildRateRow]:
    """Return the rates that baselines may be grown by, kind by kind, the latest value first."""
    by_rate = _lines_by_rate(session, year)
    values = _values(session)
    order = list(RateKind)
    used_as = {key: kind for (key, kind), _ in by_rate.items()}
    rows = [
        BuildRateRow(
            value.id,
            key,
            kind,
            value.words,
            value.value,
            value.valid_from,
            value.valid_to,
            value.source,
            tuple(by_rate.get((key, kind), ())),
            value is holding(of_key, year.first),
        )
        for key, of_key in values.items()
        if (kind := kind_of(key) or used_as.get(key)) is not None
        for value in of_key
    ]
    rows.sort(key=lambda row: (order.index(row.kind), row.words, -row.valid_from.toordinal()))
    return rows


def holding(values: Iterable[ReferenceValue], day: date) -> ReferenceValue | None:
    """Return the value of a rate that holds on a day, or None where none does."""
    return valid_on(((value.valid_from, value.valid_to, value) for value in values), day)


def set_net_uplift(session: Session, is_net: bool | None) -> None:
    """Say whether cost uplift and efficiency are one net rate.

    Raises:
        Refusal: neither is said.
    """
    if is_net is None:
        raise Refusal("Say Yes or No: are cost uplift and efficiency one net rate?")
    set_setting(session, NET_UPLIFT, "yes" if is_net else "no")


def use_rate(session: Session, line_id: int, kind: RateKind, key: str | None) -> None:
    """Say which rate of a kind a line's baseline is grown by; None for none."""
    setattr(open_line(session, line_id), LINE_KEYS[kind], key)


def use_percentage(session: Session, line_id: int, kind: RateKind, share: Decimal) -> None:
    """Grow a line's baseline by a percentage: by the rate of that name, made where there is none.

    Raises:
        Refusal: it is no rate a year can have.
    """
    line = open_line(session, line_id)
    day = year_of(session, line).first
    words = rate_words(kind, checked(share))
    key = _key_of(session, kind, words)
    of_key = session.scalars(select(ReferenceValue).where(ReferenceValue.key == key)).all()
    held = holding(of_key, day)
    if held is None or held.value != share:
        _add(session, (key, words), share, day, {"source": ENTERED})
    setattr(line, LINE_KEYS[kind], key)


def add_build_rate(
    session: Session, kind: RateKind, words: str, starts: tuple[Decimal, date], *,
    rest: Mapping[str, object] = locality_edits.NOTHING,
) -> int:  # fmt: skip
    """Add a value of a rate of a kind; return its id.

    Args:
        session: the open edit.
        kind: what it changes a baseline for.
        words: what it is called; of the same words as another of the kind it follows that.
        starts: its share and the first day it holds.
        rest: its ``valid_to`` and its ``source``.
    """
    share, day = starts
    plain = " ".join(words.split())
    told = {"source": ENTERED, **rest}
    return _add(session, (_key_of(session, kind, plain), plain), checked(share), day, told)


def set_build_rate(session: Session, rate_id: int, field: str, value: object) -> None:
    """Put a value into a rate: its words, value, days or source."""
    if field == "value" and isinstance(value, Decimal):
        checked(value)
    locality_edits.set_rate(session, rate_id, field, value)


def remove_build_rates(session: Session, rate_ids: Collection[int]) -> None:
    """Delete values of rates.

    Raises:
        Refusal: a line would be left with a rate that has no value at all.
    """
    gone = [found(session, ReferenceValue, rate_id) for rate_id in rate_ids]
    for rate in gone:
        of_key = select(ReferenceValue.id).where(ReferenceValue.key == rate.key)
        if set(session.scalars(of_key)) <= set(rate_ids) and (line := _any_line(session, rate.key)):
            raise Refusal(
                f"“{line}” is built with “{rate.words}”. Choose another rate for it first."
            )
    locality_edits.remove_rates(session, rate_ids)


def _add(
    session: Session,
    called: tuple[str, str],
    share: Decimal,
    day: date,
    rest: Mapping[str, object],
) -> int:
    key, words = called
    told = {**rest, "value": share, "unit": "share"}
    rate_id = locality_edits.add_rate(session, words, day, rest=told)
    found(session, ReferenceValue, rate_id).key = key
    session.flush()
    return rate_id


def _values(session: Session) -> dict[str, list[ReferenceValue]]:
    values: dict[str, list[ReferenceValue]] = defaultdict(list)
    for value in session.scalars(select(ReferenceValue).order_by(ReferenceValue.key)):
        values[value.key].append(value)
    return values


def _lines_by_rate(
    session: Session, year: FinancialYear
) -> Mapping[tuple[str, RateKind], Sequence[str]]:
    """Return the names of the lines of a year by the key and kind of a rate they use."""
    by_rate: dict[tuple[str, RateKind], list[str]] = defaultdict(list)
    version = current_version(session, year)
    if version is None:
        return by_rate
    query = select(BudgetLine).where(BudgetLine.version_id == version.id)
    for line in session.scalars(query.order_by(BudgetLine.position, BudgetLine.id)):
        for kind, column in LINE_KEYS.items():
            if key := getattr(line, column):
                by_rate[key, kind].append(line.name)
    return by_rate


def _any_line(session: Session, key: str) -> str | None:
    columns = (getattr(BudgetLine, column) for column in LINE_KEYS.values())
    query = select(BudgetLine.name).where(or_(*(column == key for column in columns)))
    return session.scalars(query.limit(1)).first()


def _key_of(session: Session, kind: RateKind, words: str) -> str:
    """Return the key of a kind's rate of these words, or one made of them that is new."""
    query = select(ReferenceValue.key).where(ReferenceValue.words == words)
    known = [key for key in session.scalars(query) if kind_of(key) is kind]
    if known:
        return known[0]
    stem = STEMS[kind]
    plain = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")
    first = plain if kind_of(plain) is kind else f"{stem}_{plain}"
    taken = set(session.scalars(select(ReferenceValue.key)))
    key, count = first, 2
    while key in taken:
        key, count = f"{first}_{count}", count + 1
    return key
