"""The command line does what the window does, and says so in a line."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from pch_desktop import cli
from pch_desktop.__main__ import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Return a command's exit code, what it said, and what it refused."""
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Our locality.pch"


def test_a_new_locality_is_made_named_checked_and_exported(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "new", path, "--name", "Fen Edge")[:2] == (0, f"Made {path} for Fen Edge.\n")
    assert run(capsys, "check", path)[0] == 0
    code, out, _ = run(capsys, "export", path, "--out", tmp_path, "--month", "2016-10")
    assert code == 0
    assert "Fen Edge board pack 2016-10.xlsx" in out
    assert "Cover" in load_workbook(tmp_path / "Fen Edge board pack 2016-10.xlsx").sheetnames


def test_a_site_is_begun_by_its_key_and_may_be_called_otherwise(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Winsford" in run(capsys, "new", path, "--site", "winsford")[1]
    other = path.with_name("other.pch")
    assert "Ours" in run(capsys, "new", other, "--site", "rugeley", "--name", "Ours")[1]


def test_an_unknown_site_is_refused_with_the_list_and_makes_no_file(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, error = run(capsys, "new", path, "--site", "atlantis")
    assert code == 1
    assert "winsford" in error
    assert not path.exists()


def test_a_file_that_is_there_is_never_made_again(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "new", path)
    before = path.read_bytes()
    code, _, error = run(capsys, "new", path)
    assert code == 1
    assert "already" in error
    assert path.read_bytes() == before


def partners_file(folder: Path) -> Path:
    source = folder / "partners.csv"
    source.write_text("Organisation,Sector\nVale Trust,Secondary care\nFen Hospice,Voluntary\n")
    return source


def test_a_dry_run_says_what_would_change_and_changes_nothing(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "new", path)
    before = path.read_bytes()
    code, out, _ = run(capsys, "import", path, partners_file(tmp_path), "--dry-run")
    assert code == 0
    assert "nothing was changed" in out
    assert path.read_bytes() == before


def test_a_file_is_brought_in_once_and_again_changes_nothing(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "new", path)
    source = partners_file(tmp_path)
    assert "brought in" in run(capsys, "import", path, source)[1]
    assert "nothing to change" in run(capsys, "import", path, source)[1]


def test_everything_is_exported_to_one_workbook(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "new", path, "--name", "Fen Edge")
    run(capsys, "import", path, partners_file(tmp_path))
    assert run(capsys, "export", path, "--out", tmp_path, "--everything")[0] == 0
    book = load_workbook(tmp_path / "Fen Edge everything.xlsx")
    names = {row[0].value: row for row in book["Partner"].iter_rows(min_col=2, max_col=2)}
    assert "Vale Trust" in names


def test_everything_names_people_only_where_names_are_asked_for(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "new", path, "--sample")
    target = tmp_path / "Marsh Valley everything.xlsx"
    for more, name in (((), "Person 1"), (("--names",), "A. Alder")):
        assert run(capsys, "export", path, "--out", tmp_path, "--everything", *more)[0] == 0
        assert load_workbook(target)["Person"]["B2"].value == name


def test_the_directory_is_written_without_names_unless_they_are_asked_for(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "new", path, "--sample")
    asked = ("export", path, "--out", tmp_path, "--directory", "--formats", "csv,html")
    code, out, _ = run(capsys, *asked)
    assert (code, out.count("Wrote ")) == (0, 3)
    paper = tmp_path / "Marsh Valley directory.html"
    assert "01632 960108" in paper.read_text("utf-8")
    assert "H. Larch" not in paper.read_text("utf-8")
    assert run(capsys, *asked, "--names")[0] == 0
    assert "H. Larch" in paper.read_text("utf-8")
    assert run(capsys, *asked[:-1], "pdf")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--formats", "gif"), "is not known. Choose from: xlsx, pdf, docx"),
        (("--formats", ","), "Choose at least one"),
        (("--audience", "everybody"), "Choose from: internal, board, public"),
        (("--without", "Nonsense"), "No sheet is called"),
        (("--called", "../board"), "cannot be a file's name"),
        (("--called", "CON"), "Windows keeps"),
        (("--edition", "v1.0"), "was issued as v1.0"),
        (("--month", "October"), "2016-10"),
        (("--month", "1900-01"), "between 1948 and 2099"),
        (("--month", "1850-01"), "between 1948 and 2099"),
        (("--out", "/nowhere/at/all"), "no folder"),
    ],
)
def test_what_is_not_there_is_refused_never_approximated(
    path: Path,
    tmp_path: Path,
    arguments: tuple[str, ...],
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(capsys, "new", path)
    out = () if "--out" in arguments else ("--out", tmp_path)
    code, _, error = run(capsys, "export", path, *out, *arguments)
    assert code == 1
    assert words in error
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_pack_is_made_in_every_format_issued_corrected_and_made_again(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "new", path, "--name", "Fen Edge")
    out = tmp_path / "out"
    out.mkdir()
    asked = ("export", path, "--out", out, "--month", "2016-10", "--audience", "public")
    code, said, error = run(capsys, *asked, "--formats", "xlsx, pdf,docx", "--without", "rates")
    assert (code, error) == (0, "")
    names = [f"Fen Edge board pack 2016-10 public.{each}" for each in ("xlsx", "pdf", "docx")]
    assert sorted(each.name for each in out.iterdir()) == sorted(names)
    assert all(name in said for name in names)
    assert "Rates" not in load_workbook(out / names[0]).sheetnames
    code, said, _ = run(capsys, *asked, "--issue")
    assert (code, "Issued v1.0 of October 2016." in said) == (0, True)
    first = load_workbook(out / "Fen Edge board pack 2016-10 v1.0 public.xlsx")
    code, _, error = run(capsys, *asked, "--issue")
    assert (code, "reason" in error) == (1, True)
    assert run(capsys, *asked, "--issue", "--reason", "A list came late")[0] == 0
    again = tmp_path / "again"
    again.mkdir()
    code, said, _ = run(capsys, *asked[:2], "--out", again, *asked[4:], "--edition", "v1.0")
    assert code == 0
    remade = load_workbook(again / "Fen Edge board pack 2016-10 v1.0 public.xlsx")
    for sheet in first.sheetnames:
        cells = [[[cell.value for cell in row] for row in book[sheet]] for book in (first, remade)]
        assert cells[0] == cells[1]
    copy = tmp_path / "nameless.pch"
    assert run(capsys, "redact", path, "--out", copy)[0] == 0
    assert run(capsys, "check", copy)[0] == 0


def test_a_template_of_one_s_own_is_filled_at_its_places(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from openpyxl import Workbook
    from openpyxl.workbook.defined_name import DefinedName

    run(capsys, "new", path, "--name", "Fen Edge")
    book = Workbook()
    book.defined_names["PCH_place"] = DefinedName("PCH_place", attr_text="Sheet!$B$2")
    book.save(tmp_path / "ours.xlsx")
    asked = ("export", path, "--out", tmp_path, "--month", "2016-10")
    code, said, _ = run(capsys, *asked, "--template", tmp_path / "ours.xlsx")
    assert (code, "1 place of the template filled." in said) == (0, True)
    assert load_workbook(tmp_path / "ours 2016-10.xlsx")["Sheet"]["B2"].value == "Fen Edge"


def test_the_demo_makes_the_sample_and_its_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "demo", "--out", tmp_path / "out")
    assert code == 0
    assert "41,280" in out
    assert (tmp_path / "out" / "Marsh Valley board pack 2016-10.xlsx").exists()


def test_the_self_test_passes_and_lists_the_sections(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--self-test")
    assert code == 0
    for section in ("overview", "population", "workforce", "services", "partners", "budget"):
        assert section in out


@pytest.mark.parametrize("arguments", [("frobnicate",), ("import",), ("export", "x.pch")])
def test_a_command_that_is_not_understood_ends_with_two(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, *arguments)[0] == cli.USAGE


def test_a_check_of_what_is_no_locality_file_says_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.pch"
    letter.write_text("Dear board, " * 20)
    code, _, error = run(capsys, "check", letter)
    assert code == 1
    assert "text" in error


def test_a_missing_file_is_a_sentence_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (("check",), ("export", "--out", tmp_path)):
        name, *rest = command
        code, _, error = run(capsys, name, tmp_path / "none.pch", *rest)
        assert code == 1
        assert "Traceback" not in error
        assert "none.pch" in error
