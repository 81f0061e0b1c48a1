"""Rows that stand, looked up by the names people write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pch_desktop.store.own import Row


def folded(text: object) -> str:
    """Return a name as names are compared: letters and figures alone, & as and."""
    plain_text = str(text or "").casefold().replace("&", " and ")
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"['’.]", "", plain_text)).split())


def by_name(rows: Sequence[Row], column: str = "name") -> dict[str, Row]:
    """Return rows by their names as names are compared; of two alike the older one."""
    return {folded(row[column]): row for row in reversed(rows) if row[column]}


def row_id(row: Row) -> int:
    """Return a row's number."""
    return int(str(row["id"]))
