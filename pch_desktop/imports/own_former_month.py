"""Which month a former board pack is of, by the words above its tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pch_desktop.domain.period import Month
from pch_desktop.imports.own_months import month_said
from pch_desktop.imports.own_tables import Table

NAMED = re.compile(r"\b([A-Z][a-z]{2,8}) (\d{4})\b")


def month_of(tables: Iterable[Table]) -> Month | None:
    """Return the month named most often above the tables; None where none is."""
    found = Counter(
        month
        for table in tables
        for name, year in NAMED.findall(table.title)
        if (month := month_said(f"{name} {year}", None)) is not None
    )
    return found.most_common(1)[0][0] if found else None
