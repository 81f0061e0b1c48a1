"""Forums, votes, who answers for what, maturity and the directory, on a real file."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import (
    Cast,
    DecisionRule,
    ForumKind,
    MaturityDomain,
    PartnerKind,
    Sector,
)
from pch_desktop.domain.partners_charges import SUBJECTS
from pch_desktop.domain.partners_verdict import Outcome
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Partner
from pch_desktop.store import everything, partners, population
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.partners import ForumRow, VoteRow
from tests import localities

ON = date(2016, 10, 31)
CCG, TRUST, SURGERY = "Fenshire CCG", "Vale Trust", "Orchard Lane"
BOARD, GROUP = "The board", "Finance group"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A board of a commissioner, a trust and a practice, and a group that reports to it."""
    file = localities.made(path)
    for name, kind, sector in (
        (CCG, PartnerKind.COMMISSIONER, Sector.PUBLIC),
        (TRUST, PartnerKind.COMMUNITY_TRUST, Sector.COMMUNITY),
        (SURGERY, PartnerKind.PRACTICE, Sector.PRIMARY),
    ):
        file.edit("Add", partners.add_partner, name, kind, sector)
    rest = {"rule": DecisionRule.MAJORITY, "quorum": 2}
    board = file.edit("Add", partners.add_forum, BOARD, ForumKind.BOARD, rest)
    for name in (CCG, TRUST, SURGERY):
        file.edit("Seat", partners.add_seat, board, name, {})
    rest = {"reports_to": BOARD, "rule": DecisionRule.QUALIFIED}
    file.edit("Add", partners.add_forum, GROUP, ForumKind.FINANCE, rest)
    yield file
    file.close()


def forum(file: LocalityFile, name: str = BOARD) -> ForumRow:
    return next(row for row in file.read(partners.forums, ON) if row.name == name)


def vote(file: LocalityFile, *said: Cast, on: date = ON) -> VoteRow:
    """Take a vote of the board, the members by name."""
    keys = [seat.partner_id for seat in forum(file).seats]
    told = dict(zip(keys, said, strict=True))
    key = file.edit("Vote", partners.add_vote, BOARD, "Open on Saturdays?", on, told)
    return next(row for row in file.read(partners.votes) if row.id == key)


def test_forums_stand_under_the_one_they_report_to(file: LocalityFile) -> None:
    rows = file.read(partners.forums, ON)
    assert [(row.name, row.depth, row.reports_to) for row in rows] == [
        (BOARD, 0, None),
        (GROUP, 1, BOARD),
    ]
    assert (forum(file).voting, forum(file).votes) == (3, 3)
    assert forum(file, GROUP).votes is None


def test_a_forum_never_reports_to_itself_however_far_round(file: LocalityFile) -> None:
    before = file.read(partners.forums, ON)
    for name in (BOARD, GROUP):
        with pytest.raises(Refusal, match="Choose a forum above it"):
            file.edit("Report", partners.set_forum, forum(file).id, "reports_to", name)
    with pytest.raises(Refusal, match="There is no forum called"):
        file.edit("Report", partners.set_forum, forum(file).id, "reports_to", "Nowhere")
    assert file.read(partners.forums, ON) == before


def test_what_a_forum_cannot_hold_is_refused(file: LocalityFile) -> None:
    board = forum(file)
    with pytest.raises(Refusal, match="already there"):
        file.edit("Add", partners.add_forum, BOARD, ForumKind.OTHER, {})
    with pytest.raises(Refusal, match="has a seat in The board already"):
        file.edit("Seat", partners.add_seat, board.id, CCG, {})
    with pytest.raises(Refusal, match="0 to 999"):
        file.edit("Quorum", partners.set_forum, board.id, "quorum", 1000)
    with pytest.raises(Refusal, match="between 0% and 100%"):
        file.edit("Above", partners.set_forum, board.id, "threshold_share", Decimal(2))
    with pytest.raises(Refusal, match="whole number of votes"):
        file.edit("Votes", partners.set_seat, board.seats[0].id, "votes", 1000)


def test_kinds_that_must_be_there_and_have_no_member_are_seen(file: LocalityFile) -> None:
    needed = (PartnerKind.COMMISSIONER, PartnerKind.HOSPICE)
    file.edit("Needs", partners.set_needs, forum(file).id, needed)
    assert forum(file).missing == (PartnerKind.HOSPICE,)
    file.edit("Needs", partners.set_needs, forum(file).id, needed[:1])
    assert forum(file).needs == (PartnerKind.COMMISSIONER,)


def test_a_vote_keeps_the_votes_and_the_lists_of_its_day(file: LocalityFile) -> None:
    practice = file.read(population.practices, localities.YEAR.months[0])[0].id
    with_list = forum(file).seats[1]
    assert (with_list.partner, with_list.weight) == (SURGERY, None)

    def join(session: Session) -> None:
        """Say which practice the partner is."""
        surgery = session.get(Partner, with_list.partner_id)
        assert surgery is not None
        surgery.practice_id = practice

    file.edit("Join", join)
    for day, people in ((date(2016, 4, 1), 5000), (date(2016, 10, 1), 6000)):
        file.edit("Count", population.set_list_size, practice, day, people)
    taken = vote(file, Cast.FOR, Cast.AGAINST, Cast.FOR, on=date(2016, 5, 31))
    assert {row.partner: row.weight for row in taken.cast} == {CCG: 0, SURGERY: 5000, TRUST: 0}
    file.edit("Day", partners.set_vote, taken.id, "voted_on", ON)
    assert {row.weight for row in file.read(partners.votes)[0].cast} == {0, 6000}
    file.edit("Day", partners.set_vote, taken.id, "voted_on", date(2016, 3, 1))
    assert {row.weight for row in file.read(partners.votes)[0].cast} == {0, None}
    seat = next(seat for seat in forum(file).seats if seat.partner == SURGERY)
    file.edit("Votes", partners.set_seat, seat.id, "votes", 3)
    assert {row.votes for row in file.read(partners.votes)[0].cast} == {1}


def test_what_became_of_a_vote_follows_what_was_said(file: LocalityFile) -> None:
    taken = vote(file, Cast.FOR, Cast.AGAINST, Cast.FOR)
    assert taken.verdict.outcome is Outcome.CARRIED
    file.edit("Say", partners.set_cast, taken.cast[0].id, "said", Cast.ABSENT)
    assert file.read(partners.votes)[0].verdict.outcome is Outcome.NOT_CARRIED
    file.edit("Rule", partners.set_vote, taken.id, "rule", DecisionRule.RESERVED)
    assert "has not said yes" in file.read(partners.votes)[0].verdict.why
    ids = tuple(row.id for row in taken.cast)
    file.edit("All", partners.say_all, ids, Cast.ABSENT)
    assert file.read(partners.votes)[0].verdict.outcome is Outcome.NOT_QUORATE
    file.undo()
    assert file.read(partners.votes)[0].verdict.outcome is Outcome.NOT_CARRIED


def test_a_vote_waits_till_the_rule_and_the_votes_are_laid_down(file: LocalityFile) -> None:
    board = forum(file)
    file.edit("Rule", partners.set_forum, board.id, "rule", None)
    with pytest.raises(Refusal, match="Say first when a vote of The board carries"):
        file.edit("Vote", partners.add_vote, BOARD, "Which?", ON)
    file.edit("Rule", partners.set_forum, board.id, "rule", DecisionRule.MAJORITY)
    file.edit("Votes", partners.set_seat, board.seats[0].id, "votes", None)
    assert forum(file).votes is None
    with pytest.raises(Refusal, match="how many votes each member"):
        file.edit("Vote", partners.add_vote, BOARD, "Which?", ON)
    assert file.read(partners.votes) == []


def test_what_nobody_answers_for_stands_on_top(file: LocalityFile) -> None:
    assert file.edit("Usual", partners.add_usual_charges) == len(SUBJECTS)
    with pytest.raises(Refusal, match="All of the usual subjects"):
        file.edit("Usual", partners.add_usual_charges)
    rows = {row.subject: row.id for row in file.read(partners.charges)}
    file.edit("Say", partners.set_charge, rows[SUBJECTS[0]], "partner", CCG.upper())
    file.edit("Say", partners.set_charge, rows[SUBJECTS[0]], "forum", BOARD)
    file.edit("Say", partners.set_charge, rows[SUBJECTS[2]], "name", "The lead GP")
    *without, named, whole = file.read(partners.charges)
    assert (named.subject, named.is_answered, named.is_decided) == (SUBJECTS[2], True, False)
    assert (whole.partner, whole.forum, whole.rule) == (CCG, BOARD, DecisionRule.MAJORITY)
    assert not any(row.is_answered for row in without)
    file.edit("Remove", partners.remove_forums, (forum(file).id,))
    assert not any(row.is_decided for row in file.read(partners.charges))
    assert file.read(partners.forums, ON)[0].depth == 0


def test_a_domain_is_scored_once_a_day_from_0_to_3(file: LocalityFile) -> None:
    domain = MaturityDomain.INTEGRATION
    key = file.edit("Score", partners.add_score, domain, ON, 2, "Teams meet.")
    with pytest.raises(Refusal, match="has a score of that day already"):
        file.edit("Score", partners.add_score, domain, ON, 3)
    for score in (4, -1, "high"):
        with pytest.raises(Refusal, match="0 foundation, 1, 2 or 3"):
            file.edit("Score", partners.set_score, key, "score", score)
    file.edit("Score", partners.add_score, domain, date(2016, 4, 1), 1)
    assert [row.score for row in file.read(partners.maturity)] == [1, 2]
    assert [row.score for row in file.read(partners.maturity, date(2016, 4, 30))] == [1]
    with pytest.raises(Refusal, match="has a score of that day already"):
        file.edit("Day", partners.set_score, key, "scored_on", date(2016, 4, 1))


def test_who_chairs_sits_and_answers_is_left_out_where_names_are(file: LocalityFile) -> None:
    board = forum(file)
    file.edit("Chair", partners.set_forum, board.id, "chair", "Pat Nobody")
    file.edit("Sits", partners.set_seat, board.seats[0].id, "name", "Sam Nobody")
    file.edit("Add", partners.add_charge, "Money", {"name": "Kim Nobody"})
    dumped = {dump.name: dump for dump in file.read(everything.every_table_nameless)}
    for table in ("forum", "forum_member", "charge"):
        assert "Nobody" not in str(dumped[table].rows)
    named = {dump.name: dump for dump in file.read(everything.every_table)}
    assert "Pat Nobody" in str(named["forum"].rows)
