"""Issued packs in the file: who is named in one can be forgotten, and it says so."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from pch_desktop.domain.board_pack import FIRST, Audience, Edition
from pch_desktop.domain.board_seal import Seal, canonical, fingerprint, noted, seal, without_names
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.workforce import Person
from pch_desktop.store import board, checking, erasure
from pch_desktop.store.board import Ground, Issuing, PictureRow
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

OCTOBER = Month(2016, 10)
NAME = "Zoë O'Example-Person"
FIRST_ISSUE = Issuing(
    OCTOBER, Audience.BOARD, FIRST, "", localities.NOON, "Jo Wren", "0.1.0", Ground()
)
CONTENTS = canonical({"salt": "5a17", "rows": [f"{NAME} leads on it", {"at": 3}]})
PICTURES = [
    PictureRow(0, "Risks", "A finding", "Alt text", f"<svg>{NAME}</svg>".encode(), b"\x89PNG"),
    PictureRow(0, "Waits", "A finding", "Alt text", b"<svg>Waits</svg>", b"\x89PNG"),
]
FACTS = st.recursive(
    st.none() | st.integers() | st.text(st.characters(exclude_categories=("Cs",)), max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=3), inside),
    max_leaves=8,
)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A file with one person whom an issued pack names."""
    file = localities.made(path)
    file.edit("Add", _add)
    file.edit("Issue", board.issue, FIRST_ISSUE, CONTENTS, PICTURES)
    yield file
    file.close()


def _add(session: Session) -> None:
    session.add(Person(id=9, name=NAME))


def test_a_pack_comes_back_with_its_pictures_and_is_whole(file: LocalityFile) -> None:
    copy = file.read(board.issued_copy, 1)
    assert (copy.contents, copy.seal) == (CONTENTS, Seal.WHOLE)
    assert [replace(each, id=0) for each in copy.pictures] == PICTURES
    assert copy.row.edition == FIRST


def test_the_next_edition_is_a_correction_with_a_reason(file: LocalityFile) -> None:
    again = replace(FIRST_ISSUE, edition=Edition(1, 1))
    with pytest.raises(Refusal, match="was issued meanwhile"):
        file.edit("Issue", board.issue, FIRST_ISSUE, CONTENTS, [])
    with pytest.raises(Refusal, match=r"why v1\.1 corrects"):
        file.edit("Issue", board.issue, again, CONTENTS, [])
    file.edit("Issue", board.issue, replace(again, reason="A late invoice"), CONTENTS, [])
    assert [str(row.edition) for row in file.read(board.issued)] == ["v1.1", "v1.0"]


def test_whoever_is_erased_is_named_in_no_issued_pack_and_it_says_erased_not_tampered(
    file: LocalityFile,
) -> None:
    file.edit("Erase a person", erasure.erase_person, 9)
    copy = file.read(board.issued_copy, 1)
    assert copy.seal is Seal.ERASED
    facts = json.loads(copy.contents)
    assert facts["rows"][0] == "Erased person leads on it"
    assert facts["salt"] == ""
    assert [each.on_sheet for each in copy.pictures] == ["Waits"]
    assert file.read(board.issued_copy, 1).row.fingerprint == fingerprint(CONTENTS)
    file.close()
    for written in (NAME, json.dumps(NAME)[1:-1]):
        assert written.encode() not in file.path.read_bytes()
    assert not any(found.is_damage for found in checking.check(file.path))


@given(st.dictionaries(st.text(max_size=4), FACTS, max_size=4))
def test_a_seal_tells_whole_from_erased_and_erased_from_tampered(
    facts: dict[str, object],
) -> None:
    contents = canonical(facts)
    issued_as = fingerprint(contents)
    assert seal(contents, issued_as) is Seal.WHOLE
    left = noted(without_names(contents, lambda text: text))
    assert seal(left, issued_as) is Seal.ERASED
    assert seal(canonical({**json.loads(left), "more": 1}), issued_as) is Seal.BROKEN
    assert seal(contents + " ", issued_as) is Seal.BROKEN
    assert seal("not JSON", issued_as) is Seal.BROKEN
