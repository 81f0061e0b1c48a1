"""Whatever is edited, undo and redo are exact, even across closing and opening."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Select, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pch_desktop.models.budget import Actual, BudgetLine
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import Assignment, Deployment, Person, Post
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import State, findings, made, many, nurse, opened, state
from tests.store.children import rounds

Operation = Callable[[Session, int, str], None]
Act = tuple[Operation, int, str]


def pick(session: Session, ids: Select[int], at: int) -> int | None:
    found = list(session.scalars(ids))
    return found[at % len(found)] if found else None


def add_practice(session: Session, at: int, words: str) -> None:
    session.execute(insert(Practice).values(code=f"P{at}", name=words).prefix_with("OR IGNORE"))


def add_actuals(session: Session, at: int, words: str) -> None:
    line = pick(session, select(BudgetLine.id), at)
    if line is not None:
        many(session, at % 40 + 1, line)


def replace_nurse(session: Session, at: int, words: str) -> None:
    session.merge(nurse(at % 6 + 1))


def deploy(session: Session, at: int, words: str) -> None:
    assignment = pick(session, select(Assignment.id), at)
    practice = pick(session, select(Practice.id), at)
    if assignment is not None and practice is not None:
        session.execute(
            insert(Deployment)
            .values(assignment_id=assignment, practice_id=practice, share=Decimal("0.5"))
            .prefix_with("OR IGNORE")
        )


def rename(session: Session, at: int, words: str) -> None:
    found = pick(session, select(Post.id), at)
    if found is not None:
        post = session.get_one(Post, found)
        post.title, post.note = words, words or None


def raise_costs(session: Session, at: int, words: str) -> None:
    session.execute(update(Post).values(annual_cost_pence=Post.annual_cost_pence + at))


def swap_references(session: Session, at: int, words: str) -> None:
    for old, new in (("N1", "x"), ("N2", "N1"), ("x", "N2")):
        session.execute(update(Post).where(Post.reference == old).values(reference=new))


def renumber(session: Session, at: int, words: str) -> None:
    session.execute(update(Actual).values(id=Actual.id + 10_000 + at))
    session.expire_all()


def renumber_parent(session: Session, at: int, words: str) -> None:
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    session.execute(text("UPDATE person SET id = id + 1000 WHERE id = 2"))
    session.execute(text("UPDATE assignment SET person_id = 1002 WHERE person_id = 2"))
    session.expire_all()


def delete_post(session: Session, at: int, words: str) -> None:
    session.execute(delete(Post).where(Post.id == pick(session, select(Post.id), at)))


def delete_person(session: Session, at: int, words: str) -> None:
    session.execute(delete(Person).where(Person.id == pick(session, select(Person.id), at)))
    session.expire_all()


def delete_practice(session: Session, at: int, words: str) -> None:
    session.execute(delete(Practice).where(Practice.id == pick(session, select(Practice.id), at)))
    session.expire_all()


OPERATIONS = st.sampled_from(
    [
        add_practice,
        add_actuals,
        replace_nurse,
        deploy,
        rename,
        raise_costs,
        swap_references,
        renumber,
        renumber_parent,
        delete_post,
        delete_person,
        delete_practice,
    ]
)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
EDITS = st.lists(
    st.lists(st.tuples(OPERATIONS, st.integers(0, 500), WORDS), min_size=1, max_size=4),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def template() -> Generator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.pch"
        made(path).close()
        yield path


@contextmanager
def copied(template: Path) -> Generator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(shutil.copy(template, folder))


def act(session: Session, acts: list[Act]) -> None:
    for operation, at, words in acts:
        operation(session, at, words)
        session.flush()


def states_of(file: LocalityFile, edits: list[list[Act]]) -> list[State]:
    """Make the edits and return the states before, between and after those that were steps."""
    states = [file.read(state)]
    for acts in edits:
        with suppress(IntegrityError):
            file.edit("Edit", act, acts)
        if len(file.changes()) > len(states):
            states.append(file.read(state))
    assert file.read(state) == states[-1]
    return states


@settings(max_examples=rounds(20), deadline=None)
@given(EDITS)
def test_undo_of_edits_is_identity_and_so_is_redo_after_undo(
    template: Path, edits: list[list[Act]]
) -> None:
    with copied(template) as path:
        file = opened(path)
        states = states_of(file, edits)
        for _ in range(2):
            for earlier in reversed(states[:-1]):
                file.undo()
                assert file.read(state) == earlier
            for later in states[1:]:
                file.redo()
                assert file.read(state) == later
        assert file.read(findings) == []
        file.close()


@settings(max_examples=rounds(8), deadline=None)
@given(EDITS)
def test_undo_and_redo_stay_exact_when_the_file_is_closed_between(
    template: Path, edits: list[list[Act]]
) -> None:
    with copied(template) as path:
        file = opened(path)
        states = states_of(file, edits)
        file.close()
        for earlier in reversed(states[:-1]):
            assert reopened(path, LocalityFile.undo) == earlier
        for later in states[1:]:
            assert reopened(path, LocalityFile.redo) == later


def reopened(path: Path, turn: Callable[[LocalityFile], None]) -> State:
    file = opened(path)
    assert file.reason is None
    turn(file)
    result = file.read(state)
    file.close()
    return result
