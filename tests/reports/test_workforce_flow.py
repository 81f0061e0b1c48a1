"""Starters, leavers, turnover and stability of a stored file."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.imports.beginning import begin_sample
from pch_desktop.reports.workforce import filled
from pch_desktop.reports.workforce_flow import flow_measures, flows
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

OCTOBER = Month(2016, 10)
SINCE, UNTIL = date(2015, 10, 31), OCTOBER.last


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample, only read here."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.pch"
    file = begin_sample(path, localities.holder(), localities.noon)
    yield file
    file.close()


def test_wte_of_coming_and_going_is_that_of_the_posts(sample: LocalityFile) -> None:
    found = flow_measures(sample, UNTIL)
    assert found.start_wte == filled(sample.read(workforce.posts, SINCE))[1]
    assert found.end_wte == filled(sample.read(workforce.posts, UNTIL))[1] == Decimal("207.9")


def test_the_log_leads_from_one_day_to_the_other(sample: LocalityFile) -> None:
    found, log = flow_measures(sample, UNTIL), flows(sample, SINCE, UNTIL)
    assert found.start_heads + sum(change.heads for change in log) == found.end_heads
    assert found.start_wte + sum(change.wte for change in log) == found.end_wte


def test_measures_of_the_sample(sample: LocalityFile) -> None:
    found = flow_measures(sample, UNTIL)
    assert (found.leavers_heads, found.leavers_wte) == (24, Decimal("16.6"))
    assert (found.start_heads, found.end_heads, found.stayed_heads) == (265, 274, 243)
