"""Reading a file for one purpose, each question asked of it once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from sqlalchemy.orm import Session

P = ParamSpec("P")
T = TypeVar("T")


class Reads(Protocol):
    """Whatever can be asked for a file's figures: the file itself, or a share of it."""

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query and return its plain rows."""
        ...


class Shared:
    """A file's figures at one moment, each question asked of it once.

    For one piece of work in which many parts ask the same, such as a board pack.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._answers: dict[object, Any] = {}

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a query returned the first time it was asked."""
        question = (query, args, tuple(sorted(kwargs.items())))
        if question not in self._answers:
            self._answers[question] = query(self._session, *args, **kwargs)
        return cast("T", self._answers[question])


def at_once(file: Reads, work: Callable[[Reads], T]) -> T:
    """Do a piece of work on a file as it stands at one moment."""
    return file.read(lambda session: work(Shared(session)))
