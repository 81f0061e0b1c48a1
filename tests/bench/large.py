"""Large made-up files to measure with."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.budget import Actual, BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import holder, noon

LINES, YEARS, ENTRIES, PARTNERS = 80, 10, 11, 25
FIRST = 2007
PRACTICES = 6_900
BANDS = [(low, low + 4) for low in range(0, 95, 5)]


def budget_file(path: Path, entries: int = ENTRIES) -> int:
    """Make a file of ten years of 80 lines with so many actuals a month each; return how many."""
    file = LocalityFile.create(path, holder(), noon)
    try:
        return file.edit("Ten years", _ten_years, entries)
    finally:
        file.close()


def _ten_years(session: Session, parts: int) -> int:
    sectors = list(Sector)
    session.add_all(
        Partner(id=at, name=f"Partner {at}", kind=PartnerKind.CHARITY, sector=Sector.VOLUNTARY)
        for at in range(1, PARTNERS + 1)
    )
    session.flush()
    entries: list[dict[str, object]] = []
    for number in range(YEARS):
        year = FinancialYear(FIRST + number)
        session.add(BudgetYear(id=number + 1, year=year))
        session.flush()
        session.add(BudgetVersion(id=number + 1, budget_year_id=number + 1))
        session.flush()
        for at in range(LINES):
            line_id = number * LINES + at + 1
            session.add(
                BudgetLine(
                    id=line_id,
                    version_id=number + 1,
                    name=f"Line {at + 1}",
                    position=at,
                    sector=sectors[at % len(sectors)],
                    annual_pence=1_200_000_00 + at * 1_000_00,
                )
            )
            entries += _entries(line_id, year.months, at, parts)
        session.flush()
    session.execute(insert(Actual), entries)
    return len(entries)


def _entries(
    line_id: int, months: tuple[Month, ...], at: int, parts: int
) -> list[dict[str, object]]:
    return [
        {
            "line_id": line_id,
            "month": month,
            "amount_pence": 909_090 + at * 757 + part,
            "partner_id": (line_id + part) % PARTNERS + 1,
        }
        for month in months
        for part in range(parts)
    ]


def list_sizes(path: Path, practices: int = PRACTICES) -> int:
    """Write a list-size file of 20 age bands of every practice of a country; return its rows."""
    heading = "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE_GROUP_5,"
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as target:
        target.write(f"{heading}NUMBER_OF_PATIENTS\n")
        for number in range(practices):
            code = f"Z{number:05d}"
            start = f"GP_PRAC_PAT_LIST,01OCT2016,GP,00X,E38000000,{code},ZZ1 1ZZ"
            target.write(f"{start},ALL,ALL,{len(BANDS) * 100}\n")
            for low, high in BANDS:
                target.write(f"{start},FEMALE,{low}_{high},100\n")
            rows += len(BANDS) + 1
    return rows


def list_locality(path: Path) -> None:
    """Make a locality of five of those practices."""
    file = LocalityFile.create(path, holder(), noon)
    file.edit("Practices", _practices)
    file.close()


def _practices(session: Session) -> None:
    session.add_all(
        Practice(code=f"Z{number:05d}", name=f"Practice {number}") for number in range(5)
    )
