"""The table of the toy library."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.models.base import Base


class Toy(Base):
    """A toy that families may borrow."""

    __tablename__ = "toy"
    __table_args__ = (CheckConstraint("pieces > 0", name="pieces"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    pieces: Mapped[int]
