"""Where forums report to: a chain that may branch and never runs round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Above = Mapping[int, int | None]
"""By forum: the one it reports to, or nothing."""


def is_loop(above: Above, forum_id: int, reports_to_id: int | None) -> bool:
    """Return whether a forum would report to itself, by however many others."""
    seen: set[int] = set()
    step = reports_to_id
    while step is not None and step not in seen:
        if step == forum_id:
            return True
        seen.add(step)
        step = above.get(step)
    return False


def laid_out(above: Above, order: Sequence[int]) -> list[tuple[int, int]]:
    """Return forums as an indented list: each with how many stand above it.

    Each stands under the one it reports to, in the order given among its like. Those
    of a loop, which only a foreign file can hold, stand at the end.
    """
    found: list[tuple[int, int]] = []
    placed: set[int] = set()

    def place(forum_id: int, depth: int) -> None:
        if forum_id in placed:
            return
        placed.add(forum_id)
        found.append((forum_id, depth))
        for each in order:
            if above.get(each) == forum_id:
                place(each, depth + 1)

    for each in order:
        if above.get(each) not in order:
            place(each, 0)
    for each in order:
        place(each, 0)
    return found
