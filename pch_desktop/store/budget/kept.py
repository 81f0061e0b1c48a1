"""What a register's record takes: names are looked up, and units say what may be held."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service
from pch_desktop.store.budget.years import current_version
from pch_desktop.store.records import by_name, change

MOST_PENCE = 10**15
MOST_COUNTED = 10**12
SIX_PLACES = Decimal("0.000001")


def keep(
    session: Session, record: Base, field: str, value: object, told: tuple[FinancialYear, str]
) -> None:
    """Put a value into a register's record.

    Args:
        session: the open edit.
        record: what is changed.
        field: a column, or without its ``_id`` one that points at a line, partner or service.
        value: what is kept; for one that points elsewhere, the name.
        told: the year whose lines are meant, and what the field holds, for a sentence.

    Raises:
        Refusal: nothing is called so, or the field does not take such a value.
    """
    year, words = told
    pointer = type(record).__table__.c.get(f"{field}_id")
    if pointer is None:
        change(session, record, field, _fitting(field, value, words), words)
        return
    name = str(value or "")
    if not name and not pointer.nullable:
        raise Refusal(f"Enter {words}.")
    (key,) = pointer.foreign_keys
    meant = _called(session, key.column.table.name, name, year) if name else None
    setattr(record, pointer.name, meant)


def line_called(session: Session, year: FinancialYear, name: str) -> BudgetLine:
    """Return the line of a name in a year's newest version, whatever its case.

    Raises:
        Refusal: there is none.
    """
    plain = " ".join(name.split())
    version = current_version(session, year)
    query = select(BudgetLine).where(
        BudgetLine.version_id == (version.id if version else None),
        func.lower(BudgetLine.name) == plain.lower(),
    )
    line = session.scalars(query).first()
    if line is None:
        raise Refusal(
            f"{year} has no budget line called “{plain}”. Add it first, or choose another."
        )
    return line


def _called(session: Session, table: str, name: str, year: FinancialYear) -> int:
    match table:
        case "budget_line":
            return line_called(session, year, name).id
        case "partner":
            return by_name(session, Partner, "name", name, "partner").id
        case _:
            return by_name(session, Service, "name", name, "service").id


def _fitting(field: str, value: Any, words: str) -> object:
    """Return a value as its field keeps it, by the unit in the field's name."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return value
    if field.endswith("_share"):
        if not 0 <= value <= 1:
            raise Refusal(f"Enter {words} between 0% and 100%, for example 30%.")
        return Decimal(value).quantize(SIX_PLACES)
    most = MOST_PENCE if field.endswith("_pence") else MOST_COUNTED
    if not 0 <= value < most:
        raise Refusal(f"Enter {words}: nought or more, and less than {_limit(field)}.")
    return value


def _limit(field: str) -> str:
    return "£10,000bn" if field.endswith("_pence") else "1,000bn"
