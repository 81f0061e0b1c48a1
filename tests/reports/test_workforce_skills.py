"""What is said of skills, training and supervision: one figure for screen, picture and pack."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_skills import CompetencyKind, Found, Level
from pch_desktop.reports import workforce_lapses, workforce_skills, workforce_training
from pch_desktop.reports.statement import Finding
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.workforce import STATEMENT
from pch_desktop.reports.workforce_skills import NeedRow, RoleNeedRow, Skills
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AbilityRow, CompetencyRow, WorkerRow
from tests import localities

OCTOBER = Month(2016, 10)
ON = OCTOBER.last


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample, only read here."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


def need(number: int, have: int, least: int, expiring: int = 0) -> NeedRow:
    told = Found(least, have, expiring)
    return NeedRow(number, f"Service {number}", "Wound care", CompetencyKind.CLINICAL, 3, told)


def worker(number: int, *roles: str, until: date | None = None) -> WorkerRow:
    return WorkerRow(number, f"Person {number}", roles, (), until)


def ability(number: int, level: int = 3, until: date | None = None) -> AbilityRow:
    return AbilityRow(number, number, f"Person {number}", 1, "Life support", level, None, until)


def life_support(*roles: str) -> CompetencyRow:
    return CompetencyRow(
        1, "BLS", "Life support", CompetencyKind.MANDATORY, 12, None, None, roles=roles
    )


def known(people: list[WorkerRow], held: list[AbilityRow]) -> Skills:
    return Skills(ON, people, [life_support("Nurse", "Paramedic")], held, [])


# Services


def test_the_sentence_names_the_needs_that_are_short() -> None:
    said = workforce_skills.needs_finding
    assert said([]) == "No service has said yet what it needs."
    assert said([need(1, 3, 3)]) == "All 1 need of services are met."
    assert said([need(1, 3, 3, 1), need(2, 3, 1)]).endswith(
        "met; 1 will be short within 90 days unless levels are shown again."
    )
    assert said([need(1, 0, 3), need(2, 3, 1)]) == (
        "One of 2 needs is short: Wound care in Service 1 by 3."
    )


def test_standings_have_a_shape_and_words() -> None:
    rows = [need(1, 0, 3), need(2, 1, 3), need(3, 3, 3, 1), need(4, 3, 3)]
    assert [row.standing for row in rows] == [
        "✕ Nobody", "◆ 2 short", "▲ Met, 1 expiring", "● Met",
    ]  # fmt: skip


def test_the_sample_has_two_needs_short_of_fourteen(sample: LocalityFile) -> None:
    rows = workforce_skills.service_needs(workforce_skills.skills(sample, ON))
    assert workforce_skills.needs_finding(rows) == (
        "Two of 14 needs are short: Insulin initiation in Diabetes clinic by 3; "
        "Minor illness in Same-day access by 2."
    )
    assert rows[0].near[0].endswith("(lapsed 18 Aug 2016)")
    assert rows[0].near[-1].endswith("(2 supervised)")
    assert {row.near for row in rows if row.standing == "● Met"} == {()}
    alt_text = workforce_skills.needs_alt_text(rows)
    assert 40 <= len(alt_text) <= 400
    assert "Diabetes clinic, Insulin initiation: 5 of 8" in alt_text


def test_the_sample_s_gaps_agree_with_a_count_by_hand(sample: LocalityFile) -> None:
    at_work = {
        row.person_id for row in sample.read(workforce.assignments)
        if row.starts_on <= ON and (row.ends_on is None or row.ends_on >= ON)
    }  # fmt: skip
    held = sample.read(workforce.abilities, ON)
    for row in workforce_skills.service_needs(workforce_skills.skills(sample, ON)):
        can = {
            each.person_id for each in held
            if each.competency == row.competency and each.level >= row.least_level
            and each.person_id in at_work
            and (each.expires_on is None or each.expires_on >= ON)
        }  # fmt: skip
        assert row.found.have == len(can)
        assert row.found.gap == max(0, row.found.least_people - len(can))


# Roles


def test_people_whose_role_needs_it_are_counted_once() -> None:
    people = [
        worker(1, "Nurse", "Paramedic"), worker(2, "Nurse"), worker(3, "Paramedic"),
        worker(4, "Nurse"), worker(5, "Administrator"),
    ]  # fmt: skip
    held = [ability(1), ability(2, until=date(2016, 10, 30)), ability(3, until=ON), ability(4, 0)]
    row = workforce_skills.role_needs(known(people, held))[0]
    assert (row.found.least_people, row.found.have, row.lapsed, row.lacking) == (4, 2, 1, 1)
    assert (row.found.expiring, row.roles) == (1, ("Nurse", "Paramedic"))
    assert row.near == ("Person 2",)
    assert workforce_skills.roles_finding([row]) == (
        "4 people need Life support; 2 have it, 1 lapsed, 1 never shown."
    )


def test_what_no_held_role_needs_is_left_out() -> None:
    assert workforce_skills.role_needs(known([worker(1, "Administrator")], [])) == []
    everybody = workforce_skills.role_needs(known([worker(1, "Nurse")], [ability(1)]))
    assert workforce_skills.roles_finding(everybody) == "Everybody has what their role needs."


# Findings


def findings(sample: LocalityFile) -> list[Finding]:
    return workforce_lapses.findings(sample, OCTOBER)


def test_findings_count_and_lead_to_a_person_without_naming_them(sample: LocalityFile) -> None:
    found = findings(sample)
    assert [each.title for each in found] == [
        "2 people in post whose registration has ended",
        "11 people in post whose registration ends within 90 days",
        "19 people with mandatory training lapsed",
        "3 supervisions overdue",
        "2 service needs short of people with the skills",
    ]
    people = {-row.id: row.name for row in sample.read(workforce.people, ON)}
    assert all(each.record_id in people for each in found[:3])
    held = {row.id for row in sample.read(workforce.supervisions, ON)}
    assert (found[3].view, found[3].record_id in held) == ("Supervision", True)
    told = " ".join(f"{each.title} {each.detail}" for each in STATEMENT.findings(sample, OCTOBER))
    assert not any(name in told for name in people.values())


def test_lapsed_training_counts_each_person_once(sample: LocalityFile) -> None:
    rows = [
        row for row in workforce_skills.role_needs(workforce_skills.skills(sample, ON))
        if row.kind is CompetencyKind.MANDATORY
    ]  # fmt: skip
    assert sum(row.lapsed for row in rows) == 20
    assert len({each.id for row in rows for each in row.lapsed_people}) == 19


# Training, placements, supervision


def test_training_foots_by_who_pays(sample: LocalityFile) -> None:
    table = workforce_training.training(sample, OCTOBER)
    cost = next(column for column in table.columns if column.key == "cost")
    total = total_of(cost, table.columns, table.rows)
    assert total is not None
    assert (total.value, total.is_incomplete) == (1_716_000, True)
    parts = [total_of(cost, table.columns, block.rows) for block in table.blocks]
    assert [(block.title, part and part.value) for block, part in
            zip(table.blocks, parts, strict=True)] == [
        ("CPD money of the employer", 270_000), ("Health Education England", 1_200_000),
        ("The locality", 246_000),
    ]  # fmt: skip
    assert workforce_training.courses_finding(sample.read(workforce.courses)) == (
        "7 courses cost £17,160 (1 course not known); 24 of 48 places attended."
    )


def test_no_sheet_of_the_pack_names_anybody(sample: LocalityFile) -> None:
    names = {row.name for row in sample.read(workforce.people, ON)}
    tables = (
        *workforce_skills.tables(sample, OCTOBER), *workforce_training.tables(sample, OCTOBER),
    )  # fmt: skip
    assert [table.title for table in tables] == [
        "Skills gaps", "Skills by role", "Training", "Placements",
    ]  # fmt: skip
    for table in tables:
        assert table.rows
        told = {column.value(row) for row in table.rows for column in table.columns}
        assert not any(name in str(each) for name in names for each in told)


def test_a_gap_in_the_pack_is_the_gap_on_the_screen(sample: LocalityFile) -> None:
    table = workforce_skills.skills_gaps(sample, OCTOBER)
    gap = next(column for column in table.columns if column.key == "gap")
    assert gap.formula == "MAX(0,{least_people}-{have})"
    total = total_of(gap, table.columns, table.rows)
    assert total is not None
    assert total.value == 5
    rows = workforce_skills.service_needs(workforce_skills.skills(sample, ON))
    assert list(table.rows) == rows


def test_sentences_on_placements_and_supervision(sample: LocalityFile) -> None:
    placements = sample.read(workforce.placements)
    assert workforce_training.placements_finding(placements, ON) == (
        "8 learners on placement at 3 practices; 1 placement without a supervisor."
    )
    supervisions = sample.read(workforce.supervisions, ON)
    assert workforce_training.supervision_finding(supervisions, ON) == (
        "3 of 24 overdue, 20 due within 90 days, 1 with no day known."
    )
    standings = [workforce_training.due_standing(row, ON) for row in supervisions]
    assert standings[0] == "◆ 14 days overdue"
    assert standings[3] == "▲ No day known"
    assert standings[4].startswith("● Due in ")


def test_levels_are_offered_with_their_numbers() -> None:
    assert workforce_skills.LEVEL_WORDS[0] == "0 none"
    assert len(workforce_skills.LEVEL_WORDS) == len(Level)


def test_a_role_need_stands_as_its_people_do() -> None:
    row = RoleNeedRow(1, "Wound care", CompetencyKind.CLINICAL, ("Nurse",), Found(3, 3, 1), 0)
    assert row.standing == "▲ Met, 1 expiring"
