"""The command line: the same functions as the window, without one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pch_desktop import __version__
from pch_desktop.domain.refusal import Refusal

if TYPE_CHECKING:
    from pch_desktop.domain.period import Month
    from pch_desktop.exports.board import Pack
    from pch_desktop.exports.making import Wanted
    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.store.lock import Holder

DONE, REFUSED, USAGE, CANNOT_START = 0, 1, 2, 3
COMMANDS = ("new", "import", "export", "redact", "check", "demo")
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
    export.add_argument("--formats", default="xlsx", help="xlsx, pdf, docx, with commas between")
    export.add_argument("--audience", default="board", help="internal, board or public")
    export.add_argument("--without", action="append", default=[], metavar="SHEET",
                        help="leave a sheet out, by its title; may be given again")  # fmt: skip
    export.add_argument("--for-paper", action="store_true", help="finance without the month alone")
    export.add_argument("--called", default="", metavar="NAME", help="what the files are called")
    export.add_argument("--template", type=Path, metavar="FILE",
                        help="fill a workbook or document of your own instead")  # fmt: skip
    export.add_argument("--issue", action="store_true", help="issue it: its figures are kept")
    export.add_argument("--reason", default="", help="why an issued pack is corrected")
    export.add_argument("--edition", metavar="v1.0", help="an issued pack, made again")
    export.add_argument("--everything", action="store_true", help="all the file holds instead")
    export.add_argument(
        "--directory",
        action="store_true",
        help="the directory of services and partners instead: xlsx, csv, html",
    )
    export.add_argument(
        "--names", action="store_true",
        help="names of people too",
    )  # fmt: skip
    redact = _command(commands, "redact", save_redacted, "make a copy that names nobody")
    redact.add_argument("file", type=Path)
    redact.add_argument("--out", type=Path, required=True, metavar="FILE")
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
    with closing(_opened(asked.file)) as file:
        if asked.everything:
            read = everything.read_all_with_names if asked.names else everything.read_all
            print(f"Wrote {everything.write_all(*read(file), asked.out)}.")
            return DONE
        for path in _packs(file, asked):
            print(f"Wrote {path}.")
    return DONE


def _packs(file: LocalityFile, asked: argparse.Namespace) -> Sequence[Path]:
    """Write what is asked for of a pack: one as the file stands, or one that was issued."""
    from pch_desktop.exports import issuing, making
    from pch_desktop.exports.illustrating import illustrated
    from pch_desktop.store.names_held import names_held

    wanted = _wanted(asked)
    if asked.edition:
        return making.write(_again(file, asked), wanted, asked.out)
    month = _month_asked(asked.month) if asked.month else _month(file)
    pack = _read_pack(file, month, asked.without)
    wanted = replace(wanted, left_out=pack.left_out, called=file.read(names_held))
    if asked.template:
        return [_fill(making.prepared(pack, wanted), asked)]
    shown = making.prepared(illustrated(file, pack), wanted)
    if asked.issue:
        shown = issuing.issue_pack(file, shown, asked.reason, _holder().user, now())
        print(f"Issued {shown.issue.edition if shown.issue else ''} of {month.words}.")
    return making.write(shown, wanted, asked.out)


def _wanted(asked: argparse.Namespace) -> Wanted:
    from pch_desktop.domain.board_pack import Audience
    from pch_desktop.exports.making import Wanted, checked_formats

    known = [audience.value for audience in Audience]
    if asked.audience not in known:
        raise Refusal(f"“{asked.audience}” is no audience. Choose from: {', '.join(known)}.")
    return Wanted(
        checked_formats(asked.formats.split(",")),
        Audience(asked.audience),
        with_names=asked.names,
        for_paper=asked.for_paper,
        stem=asked.called,
    )


def _read_pack(file: LocalityFile, month: Month, without: Sequence[str]) -> Pack:
    """Return a month's pack, some sheets left out beside those the locality leaves out."""
    from pch_desktop.exports import pack as packs

    pack = packs.gather(file, month, now().astimezone())
    known = {table.title.casefold(): table.title for table in pack.every_table}
    for title in without:
        if title.casefold() not in known:
            raise Refusal(f"No sheet is called “{title}”. The contents of a pack list them.")
    return pack.without({*pack.left_out, *(known[title.casefold()] for title in without)})


def _again(file: LocalityFile, asked: argparse.Namespace) -> Pack:
    """Return an issued pack, by its month and edition."""
    from pch_desktop.exports import issuing
    from pch_desktop.store import board

    month = _month_asked(asked.month) if asked.month else None
    found = [
        row
        for row in file.read(board.issued)
        if str(row.edition) == asked.edition
        and row.audience.value == asked.audience
        and month in (None, row.month)
    ]
    if not found:
        raise Refusal(f"No pack for the {asked.audience} was issued as {asked.edition}.")
    if len(found) > 1:
        raise Refusal(f"{asked.edition} was issued for several months. Say which with --month.")
    return issuing.remade(file, found[0].id)


def _fill(pack: Pack, asked: argparse.Namespace) -> Path:
    """Fill a template of somebody's own and say how far that went."""
    from pch_desktop.exports.names import checked_stem
    from pch_desktop.exports.template import fill_template

    template: Path = asked.template
    stem = checked_stem(asked.called) if asked.called else f"{template.stem} {pack.month}"
    filled = fill_template(pack, template, asked.out / f"{stem}{template.suffix}")
    for sentence in filled.sentences:
        print(f"  {sentence}")
    return filled.path


def save_redacted(asked: argparse.Namespace) -> int:
    """Save a copy of a file that names nobody."""
    with closing(_opened(asked.file)) as file:
        file.save_without_names(asked.out)
    print(f"Wrote {asked.out}, which names nobody and holds no history.")
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
        target = _pack(file, folder)
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
            _pack(file, Path(name))
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


def _pack(file: LocalityFile, folder: Path) -> Path:
    """Write the latest month's workbook for the board, as a draft."""
    from pch_desktop.exports.making import Wanted, make
    from pch_desktop.store.names_held import names_held

    pack = _read_pack(file, _month(file), ())
    wanted = Wanted(left_out=pack.left_out, called=file.read(names_held))
    return make(pack, wanted, folder)[0]


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


def _command(commands: Any, name: str, run: Command, words: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=f"{words[0].upper()}{words[1:]}."
    )
    made.set_defaults(command=run)
    return made
