"""A list weighted by the file itself: bands of age and sex, and the indices beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.capitation import Weighted, weighted_list
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Sex
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetVersion
from pch_desktop.models.budget_plan import WeightBand
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.store import locality_edits
from pch_desktop.store.budget.rates import ENTERED, holding
from pch_desktop.store.budget.years import open_version
from pch_desktop.store.population.lists import BandRow, bands
from pch_desktop.store.records import change, found, remove

NATIONAL = "weighting_national_raw_per_head"
INDEX = "weighting_index_"
USUAL: Mapping[str, str] = {
    NATIONAL: "National raw workload a head",
    f"{INDEX}additional_needs": "Index of additional needs",
    f"{INDEX}turnover": "Index of list turnover",
    f"{INDEX}staff_costs": "Index of staff costs (market forces)",
}
"""What a list is weighted by besides age and sex, by the keys of its dated values."""
BAND_FIELDS: Mapping[str, str] = {
    "sex": "whom it covers: All, Female or Male",
    "age_from": "the first year of age",
    "age_to": "the last year of age, 130 for no end",
    "weight": "how much work one of them makes",
    "source": "where the weight was read",
}
"""What may be put into a band, in the words of a sentence that asks for it."""
OLDEST = 130
PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class WeightBandRow:
    """A sex and age band, the work one of it makes, and how many there are."""

    id: int
    sex: Sex
    age_from: int
    age_to: int
    weight: Decimal
    people: int | None
    """None where no list by age and sex serves the year."""
    source: str | None


@dataclass(frozen=True, slots=True)
class WeightingValueRow:
    """A value that weights a list besides age and sex, as it holds on 1 April."""

    id: int
    key: str
    words: str
    value: Decimal | None
    valid_from: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class WeightingRow:
    """The weighting of the locality's list for a year, and what it comes to."""

    taken_on: date | None
    bands: Sequence[WeightBandRow]
    values: Sequence[WeightingValueRow]
    unweighted: int
    """People of the list in no band."""
    result: Weighted | None
    """None while a band, the nation's workload or the list is not known."""


def weighting(session: Session, year: FinancialYear) -> WeightingRow:
    """Return the list that serves 1 April of a year, weighted by the file's own coefficients."""
    taken_on, listed = bands(session, year.months[0], by=year.first)
    query = select(WeightBand).order_by(WeightBand.age_from, WeightBand.sex)
    kept = session.scalars(query).all()
    people = {band.id: sum(each.people for each in listed if _covers(band, each)) for band in kept}
    rows = [
        WeightBandRow(
            band.id,
            band.sex,
            band.age_from,
            band.age_to,
            band.weight,
            people[band.id] if listed else None,
            band.source,
        )
        for band in kept
    ]
    values = _values(session, year)
    unweighted = sum(each.people for each in listed) - sum(people.values())
    national = next((row.value for row in values if row.key == NATIONAL), None)
    result = None
    if rows and national is not None and not unweighted:
        indices = [row.value for row in values if row.key != NATIONAL and row.value is not None]
        counted = [(people[row.id], row.weight) for row in rows]
        result = weighted_list(counted, national, indices)
    return WeightingRow(taken_on, rows, values, unweighted, result)


def add_weight_band(
    session: Session, sex: Sex, ages: tuple[int, int], weight: Decimal, source: str | None = None
) -> int:
    """Add a band with the work one of it makes; return its id.

    Raises:
        Refusal: its ages end before they begin, or overlap another band's.
    """
    band = WeightBand(sex=sex, age_from=ages[0], age_to=ages[1], weight=weight)
    _weigh(weight)
    band.source = source or ENTERED
    _alone(session, band)
    session.add(band)
    session.flush()
    return band.id


def set_weight_band(session: Session, band_id: int, field: str, value: object) -> None:
    """Put a value into one of a band's ``BAND_FIELDS``."""
    band = found(session, WeightBand, band_id)
    with session.no_autoflush:
        if field == "weight":
            _weigh(value)
        change(session, band, field, value, BAND_FIELDS[field])
        _alone(session, band)


def remove_weight_bands(session: Session, band_ids: Collection[int]) -> None:
    """Delete bands."""
    remove(session, WeightBand, band_ids, "bands")


def set_weighting_value(
    session: Session, year: FinancialYear, key: str, field: str, value: object
) -> None:
    """Put in a value of ``USUAL`` from 1 April of a year on, or its source; blank takes it away.

    Raises:
        Refusal: a value is not above nothing, or a source is given to no value.
    """
    held = holding(_of_key(session, key), year.first)
    if field == "source":
        if held is None:
            raise Refusal("Enter the value first, then where it was read.")
        locality_edits.set_rate(session, held.id, "source", value)
        return
    if value is None:
        if held is not None:
            locality_edits.remove_rates(session, (held.id,))
        return
    if not isinstance(value, Decimal) or not 0 < value < OLDEST:
        raise Refusal("Enter a value above 0, such as 1.035; 1 is as the nation.")
    if held is not None and held.valid_from == year.first:
        locality_edits.set_rate(session, held.id, "value", value)
        return
    told = {"value": value, "unit": "index", "source": ENTERED}
    rate_id = locality_edits.add_rate(session, USUAL.get(key, key), year.first, rest=told)
    found(session, ReferenceValue, rate_id).key = key


def use_weighted(session: Session, year: FinancialYear) -> None:
    """Take the list as weighted here for the weighted people of a year's sum.

    Raises:
        Refusal: it cannot be worked out yet.
    """
    result = weighting(session, year).result
    if result is None:
        raise Refusal("The list is not weighted yet: a band, a list or the nation's is missing.")
    version = session.get_one(BudgetVersion, open_version(session, year))
    version.weighted_people = Decimal(rounded(result.weighted_people))


def _covers(band: WeightBand, listed: BandRow) -> bool:
    is_sex = band.sex in (Sex.ALL, listed.sex)
    return is_sex and band.age_from <= listed.age_from and listed.age_to <= band.age_to


def _values(session: Session, year: FinancialYear) -> list[WeightingValueRow]:
    more = session.scalars(
        select(ReferenceValue.key).where(ReferenceValue.key.startswith(INDEX, autoescape=True))
    )
    keys = [*USUAL, *sorted(set(more) - USUAL.keys())]
    rows: list[WeightingValueRow] = []
    for number, key in enumerate(keys, start=1):
        held = holding(_of_key(session, key), year.first)
        words = held.words if held else USUAL.get(key, key)
        rows.append(
            WeightingValueRow(number, key, words, held.value, held.valid_from, held.source)
            if held
            else WeightingValueRow(number, key, words, None, None, None)
        )
    return rows


def _of_key(session: Session, key: str) -> Sequence[ReferenceValue]:
    return session.scalars(select(ReferenceValue).where(ReferenceValue.key == key)).all()


def _weigh(weight: object) -> None:
    told = isinstance(weight, Decimal) and 0 <= weight < OLDEST
    if not isinstance(weight, Decimal) or not told or weight != weight.quantize(PLACES):
        raise Refusal("Enter how much work one of them makes, 0 or more, such as 2.60.")


def _alone(session: Session, band: WeightBand) -> None:
    if not 0 <= band.age_from <= band.age_to <= OLDEST:
        raise Refusal("Enter ages from 0 to 130, the last not before the first; 130 is no end.")
    for other in session.scalars(select(WeightBand).where(WeightBand.id.is_not(band.id))):
        is_sex = Sex.ALL in (band.sex, other.sex) or band.sex is other.sex
        if is_sex and band.age_from <= other.age_to and other.age_from <= band.age_to:
            raise Refusal(
                f"Ages {band.age_from} to {band.age_to} overlap {other.age_from} to "
                f"{other.age_to}. Everybody belongs to one band: enter other ages."
            )
