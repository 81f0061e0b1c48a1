from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.store import checking
from pch_desktop.store.chain import START, Finding, Flaw, framed, head, salted
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import findings, made, set_cost

Tamper = Callable[[str], None]
VALUES = st.lists(st.one_of(st.none(), st.integers(), st.text()), max_size=4)


@pytest.fixture
def file(path: Path) -> LocalityFile:
    file = made(path)
    file.edit("Cost", set_cost, 1, 5)
    return file


@pytest.fixture
def tamper(file: LocalityFile, path: Path) -> Tamper:
    """Change the file behind the program's back."""

    def execute(statement: str) -> None:
        with closing(connect(path)) as stranger:
            stranger.execute(statement)
            stranger.commit()

    return execute


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE step SET who = 'Nobody' WHERE id = 1", Finding(1, Flaw.ALTERED)),
        ("UPDATE step SET at = '2017-01-01T00:00:00+00:00' WHERE id = 1", Finding(1, Flaw.ALTERED)),
        ("UPDATE step SET label = 'x' WHERE id = 2", Finding(2, Flaw.ALTERED)),
        ("UPDATE step SET kind = 'upkeep' WHERE id = 2", Finding(2, Flaw.ALTERED)),
        ("UPDATE step SET rows_changed = 2 WHERE id = 2", Finding(2, Flaw.ALTERED)),
        ("UPDATE step SET digest = zeroblob(32) WHERE id = 2", Finding(2, Flaw.ALTERED)),
        ("UPDATE step SET digest = zeroblob(32) WHERE id = 1", Finding(2, Flaw.ALTERED)),
        ("UPDATE step SET thinned = zeroblob(32) WHERE id = 2", Finding(2, Flaw.ALTERED)),
        (
            "UPDATE step SET salt = NULL, erased = zeroblob(32) WHERE id = 2",
            Finding(2, Flaw.ALTERED),
        ),
        ("UPDATE row_change SET after = '{}' WHERE step_id = 2", Finding(2, Flaw.ALTERED)),
        ("UPDATE row_change SET row_id = 3 WHERE step_id = 2", Finding(2, Flaw.ALTERED)),
        ("DELETE FROM row_change WHERE step_id = 2", Finding(2, Flaw.ALTERED)),
        ("DELETE FROM step WHERE id = 1", Finding(1, Flaw.MISSING)),
        ("DELETE FROM step WHERE id = 2", Finding(2, Flaw.STRAY)),
        (
            "INSERT INTO row_change (step_id, table_name, row_id, salt) VALUES (3, 'post', 1, x'')",
            Finding(3, Flaw.ALTERED),
        ),
    ],
)
def test_a_history_changed_behind_our_back_is_found(
    file: LocalityFile, tamper: Tamper, statement: str, finding: Finding
) -> None:
    file.undo()
    assert file.read(findings) == []
    tamper(statement)
    assert finding in file.read(findings)


def test_a_flaw_is_damage_unless_it_was_made_by_choice() -> None:
    assert {flaw for flaw in Flaw if not flaw.is_damage} == {Flaw.ERASED, Flaw.THINNED}


def test_the_head_of_the_chain_moves_with_each_step(file: LocalityFile) -> None:
    heads = [file.read(lambda session: head(session.connection()))]
    file.undo()
    heads.append(file.read(lambda session: head(session.connection())))
    assert [number for number, _ in heads] == [2, 3]
    assert len({START, *(digest for _, digest in heads)}) == 3


def test_a_check_names_the_step_that_does_not_match(
    file: LocalityFile, tamper: Tamper, path: Path
) -> None:
    tamper("UPDATE step SET who = 'Nobody' WHERE id = 2")
    (finding,) = checking.check(path)
    assert finding.is_damage
    assert finding.words == "Step 2 (“Cost”) does not match its seal."


@given(VALUES, VALUES)
def test_two_lists_of_values_share_their_bytes_only_where_they_read_alike(
    one: list[int | str | None], other: list[int | str | None]
) -> None:
    def alike(values: list[int | str | None]) -> list[str | None]:
        return [None if value is None else str(value) for value in values]

    assert (framed(*one) == framed(*other)) == (alike(one) == alike(other))


def test_a_salt_changes_the_digest() -> None:
    assert salted(b"one", "Ann") != salted(b"two", "Ann")
