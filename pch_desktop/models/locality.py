"""Tables of the locality itself: what it is, its settings, and where its figures come from."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import FinancialYear
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, is_day, is_year


class Locality(Base):
    """The one locality a file holds."""

    __tablename__ = "locality"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    region: Mapped[str | None]
    vehicle: Mapped[str | None]
    population_stated: Mapped[int | None]
    """The population its founders named, which the lists may confirm or not."""
    starter: Mapped[str | None]
    """The key of the starter it was made from."""
    is_sample: Mapped[bool] = mapped_column(default=False)


class Setting(Base):
    """A choice of the locality that its figures depend on."""

    __tablename__ = "setting"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class SiteStatement(Base):
    """Something the locality says of itself: why, what, how, a priority, a fact."""

    __tablename__ = "site_statement"

    id: Mapped[int] = mapped_column(primary_key=True)
    heading: Mapped[str]
    position: Mapped[int]
    text: Mapped[str]
    source: Mapped[str | None]


class ReferenceValue(Base):
    """A rate or figure from outside, dated and with its source."""

    __tablename__ = "reference_value"
    __table_args__ = (
        UniqueConstraint("key", "valid_from"),
        is_day("valid_from"),
        is_day("valid_to"),
        is_day("source_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    words: Mapped[str]
    value: Mapped[Decimal] = mapped_column(Scaled(6))
    unit: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    source: Mapped[str]
    source_on: Mapped[date | None]


class ImportBatch(Base):
    """One file brought in: what was read, kept and refused."""

    __tablename__ = "import_batch"
    __table_args__ = (
        CheckConstraint("rows_read = rows_kept + rows_refused", name="rows"),
        is_year("year"),
        is_day("taken_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    file_name: Mapped[str]
    file_digest: Mapped[str]
    """SHA-256 of the file's bytes, in hexadecimal."""
    at: Mapped[datetime]
    year: Mapped[FinancialYear | None]
    taken_on: Mapped[date | None]
    rows_read: Mapped[int]
    rows_kept: Mapped[int]
    rows_refused: Mapped[int]
    note: Mapped[str | None]


class ControlTotal(Base):
    """A total of the whole file, beside which the locality's part can be read."""

    __tablename__ = "control_total"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(
        ForeignKey("import_batch.id", ondelete="CASCADE"), index=True
    )
    place: Mapped[str]
    """England, or the code of the board the total is for."""
    measure: Mapped[str]
    value: Mapped[Decimal] = mapped_column(Scaled(6))


class ColumnMatch(Base):
    """Which heading of somebody's workbook means which of our columns."""

    __tablename__ = "column_match"
    __table_args__ = (UniqueConstraint("kind", "heading"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    heading: Mapped[str]
    """The heading in lower case, its spaces single."""
    column: Mapped[str | None]
    """The key of our column, or nothing where the heading is to be passed over."""
