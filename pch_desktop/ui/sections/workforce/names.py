"""People chosen by name: those of one name are told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from pch_desktop.domain.refusal import Refusal


class Somebody(Protocol):
    """A row that stands for a person."""

    @property
    def id(self) -> int:
        """The person's key."""
        ...

    @property
    def name(self) -> str:
        """What they are called."""
        ...


class Names:
    """Who can be chosen, by name."""

    def __init__(self) -> None:
        self._ids: Mapping[str, int] = {}

    @property
    def offered(self) -> tuple[str, ...]:
        """The names to choose from."""
        return tuple(self._ids)

    def know(self, people: Sequence[Somebody]) -> None:
        """Take note of who there is."""
        counts = Counter(each.name for each in people)
        self._ids = {
            f"{each.name} (no. {each.id})" if counts[each.name] > 1 else each.name: each.id
            for each in people
        }

    def key(self, name: object) -> int:
        """Return the key of whoever is called so.

        Raises:
            Refusal: nobody is.
        """
        found = self._ids.get(str(name or ""))
        if found is None:
            raise Refusal(f"Nobody in post is called “{name or ''}”. Choose one of the list.")
        return found
