"""Small official files of our own making, with the quirks of the published ones."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

Row = Sequence[object]
PAID = (
    "CCG Code", "Practice Code", "Practice Name", "Practice Open Date",
    "Number of Registered Patients (Last Known Figure)",
    "Number of Weighted Patients (Last Known Figure)",
    "Average payments per registered patient", "Average payments per weighted patient",
    "Global Sum", "Appraisal Costs ", "Doctors.Retainer.Scheme.Payments",
    "Total National Enhanced Services", "LocalEnhancedServices_NHAIS_",
    "LocalEnhancedServices_ISFE_", "Total Local Enhanced Services",
    "Total NHS Payments to General Practice", "Deductions",
)  # fmt: skip
ALDER = ("09X", "Z00001", "ALDER", "", "9000", "9500.123456", "1", "1",
         "500000.10", "0", "-20.05", "30", "7", "5", "12", "500022.05", "-1")  # fmt: skip
BIRCH = ("09X", "Z00002", "BIRCH", "", "0", "-", "N/A", "N/A",
         "-", "0", "", "0", "0", "0", "0", "-0.00", "0")  # fmt: skip
OTHER = ("09X", "Z99999", "OTHER", "", "4000.25", "3900", "1", "1",
         "100", "0", "0", "0", "0", "0", "0", "100", "0")  # fmt: skip

LISTS = (
    "PUBLICATION", "EXTRACT_DATE", "ORG_TYPE", "ORG_CODE", "POSTCODE",
    "SEX", "AGE_GROUP_5", "NUMBER_OF_PATIENTS",
)  # fmt: skip
WEIGHTED = (
    "Practice_Code", "ICS22", "pop 2022/23", "G&A WP", "CS WP", "MH WP", "Final WP",
    "Primary Medical Care WP", "Final PMC WP",
)  # fmt: skip
STAFF = (
    "CENSUS_YEAR", "CENSUS_MONTH", "PCN_CODE", "PCN_NAME", "STAFF_GROUP", "STAFF_ROLE",
    "FTE", "UNIQUE_IDENTIFIER",
)  # fmt: skip


def text(*rows: Row) -> str:
    """Return rows as the text of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def write(path: Path, *rows: Row, encoding: str = "utf-8") -> Path:
    """Write rows to a CSV file and return where it is."""
    path.write_text(text(*rows), encoding=encoding, newline="")
    return path


def paid(path: Path, *rows: Row, encoding: str = "utf-8") -> Path:
    """Write a payments file of two practices of ours and one elsewhere, or of other rows."""
    return write(path, PAID, *(rows or (ALDER, BIRCH, OTHER)), encoding=encoding)


def lists(path: Path, *rows: tuple[str, str, str, object], day: str = "01SEP2017") -> Path:
    """Write a list-size file of rows of code, sex, age band and people."""
    full = [("GP_PRAC", day, "GP", code, "ZZ1 1ZZ", *rest) for code, *rest in rows]
    return write(path, LISTS, *full)


def practice(
    code: str, name: str = "THE ALDER SURGERY", status: str = "A", setting: str = "4"
) -> list[str]:
    """Return a row of the national file of practices."""
    row = [""] * 27
    row[0], row[1], row[4], row[9], row[10] = code, name, "HIGH STREET", "ZZ1  1ZZ", "19740401"
    row[11] = "20200331" if status == "C" else ""
    row[12], row[14], row[25] = status, "09X", setting
    return row
