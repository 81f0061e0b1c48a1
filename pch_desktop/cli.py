"""The command line: the same functions as the window, without one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pch_desktop import __version__
from pch_desktop.domain.refusal import Refusal

if TYPE_CHECKING:
    from pch_desktop.domain.period import Month
    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.store.lock import Holder

DONE, REFUSED, USAGE, CANNOT_START = 0, 1, 2, 3
COMMANDS = ("new", "import", "export", "check", "demo")
FORMATS = ("xlsx", "pdf", "docx")
AUDIENCES = ("internal", "board", "public")
FIRST_YEAR, LAST_YEAR = 1948, 2099
"""The health service's first year, and the last there is a pack for."""
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 refused or findings, 2 usage."""
    _write_what_can_be_written()
    try:
        asked = parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    command: Command = asked.command
    try:
        return command(asked)
    except Refusal as refusal:
        print(f"Not done: {refusal}", file=sys.stderr)
        return REFUSED
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"Not done: {error.strerror or error}{where}.", file=sys.stderr)
        return REFUSED


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    top = argparse.ArgumentParser(
        "pch-desktop", description="Run one Primary Care Home locality from one file.",
        epilog="pch-desktop [FILE] opens the window.",
    )  # fmt: skip
    top.add_argument("--version", action="version", version=f"PCH Desktop {__version__}")
    top.add_argument("--self-test", dest="command", action="store_const", const=self_test,
                     help="check that every part of the program is here and works")  # fmt: skip
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    new = _command(commands, "new", new_file, "make a new locality file")
    new.add_argument("file", type=Path)
    new.add_argument("--name", help="the locality's name")
    source = new.add_mutually_exclusive_group()
    source.add_argument("--site", metavar="KEY", help="begin from one of the fifteen starters")
    source.add_argument("--sample", action="store_true", help="begin with the invented sample")
    bring = _command(commands, "import", import_files, "bring files into a locality")
    bring.add_argument("file", type=Path)
    bring.add_argument("source", type=Path, nargs="+")
    bring.add_argument("--as", dest="kind", metavar="KIND", help="what the files are")
    bring.add_argument("--year", help="the financial year of the figures, such as 2015/16")
    bring.add_argument("--sheet", help="which sheet of a workbook")
    bring.add_argument("--reason", help="why a table that looks like patients is none")
    bring.add_argument("--dry-run", action="store_true", help="say what would change; change none")
    bring.add_argument("--refused", type=Path, metavar="WORKBOOK", help="save the rows left out")
    export = _command(commands, "export", export_pack, "make the board pack")
    export.add_argument("file", type=Path)
    export.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    export.add_argument("--month", help="such as 2016-10; the latest unless said")
    export.add_argument("--formats", default="xlsx", help="xlsx (pdf and docx are to come)")
    export.add_argument("--audience", default="board", help="board (others are to come)")
    export.add_argument("--everything", action="store_true", help="all the file holds instead")
    export.add_argument(
        "--directory",
        action="store_true",
        help="the directory of services and partners instead: xlsx, csv, html",
    )
    export.add_argument(
        "--names", action="store_true",
        help="with --everything or --directory: names of people too",
    )  # fmt: skip
    _command(commands, "check", check_file, "check a locality file from end to end").add_argument(
        "file", type=Path
    )
    demo = _command(commands, "demo", demonstrate, "make the sample's board pack")
    demo.add_argument("--out", type=Path, default=Path("out"), metavar="FOLDER")
    top.set_defaults(command=no_command)
    return top


def new_file(asked: argparse.Namespace) -> int:
    """Make a new locality file."""
    from pch_desktop.imports import beginning
    from pch_desktop.store import locality

    path: Path = asked.file
    if asked.sample:
        file = beginning.begin_sample(path, _holder(), now)
    elif asked.site:
        file = beginning.begin_from(path, _holder(), now, asked.site)
    else:
        file = beginning.begin(path, _holder(), now, asked.name or path.stem)
    try:
        if asked.name and (asked.sample or asked.site):
            file.edit(f"Call it {asked.name}", locality.name_locality, asked.name)
        name = file.read(locality.locality).name
    finally:
        file.close()
    print(f"Made {path} for {name}.")
    return DONE


def import_files(asked: argparse.Namespace) -> int:
    """Bring files into a locality, each as one step."""
    from pch_desktop.domain.period import FinancialYear
    from pch_desktop.imports import preview, refused, taking
    from pch_desktop.imports.opening import commit

    wanted = taking.Wanted(
        kind=asked.kind,
        year=FinancialYear.read(asked.year) if asked.year else None,
        sheet=asked.sheet,
        reason=asked.reason,
    )
    with closing(_opened(asked.file)) as file:
        for source in asked.source:
            plan = taking.plan(file, source, wanted)
            for sentence in preview.sentences(plan):
                print(f"  {sentence}")
            if asked.refused:
                count = refused.save(plan, asked.refused, source)
                print(f"  {asked.refused} holds the {count:,} rows left out.")
            if asked.dry_run:
                print(f"{source.name}: nothing was changed, as you asked.")
            elif not plan.is_nothing:
                _warn(file.back_up("before-import"))
                commit(file, plan)
                print(f"{source.name}: brought in.")
            else:
                print(f"{source.name}: nothing to change.")
    return DONE


def export_pack(asked: argparse.Namespace) -> int:
    """Make a month's board pack, or one workbook of all the file holds."""
    from pch_desktop.exports import everything

    if asked.directory:
        return export_directory(asked)
    _refuse_unbuilt(asked.formats, asked.audience)
    if asked.names and not asked.everything:
        raise Refusal("The board pack holds no names of people. Give --names with --everything.")
    month = _month_asked(asked.month) if asked.month else None
    with closing(_opened(asked.file)) as file:
        if asked.everything:
            read = everything.read_all_with_names if asked.names else everything.read_all
            print(f"Wrote {everything.write_all(*read(file), asked.out)}.")
            return DONE
        print(f"Wrote {_pack(file, month, asked.out)}.")
    return DONE


def export_directory(asked: argparse.Namespace) -> int:
    """Write the directory of services and partners in each format asked for."""
    from pch_desktop.exports.names import file_words
    from pch_desktop.exports.paper_file import FORMATS as DIRECTORY_FORMATS
    from pch_desktop.exports.paper_file import write_tables
    from pch_desktop.reports.partners_directory import TITLE, directory
    from pch_desktop.store import locality

    wanted = [each.strip() for each in asked.formats.split(",")]
    if strange := [each for each in wanted if each not in DIRECTORY_FORMATS]:
        known = ", ".join(DIRECTORY_FORMATS)
        raise Refusal(f"The directory is not written as “{strange[0]}”. Choose from: {known}.")
    with closing(_opened(asked.file)) as file:
        place = file.read(locality.locality).name
        tables = directory(file, with_names=asked.names)
        stem = f"{file_words(place)} {TITLE.lower()}"
        for each in wanted:
            for path in write_tables(place, TITLE, tables, asked.out / f"{stem}.{each}"):
                print(f"Wrote {path}.")
    return DONE


def check_file(asked: argparse.Namespace) -> int:
    """Check a locality file without changing it."""
    from pch_desktop.reports.words import plural
    from pch_desktop.store.checking import check

    found = check(asked.file)
    for finding in found:
        print(f"{finding.area.value}: {finding.words}")
    harm = sum(finding.is_damage for finding in found)
    if harm:
        print(f"{asked.file}: {plural(harm, 'finding')}. Nothing was changed.")
        return REFUSED
    print(f"{asked.file}: whole, from its pages to its history.")
    return DONE


def demonstrate(asked: argparse.Namespace) -> int:
    """Make the invented sample and its board pack in a folder."""
    from pch_desktop.imports import beginning
    from pch_desktop.reports import overview

    folder: Path = asked.out
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / beginning.SAMPLE_NAME
    if not path.exists():
        beginning.begin_sample(path, _holder(), now).close()
    with closing(_opened(path)) as file:
        target = _pack(file, None, folder)
        for row in overview.measures(file, _month(file)):
            print(f"  {row.name}: {row.sentence}")
    print(f"Wrote {target} from {path}.")
    return DONE


def self_test(_asked: argparse.Namespace) -> int:
    """Make, change, undo, check and export a sample, and list the sections found."""
    from tempfile import TemporaryDirectory

    from pch_desktop.imports import beginning
    from pch_desktop.reports.quality import statements
    from pch_desktop.store import locality
    from pch_desktop.store.checking import check

    with TemporaryDirectory() as name:
        path = Path(name) / beginning.SAMPLE_NAME
        with closing(beginning.begin_sample(path, _holder(), now)) as file:
            before = file.read(locality.locality)
            file.edit("Change the name", locality.name_locality, "Self-test")
            file.undo()
            if file.read(locality.locality) != before:
                raise Refusal("The self-test found that undo does not undo. Install it again.")
            _pack(file, None, Path(name))
        if any(finding.is_damage for finding in check(path)):
            raise Refusal("The self-test found its file damaged. Install the program again.")
    print(f"Self-test passed. Sections: {', '.join(statements())}.")
    return DONE


def no_command(_asked: argparse.Namespace) -> int:
    """Say which commands there are."""
    print(f"Say what to do: {', '.join(COMMANDS)}, or --help.", file=sys.stderr)
    return USAGE


def now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


def _pack(file: LocalityFile, month: Month | None, folder: Path) -> Path:
    from pch_desktop.exports import pack

    return pack.write_pack(pack.gather(file, month or _month(file), now().astimezone()), folder)


def _month(file: LocalityFile) -> Month:
    """Return the month a file was last told about, or this one where it knows none."""
    from pch_desktop.domain.period import Month
    from pch_desktop.store import locality

    return file.read(locality.latest_month) or Month.of(now().date())


def _month_asked(text: str) -> Month:
    """Return the month asked for; charts look back two years, so not the calendar's first."""
    from pch_desktop.domain.period import Month

    try:
        month = Month.read(text)
    except ValueError:
        month = None
    if month is None or not FIRST_YEAR <= month.year <= LAST_YEAR:
        raise Refusal(f"“{text}” is not between {FIRST_YEAR} and {LAST_YEAR}. Write it as 2016-10.")
    return month


def _opened(path: Path) -> LocalityFile:
    from pch_desktop.store.locality_file import LocalityFile

    return LocalityFile(path, _holder(), now)


def _warn(sentence: str | None) -> None:
    """Tell of what stops nothing but should be known."""
    if sentence:
        print(f"Beware: {sentence}", file=sys.stderr)


def _holder() -> Holder:
    from pch_desktop.store.lock import Holder
    from pch_desktop.store.machine import who

    return Holder.here(who(), now())


def _write_what_can_be_written() -> None:
    """Let a terminal that has no pound sign print a question mark, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _refuse_unbuilt(formats: str, audience: str) -> None:
    for wanted in formats.split(","):
        if wanted.strip() != "xlsx":
            known = "is to come" if wanted.strip() in FORMATS else "is not known"
            raise Refusal(f"The format “{wanted.strip()}” {known}. Choose xlsx.")
    if audience != "board":
        known = "is to come" if audience in AUDIENCES else "is not known"
        raise Refusal(f"The audience “{audience}” {known}. Choose board.")


def _command(commands: Any, name: str, run: Command, words: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=f"{words[0].upper()}{words[1:]}."
    )
    made.set_defaults(command=run)
    return made
