"""A section is added by adding files: a toy one is, and is at work everywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.figures import ROOT

TOYS = ROOT / "tests" / "toys"
LAID_OVER = ("pch_desktop", "docs", "resources")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the toy section's files added."""
    copy = tmp_path / "project"
    ignore = shutil.ignore_patterns("__pycache__")
    for root in (ROOT, TOYS):
        for folder in LAID_OVER:
            shutil.copytree(root / folder, copy / folder, ignore=ignore, dirs_exist_ok=True)
    return copy


def ask(project: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python on the copy, as if it were the project."""
    environ = {**os.environ, "PYTHONPATH": str(project), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=project,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_toys_only_add_files() -> None:
    files = [path.relative_to(TOYS) for folder in LAID_OVER for path in (TOYS / folder).rglob("*")]
    assert [str(path) for path in files if path.suffix and (ROOT / path).exists()] == []


def test_a_section_of_files_alone_is_at_work_everywhere(project: Path, tmp_path: Path) -> None:
    done = ask(project, TOYS / "proof.py", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == ["the pack has it", "the file has it", "the window has it"]


def test_the_program_with_the_toy_finds_itself_whole(project: Path) -> None:
    if not (ROOT / "pch_desktop" / "cli.py").exists():
        pytest.skip("the command line is not built yet")
    done = ask(project, "-m", "pch_desktop", "--self-test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "toy" in done.stdout.lower()
