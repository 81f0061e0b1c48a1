"""What every table has in common."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.types import Day, Flag, Moment, MonthText, Scaled, YearText


class Base(DeclarativeBase):
    """Base of the ORM classes: STRICT tables, one type for each kind of value.

    Constraints are named, so that migrations can find them.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        str: Text(),
        bool: Flag(),
        date: Day(),
        datetime: Moment(),
        Decimal: Scaled(4),
        Month: MonthText(),
        FinancialYear: YearText(),
    }

    @classmethod
    def __table_cls__(cls, *args: Any, **options: Any) -> Table:
        return Table(*args, sqlite_strict=True, **options)
