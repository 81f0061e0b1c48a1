"""Whether the ODS codes of a person's own sheet are in the register brought in."""

from __future__ import annotations

from pch_desktop.domain.ods import neighbours, not_listed, ods_code, sort_told
from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_sheeted import FilledRow

MOST_CLOSE = 3


class CodeBook:
    """The codes of the register, and those of the locality's own practices."""

    def __init__(self, making: Making) -> None:
        rows = making.rows("ods_organisation")
        self._names = {str(row["code"]): str(row["name"]) for row in rows}
        self._sorts = {str(row["sort"]) for row in rows}
        self._own = {str(row["code"]) for row in making.rows("practice")}

    def read(self, filled: FilledRow) -> str | None:
        """Return a row's code as it is kept.

        Raises:
            Refusal: it is not of the right shape, or must be in the register and is not.
        """
        code, told = ods_code(filled.text("ods_code")), filled.values.get("kind")
        kind = PartnerKind(str(told)) if told else None
        sort = sort_told(code, kind) if code else None
        if code is None or sort is None or sort.value not in self._sorts:
            return code
        if code in self._names or code in self._own:
            return code
        near = sorted(neighbours(code) & self._names.keys())[:MOST_CLOSE]
        raise Refusal(not_listed(code, sort, [f"{each} ({self._names[each]})" for each in near]))
