"""The public's copy of a pack: counts of people hidden or rounded, and all that told them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pch_desktop.domain.disclosure_second import narrowed, published
from pch_desktop.exports.board import ALWAYS, Pack
from pch_desktop.exports.public_front import front
from pch_desktop.reports.disclosed_sums import people_in
from pch_desktop.reports.disclosed_table import disclosed_table, holds_people, is_hidden_already
from pch_desktop.reports.disclosed_words import retold
from pch_desktop.reports.few_staff import grouped, holds_staff
from pch_desktop.reports.table import Holds, Table
from pch_desktop.reports.told import Told

Tables = Mapping[str, Table[Told]]
POST_BY_POST = "it tells of single posts or of few people of the team"
BETWEEN = "it is between the practices or the partners, and not safe to be rounded"
ANY_KIND = "a lead may count anything in it, few people too"
TWICE = "few people are hidden in it by another rule"
NARROW = "few people could be worked out from it"
INSIDE = {
    **dict.fromkeys(
        (
            "Additional roles", "Beside national counts", "Coming and going", "Demand",
            "Establishment", "Leavers by reason", "Placements", "Posts against the budget",
            "Role aims", "Skills by role", "Skills gaps", "Starters and leavers", "Teams",
            "Training", "Vacancies", "Workforce measures",
        ),
        POST_BY_POST,
    ),
    **dict.fromkeys(
        ("Activity by place", "Engagement", "Load between practices", "Recharge"), BETWEEN
    ),
    "Initiative measures": ANY_KIND,
}  # fmt: skip
"""The sheets that stay inside, and why."""


def public_copy(pack: Pack, threshold: int) -> Pack:
    """Return a pack, which names nobody any more, as the public may see it.

    What is left out is gone from the pack, not only from its sheets.
    """
    every = [_without_private(table) for table in pack.every_table]
    gone = {table.title: INSIDE[table.title] for table in every if table.title in INSIDE}
    gone |= {table.title: TWICE for table in every if is_hidden_already(table)}
    while True:
        kept = [table for table in every if table.title not in gone]
        told = [table for table in kept if holds_people(table)]
        found = published(*people_in(told), threshold)
        if not (narrow := narrowed(found)):
            break
        keys = {key[0] for key in narrow}
        gone |= {
            table.title: NARROW for table in told if keys & {each.key for each in table.columns}
        }
    tables = {table.title: _public(retold(disclosed_table(table, found), table)
              if holds_people(table) else table) for table in kept}  # fmt: skip
    return front(_with_tables(pack, tables), pack, gone, threshold)


def _without_private(table: Table[Told]) -> Table[Told]:
    """Return a table without the rows that are taken in part II, without the public."""
    if table.private is None:
        return table
    blocks = (
        replace(block, rows=[row for row in block.rows if not row.is_private])
        for block in table.blocks
    )
    return replace(
        table,
        rows=tuple(row for row in table.rows if not row.is_private),
        beside=tuple(row for row in table.beside if not row.is_private),
        blocks=tuple(blocks),
    )


def _public(table: Table[Told]) -> Table[Told]:
    return grouped(table) if holds_staff(table) else table


def _with_tables(pack: Pack, tables: Tables) -> Pack:
    """Return a pack of these tables, with the pictures that tell of none that were changed."""
    plain = {
        title for title, table in tables.items()
        if all(column.holds is Holds.FIGURES for column in table.columns)
    }  # fmt: skip
    return replace(
        pack,
        summary=tables[pack.summary.title],
        sections=tuple(tables[t.title] for t in pack.sections if t.title in tables),
        appendices=tuple(tables[t.title] for t in pack.appendices if t.title in tables),
        quality=tables[pack.quality.title],
        definitions=tables[pack.definitions.title],
        pictures=tuple(each for each in pack.pictures if each.on in plain),
        left_out=pack.left_out - set(ALWAYS),
    )
