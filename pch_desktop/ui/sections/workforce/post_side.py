"""The side of a post: who holds it from when to when, and who pays."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import shown, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import AssignmentRow, PostRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import line_field, text_field, word_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.asks import of_post
from pch_desktop.ui.sections.workforce.costs import CostPart, offer_words
from pch_desktop.ui.sections.workforce.role_aims import AimsPart

WIDTH = 264
YES_OR_NO = ("Yes", "No")
FILLED = "whether it may be filled"


def is_yes(value: Value) -> object:
    """Return whether a word says yes."""
    return value == YES_OR_NO[0]


class PostSide(Inspector):
    """What is known of one post, and the fields that are not in the table."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        super().__init__(desk, "Choose a post to see who holds it and who pays.", WIDTH)
        self._desk, self._at = desk, at
        self._ended = self.add(label("", "worse", wrap=True))
        self._facts = self.add_facts("Held by", "Before", "Paid for by", "Cover", "Over funding")
        self.aims = self.add(AimsPart(desk))
        self._line = self.add_field(
            word_field(desk, "Budget line", (), of_post("budget_line", "budget line"))
        )
        self.cost = self.add(CostPart())
        self._point = self.add_field(
            word_field(desk, "Pay point", (), of_post("pay_point", "pay point"))
        )
        self._post_title = self.add_field(line_field(desk, "Title", of_post("title", "title")))
        self._wte = self.add_field(
            line_field(desk, "Funded WTE", of_post("funded_wte", "funded WTE"), Kind.WTE)
        )
        self._from = self.add_field(
            line_field(desk, "Funded from", of_post("funded_from", "first funded day"), Kind.DATE)
        )
        self._site = self.add_field(word_field(desk, "Site", (), of_post("site", "site")))
        self._may_fill = self.add_field(
            word_field(desk, "May be filled", YES_OR_NO, of_post("is_recruitable", FILLED, is_yes),
                       may_be_blank=False)
        )  # fmt: skip
        self._note = self.add_field(text_field(desk, "Note", of_post("note", "note"), 3))

    def offer(self, lines: Sequence[str], points: Sequence[str], sites: Sequence[str]) -> None:
        """Offer the names of budget lines, pay points and sites to choose from."""
        for field, words in ((self._line, lines), (self._point, points), (self._site, sites)):
            offer_words(field.box, words)

    def show_post(self, row: PostRow | None) -> None:
        """Show a post, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        title = f"{row.reference} {row.title or row.role}"
        self.aims.show_roles(row.role)
        self.show_record(title, standing(row), changed(self._desk, "post", row.id))
        held = self._desk.file.read(workforce.holders, row.id)
        day = self._desk.month.last
        now = [one for one in held if one.ends_on is None or one.ends_on >= day]
        before = [one for one in held if one not in now]
        self._facts.show_facts(
            "\n".join(map(_holder, now)) or "Nobody",
            "\n".join(f"{one.person}, until {_day(one)}" for one in before[-3:]) or "Nobody",
            shown(row.funding_stream.value),
            f"{written(row.cover_wte, Kind.WTE)} WTE",
            f"{written(row.over_wte, Kind.WTE)} WTE. It never hides another post's vacancy."
            if row.over_wte
            else "No",
        )
        ended = written(row.role_ended_on, Kind.DATE)
        self._ended.setText(f"The role {row.role} ended on {ended}; this post keeps it.")
        self._ended.setVisible(bool(ended))
        self.cost.show_costing(self._desk.file.read(workforce.post_costing, row.id, self._at.day))
        for field, value in (
            (self._point, row.pay_point),
            (self._site, row.site),
            (self._may_fill, YES_OR_NO[0] if row.is_recruitable else YES_OR_NO[1]),
            (self._line, row.budget_line),
            (self._post_title, row.title),
            (self._wte, row.funded_wte),
            (self._from, row.funded_from),
            (self._note, row.note),
        ):
            field.show_value(row, value)


def standing(row: PostRow) -> Standing:
    """Return how a post stands: filled, vacant, over-established, or not counted."""
    if not row.is_funded and not row.in_post_wte:
        return Standing(UNKNOWN, "Not in the establishment")
    if row.over_wte:
        return Standing(NEAR, f"{written(row.over_wte, Kind.WTE)} WTE over")
    if not row.vacant_wte:
        return Standing(BETTER, "Filled")
    way = NEAR if row.in_post_wte else WORSE
    return Standing(way, f"{written(row.vacant_wte, Kind.WTE)} WTE vacant")


def _holder(one: AssignmentRow) -> str:
    since = f"from {written(one.starts_on, Kind.DATE)}"
    until = f" until {_day(one)}" if one.ends_on else ""
    kind = one.contract_kind.value
    if one.other_employer:
        kind = f"{kind} ({one.other_employer})"
    return f"{one.person}, {written(one.wte, Kind.WTE)} WTE {kind}, {since}{until}"


def _day(one: AssignmentRow) -> str:
    return written(one.ends_on, Kind.DATE)
