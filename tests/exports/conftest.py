"""The sample's board pack, made once for all tests of it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.exports import pack
from pch_desktop.exports.board import Pack
from pch_desktop.exports.making import Wanted, prepared
from pch_desktop.exports.pdf import write_pdf
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.names_held import names_held
from tests import localities
from tests.exports import pdfs

OCTOBER = Month.read("2016-10")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The invented sample, open."""
    path = tmp_path_factory.mktemp("sample") / "Marsh Valley.pch"
    file = localities.sample(path)
    yield file
    file.close()


@pytest.fixture(scope="session")
def called(sample: LocalityFile) -> dict[str, str]:
    """Every name of the sample, and what stands in its place."""
    return sample.read(names_held)


@pytest.fixture(scope="session")
def gathered(sample: LocalityFile) -> Pack:
    """All that the sample's pack of October 2016 might show, names of people too."""
    return pack.gather(sample, OCTOBER, localities.NOON)


@pytest.fixture(scope="session")
def board(gathered: Pack, called: dict[str, str]) -> Pack:
    """The pack of October 2016 as the sample's board gets it: nobody is named."""
    return prepared(gathered, Wanted(left_out=gathered.left_out, called=called))


@pytest.fixture(scope="session")
def workbook(board: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's board pack of October 2016, written."""
    return pack.write_pack(board, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="session")
def pdf(board: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's board pack of October 2016 as PDF, written."""
    return write_pdf(board, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="session")
def paper(pdf: Path) -> list[str]:
    """The words of each page of the sample's PDF."""
    return pdfs.words(pdf)


@pytest.fixture(scope="session")
def small(board: Pack) -> Pack:
    """A pack of few sheets, for what needs no more."""
    return replace(board, sections=board.sections[:1], appendices=board.appendices[:1])
