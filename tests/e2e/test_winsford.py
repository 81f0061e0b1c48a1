"""Three of the fifteen sites begun from their starters, with the official files as published."""

from __future__ import annotations

import csv
from collections import defaultdict
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import PracticeStatus, Weighting
from pch_desktop.reports import budget as finance
from pch_desktop.reports import overview, population
from pch_desktop.reports.words import written
from pch_desktop.store import budget, workforce
from pch_desktop.store import population as lists
from tests import localities
from tests.e2e.commands import reading, told
from tests.exports.books import cells, formulas, recalculated
from tests.exports.test_recalculated import is_same
from tests.imports.real import State, real_file, state

APRIL = Month.read("2016-04")
PAID = "payments/nhspaymentsgp_15-16.csv"
WEIGHTED = "allocation/AIF_wp_2024_2025_full.csv"
LISTS = "list_size/gp-reg-pat-prac-all_2021-01.csv"
STAFF = "workforce/PCN_2021-06_individual_level.csv"
PEOPLE = "Number of Registered Patients (Last Known Figure)"
TOTAL = "Total NHS Payments to General Practice"
FILES = (PAID, LISTS, WEIGHTED)


def site(path: Path, key: str, *names: str) -> Path:
    """Make a site's file by the command line and take official files into it."""
    sources = [real_file(name) for name in names]
    told("new", path, "--site", key)
    for source in sources:
        told("import", path, source)
    return path


@pytest.fixture(scope="module")
def winsford(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Winsford with its payments, its lists and its weighted populations."""
    return site(tmp_path_factory.mktemp("winsford") / "w.pch", "winsford", *FILES)


def headlines(path: Path, month: Month = APRIL) -> dict[str, tuple[str, str]]:
    """Return each headline of a month as it is written, and what it is held against."""
    with reading(path) as file:
        rows = overview.measures(file, month)
    return {row.key: (written(row.value, row.kind), row.against) for row in rows}


def baseline(path: Path) -> dict[str, int]:
    """Return the baseline of each line in pence."""
    with reading(path) as file:
        return {line.name: line.baseline_pence or 0 for line in file.read(budget.lines, APRIL)}


def paid_to(codes: set[str]) -> list[dict[str, str]]:
    """Return the rows of some practices in the payments file."""
    with real_file(PAID).open(encoding="utf-8-sig", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["Practice Code"] in codes]


def codes(path: Path) -> set[str]:
    """Return the codes of the locality's practices."""
    with reading(path) as file:
        return {row.code for row in file.read(lists.practices, APRIL)}


def whole(path: Path) -> State:
    """Return every row of every table but the history's."""
    with reading(path) as file:
        return file.read(state)


def test_winsford_has_the_people_and_the_need_that_were_published(winsford: Path) -> None:
    told_of = headlines(winsford)
    assert told_of["registered"] == ("34,063", "30,000 to 50,000 usual")
    assert told_of["weighted"] == ("35,936", "2015/16")
    with reading(winsford) as file:
        table = population.practices(file, APRIL)
        later = population.practices(file, Month.read("2021-03"))
    totals = {row.code: (row.registered, row.list_size) for row in table.rows}
    assert sum(int(people or 0) for people, _ in totals.values()) == 34_063
    assert {size for _, size in totals.values()} == {None}
    assert sum(row.list_size or 0 for row in later.rows) == 36_676


def test_winsfords_baseline_foots_line_by_line_and_practice_by_practice(winsford: Path) -> None:
    found = baseline(winsford)
    rows = paid_to(codes(winsford))
    assert sum(found.values()) == 4_183_884_50
    assert sum(int(Decimal(row[TOTAL]) * 100) for row in rows) == 4_183_884_50
    assert found["Global sum"] == sum(int(Decimal(row["Global Sum"]) * 100) for row in rows)
    with reading(winsford) as file:
        parts = finance.baseline(file, APRIL)
        standing = finance.finance(file, APRIL)
    by_line: dict[int, int] = defaultdict(int)
    by_practice: dict[str | None, int] = defaultdict(int)
    for part in parts.rows:
        by_line[part.line_id] += part.amount_pence
        by_practice[part.practice_code] += part.amount_pence
        assert part.year == FinancialYear.read("2015/16")
        assert part.source
    assert {row.id: row.annual for row in standing.rows if row.annual} == {
        line: pence for line, pence in by_line.items() if pence
    }
    assert by_practice == {row["Practice Code"]: int(Decimal(row[TOTAL]) * 100) for row in rows}


def test_winsfords_need_differs_by_what_it_is_weighted_for(winsford: Path) -> None:
    with reading(winsford) as file:
        weights = file.read(lists.weights)
    need: dict[Weighting, Decimal] = {}
    for row in weights:
        if row.year == FinancialYear.read("2024/25"):
            need[row.weighting] = need.get(row.weighting, Decimal(0)) + (row.weighted or 0)
    assert len(need) == 8
    assert len(set(need.values())) == 8


def test_one_list_and_one_payment_changed_give_exactly_the_changed_totals(
    winsford: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mine.pch"
    path.write_bytes(winsford.read_bytes())
    before = baseline(path)
    with real_file(PAID).open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    ours = next(row for row in rows if row["Practice Code"] == "N81024")
    ours[PEOPLE] = str(int(ours[PEOPLE]) + 7)
    for name in ("Premises Payments", TOTAL):
        ours[name] = str(Decimal(ours[name]) + Decimal("12.34"))
    copy = tmp_path / "corrected 15-16.csv"
    with copy.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(ours))
        writer.writeheader()
        writer.writerows(rows)
    told("import", path, copy)
    assert headlines(path)["registered"][0] == "34,070"
    after = baseline(path)
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == {
        "Premises payments": 12_34
    }
    assert sum(after.values()) == 4_183_884_50 + 12_34


def spend_april(path: Path) -> None:
    """Put in what every line cost in April, so that there are variances to work out."""
    april = Month(2016, 4)
    with closing(localities.opened(path)) as file:
        for line in file.read(budget.lines, april):
            pence = line.standing.month_budget + 1_234_56
            file.edit(f"April of {line.name}", budget.set_actual, line.id, april, pence)


def test_winsfords_pack_comes_to_the_same_when_libreoffice_works_it_out(
    winsford: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mine.pch"
    path.write_bytes(winsford.read_bytes())
    spend_april(path)
    told("export", path, "--out", tmp_path, "--month", "2016-04")
    pack = tmp_path / "The Winsford Group board pack 2016-04.xlsx"
    ours, theirs, live = cells(pack), cells(recalculated(pack, tmp_path)), formulas(pack)
    differ = {
        place: (live[place], ours.get(place), theirs.get(place))
        for place in live
        if not is_same(ours.get(place), theirs.get(place))
    }
    assert differ == {}
    assert len(live) > 80
    finance_sheet = [value for (sheet, _), value in theirs.items() if sheet == "Finance"]
    numbers = [value for value in finance_sheet if isinstance(value, int | float)]
    assert any(abs(value - 4_183_884.50) < 0.005 for value in numbers)
    book = load_workbook(pack, data_only=True)
    figures = {row[1]: row[2] for row in book["Summary"].iter_rows(min_row=5, values_only=True)}
    assert figures["Registered population"] == 34_063
    assert round(float(str(figures["Weighted population"]))) == 35_936


def test_undo_of_each_import_leaves_every_table_as_before(tmp_path: Path) -> None:
    path = site(tmp_path / "w.pch", "winsford")
    states = [whole(path)]
    for name in FILES:
        told("import", path, real_file(name))
        states.append(whole(path))
    with reading(path) as file:
        for before in reversed(states[:-1]):
            file.undo()
            assert file.read(state) == before
        for after in states[1:]:
            file.redo()
            assert file.read(state) == after


def test_st_austell_does_not_count_its_predecessors_beside_it(tmp_path: Path) -> None:
    path = site(tmp_path / "a.pch", "st-austell", *FILES)
    assert codes(path) == {"Y04957"}
    assert headlines(path)["registered"][0] == "31,616"
    assert headlines(path)["weighted"][0] == "32,594"
    assert sum(baseline(path).values()) == 3_063_956_36
    others = paid_to({"L82611", "Y04694"})
    assert sum(int(row[PEOPLE]) for row in others) == 8_729 + 7_609


def test_south_durham_keeps_a_closed_practices_year_and_has_its_networks_staff(
    tmp_path: Path,
) -> None:
    path = site(tmp_path / "d.pch", "south-durham", *FILES, STAFF)
    assert headlines(path)["registered"][0] == "40,828"
    assert headlines(path)["weighted"][0] == "46,785"
    assert sum(baseline(path).values()) == 6_184_535_62
    assert headlines(path, Month.read("2021-03"))["registered"][0] == "42,192"
    with reading(path) as file:
        practices = {row.code: row for row in file.read(lists.practices, APRIL)}
        staff = file.read(workforce.network_staff)
        kept = file.read(state)
    closed = practices["A83638"]
    assert closed.status is PracticeStatus.CLOSED
    assert str(closed.closed_on) == "2017-10-31"
    assert closed.registered == 1_385
    assert {row.network_code for row in staff} == {"U37593"}
    assert round(sum(row.wte for row in staff), 2) == Decimal("10.81")
    assert sum(row.heads or 0 for row in staff) == 13
    batches = [row for row in kept["import_batch"] if STAFF.rpartition("/")[2] in row]
    assert len(batches) == 1
    assert 13 in batches[0]
    assert "40319" not in str(kept)
