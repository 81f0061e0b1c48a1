"""Telling a table of patients, which is refused: this program is for places and teams."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pch_desktop.domain.patient_numbers import is_nhs_number
from pch_desktop.domain.refusal import Refusal

NUMBER_HEADINGS = frozenset({"nhsnumber", "nhsno", "nhsnum", "patientid", "patientnumber", "chi"})
BIRTH_HEADINGS = frozenset({"dob", "dateofbirth", "birthdate", "birthday", "patientdob"})
FORENAMES = frozenset({"forename", "forenames", "firstname", "givenname", "christianname"})
SURNAMES = frozenset({"surname", "lastname", "familyname"})
PATIENT_NAMES = frozenset({"patientname", "patient", "patientforename", "patientsurname"})
HEADING_ROWS = 30


class LooksLikePatients(Refusal):
    """A table looks like one of patients; a reason lets it in where it is none."""


def suspicion(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str | None:
    """Return why a table looks like one of patients, or None.

    Args:
        headings: of the columns to look at, those of layouts we know left out.
        rows: cells in the order of the headings.
    """
    return _by_headings(headings) or _by_numbers(headings, rows)


def refuse_patients(
    name: str, sheet: str, rows: Iterable[Sequence[str]], reason: str | None = None
) -> str | None:
    """Refuse a table of a layout we do not know, if it looks like one of patients.

    Args:
        reason: why it is taken nevertheless; it is shown with what was found.

    Returns:
        A sentence on what was overridden and why, or None where nothing was found.
    """
    listed = list(rows)
    headings: Sequence[str] = max(listed[:HEADING_ROWS], key=_words, default=())
    found = suspicion(headings, listed)
    if found is None:
        return None
    where = f"“{name}”, sheet “{sheet}”" if sheet else f"“{name}”"
    if reason and reason.strip():
        return f"{where}: {found}. Taken nevertheless: {reason.strip()}."
    raise LooksLikePatients(
        f"{where}: {found}. Nothing about single patients may be kept here: take that column "
        "out, or bring counts. If it is something else, say why and go on."
    )


def _words(row: Sequence[str]) -> int:
    return sum(any(mark.isalpha() for mark in cell) for cell in row)


def _plain(heading: str) -> str:
    return re.sub(r"[\W_]+", "", heading.casefold())


def _by_headings(headings: Sequence[str]) -> str | None:
    plain = {_plain(heading): " ".join(heading.split()) for heading in headings}
    found = plain.keys()
    for group, words in (
        (NUMBER_HEADINGS, "patients' numbers"),
        (BIRTH_HEADINGS, "dates of birth"),
        (PATIENT_NAMES, "patients' names"),
    ):
        if hit := sorted(found & group):
            return f"column “{plain[hit[0]]}” looks like {words}"
    if found & FORENAMES and found & SURNAMES and "postcode" in found:
        return "forename, surname and postcode stand together as in a list of patients"
    return None


def _by_numbers(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str | None:
    passing: dict[int, int] = {}
    filled: dict[int, int] = {}
    for row in rows:
        for at, cell in enumerate(row):
            plain = cell.strip()
            if plain and plain not in headings:
                filled[at] = filled.get(at, 0) + 1
                passing[at] = passing.get(at, 0) + is_nhs_number(plain)
    for at, count in passing.items():
        if count and count * 2 >= filled[at]:
            heading = headings[at] if at < len(headings) else f"number {at + 1}"
            return (
                f"{count:,} of {filled[at]:,} cells in column “{' '.join(heading.split())}” "
                "pass the check of NHS numbers"
            )
    return None
