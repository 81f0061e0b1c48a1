"""The sheets of the board's cycle in a pack: part II stays inside, also in what was issued."""

from __future__ import annotations

import json

import pytest

from pch_desktop.domain.board_pack import Audience
from pch_desktop.exports.audience import for_audience
from pch_desktop.exports.board import Pack
from pch_desktop.exports.frozen_table import frozen_table, thawed_table

SECRET = ("Premises of a partner", "Draft agreement on end of life care", "longer lease")
"""Words of part II of the sample's agendas, papers and actions."""


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.PUBLIC])
def test_part_two_is_in_no_public_copy_of_a_pack_nor_of_an_issued_one(
    gathered: Pack, called: dict[str, str], audience: Audience
) -> None:
    made = for_audience(gathered, audience, called)
    is_public = audience is Audience.PUBLIC
    for secret in SECRET:
        assert (secret in repr(made)) is not is_public
    again = [thawed_table(json.loads(json.dumps(frozen_table(each)))) for each in made.tables]
    assert [each.is_worked_on for each in again] == [each.is_worked_on for each in made.tables]
    kept = [
        (table.title, [row.is_private for row in table.rows])
        for table in again
        if table.private is not None and any(map(table.private, table.rows))
    ]
    assert [title for title, _ in kept] == (
        [] if is_public else ["Agenda", "Papers", "Minutes", "Actions"]
    )
