"""The strip that says which post is held for more than it is funded for, with the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_checks import Ending, OverHeld
from pch_desktop.store import workforce
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.strip import Strip, Tone, Verb

MOST_ENDINGS = 2


class OverStrip:
    """Shows one post at a time; what is left as it is stays quiet until it changes.

    Two may hold a post at a handover, so nothing is refused.
    """

    def __init__(self, desk: Desk, strip: Strip) -> None:
        self._desk = desk
        self._strip = strip
        self._found: Sequence[OverHeld] = ()
        self._left: set[OverHeld] = set()
        self._at = 0

    def show_checks(self, found: Sequence[OverHeld]) -> None:
        """Show the posts held for more than they are funded for."""
        self._left &= set(found)
        self._found = [each for each in found if each not in self._left]
        self._at = min(self._at, max(len(self._found) - 1, 0))
        self._tell()

    def _tell(self) -> None:
        if not self._found:
            self._strip.hide()
            return
        each, count = self._found[self._at], len(self._found)
        words = each.sentence if count == 1 else f"{self._at + 1} of {count}: {each.sentence}"
        more: list[Verb] = [("Next", self._next)] if count > 1 else []
        self._strip.tell(words, Tone.WARNING, *self._ways(each), *more, may_close=False)

    def _ways(self, each: OverHeld) -> list[Verb]:
        if self._desk.is_read_only:
            return []
        endings = each.endings[:MOST_ENDINGS]
        ways: list[Verb] = [
            (self._ending_words(one, is_only=len(endings) == 1), lambda one=one: self._end(one))
            for one in endings
        ]
        if each.may_fund:
            wte = written(each.held_wte, Kind.WTE)
            ways.append((f"Fund {wte} WTE", lambda: self._fund(each)))
        return [*ways, ("Leave it", lambda: self._leave(each))]

    def _ending_words(self, one: Ending, *, is_only: bool) -> str:
        who = "the other" if is_only else one.assignment.person
        return f"End {who} on {_day(one.on)}"

    def _end(self, one: Ending) -> None:
        row = one.assignment
        label = f"End {row.person} in {row.post} {row.role} on {_day(one.on)}"
        self._desk.edit(label, workforce.set_assignment, row.id, "ends_on", one.on)

    def _fund(self, each: OverHeld) -> None:
        label = f"Fund {written(each.held_wte, Kind.WTE)} WTE for {each.post} {each.role}"
        self._desk.edit(label, workforce.set_post, each.id, "funded_wte", each.held_wte)

    def _leave(self, each: OverHeld) -> None:
        self._left.add(each)
        self._found = [one for one in self._found if one != each]
        self._at = 0
        self._tell()

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._found)
        self._tell()


def _day(day: date) -> str:
    return written(day, Kind.DATE)
