"""Thirty tables and thirty charts as PDF: as we make it, and by typst from a page written out.

The written-out page holds the same words in the same columns, and the same bars and lines, one
after the other without a function, so that its time is typst's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from pch_desktop.exports.board import Pack
from pch_desktop.reports.table import Table

MANY = 30
NOON = datetime(2016, 10, 31, 12, tzinfo=UTC)
HIGH, LANE = 150, 15
"""How high a standing picture is, and a lying bar with what is around it, in points."""
ACROSS = 640


def thirty(pack: Pack) -> Pack:
    """Return a pack of thirty of its tables with thirty charts; some charts stand twice."""
    rest = sorted(pack.appendices, key=lambda table: not table.charts)
    kept = [*pack.sections, *rest[: MANY - 3 - len(pack.sections)]]
    lacking = MANY - sum(len(table.charts) for table in (pack.summary, *kept))
    without = iter([table.title for table in kept if not table.charts])
    tables: list[Table[Any]] = []
    for table in kept:
        taken = table.charts[: max(0, lacking)]
        lacking -= len(taken)
        more = tuple(replace(chart, on=next(without, "")) for chart in taken)
        tables.append(replace(table, charts=(*table.charts, *more)))
    sections = len(pack.sections)
    return replace(
        pack, sections=tuple(tables[:sections]), appendices=tuple(tables[sections:]),
        left_out=frozenset(),
    )  # fmt: skip


def of_sample(path: Path) -> Pack:
    """Read the pack of thirty from the sample's file."""
    from pch_desktop.exports import pack
    from pch_desktop.store import locality
    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.store.lock import Holder

    file = LocalityFile(path, Holder.here("bench", NOON), lambda: NOON)
    month = file.read(locality.latest_month)
    if month is None:
        raise ValueError("The sample knows no month.")
    return thirty(pack.gather(file, month, NOON))


def ours(path: Path) -> float:
    """Return how long the PDF takes by the program, once the pack is read."""
    facts = of_sample(path)
    with TemporaryDirectory() as folder:
        start = perf_counter()
        from pch_desktop.exports.pdf import write_pdf

        write_pdf(facts, Path(folder))
        return perf_counter() - start


def plain(path: Path) -> float:
    """Return how long typst takes for the same pages written out."""
    from pch_desktop.exports.pdf_letters import FACES
    from pch_desktop.exports.pdf_pages import pack_facts

    source = "".join(written_out(pack_facts(of_sample(path), lambda _: None)))
    with TemporaryDirectory() as folder:
        start = perf_counter()
        import typst

        page, made = Path(folder) / "plain.typ", Path(folder) / "plain.pdf"
        page.write_text(source, "utf-8")
        typst.compile(page, made, font_paths=[FACES], ignore_system_fonts=True,
                      pdf_standards=["ua-1"])  # fmt: skip
        return perf_counter() - start


def written_out(facts: dict[str, Any]) -> Iterator[str]:
    """Yield the pages of a pack's facts as typst anybody could have typed."""
    yield f"#set document(title: {_quoted(facts['title'])})\n"
    yield '#set text(font: ("Liberation Sans", "DejaVu Sans Mono"), size: 8pt)\n'
    yield '#set page(paper: "a4", flipped: true, margin: 13mm, numbering: "1 of 1")\n'
    for sheet in facts["sheets"]:
        yield f"#pagebreak(weak: true)\n#heading({_quoted(sheet['title'])})\n"
        for part in sheet["parts"]:
            yield _table(part)
        yield from (_figure(chart) for chart in sheet["charts"])


def _table(part: dict[str, Any]) -> str:
    widths = ", ".join(f"{width}pt" for width in part["widths"])
    head = ", ".join(map(_quoted, part["head"]))
    cells = ", ".join(
        _quoted(cell if isinstance(cell, str) else cell[0])
        for line in part["cells"]
        for cell in line
    )
    return f"#table(columns: ({widths},), table.header({head}), {cells})\n"


def _figure(chart: dict[str, Any]) -> str:
    drawn = "".join(_lines(chart) if "lines" in chart else _bars(chart))
    high = HIGH if "marks" in chart else LANE * 2 * len(chart["names"])
    return (
        f"#text({_quoted(chart['finding'])})\n#figure(alt: {_quoted(chart['alt'])}, "
        f"block(width: {ACROSS + 100}pt, height: {high}pt, {{{drawn}}}))\n"
    )


def _bars(chart: dict[str, Any]) -> Iterator[str]:
    for at, (name, bars) in enumerate(zip(chart["names"], chart["rows"], strict=True)):
        yield f"place(dy: {at * LANE}pt, text({_quoted(name)}));"
        for bar in bars:
            start, long = bar["from"] * ACROSS, (bar["to"] - bar["from"]) * ACROSS
            yield f"place(dx: {start}pt, dy: {at * LANE}pt, rect(width: {long}pt, height: 9pt));"
            yield f"place(dx: {start + long}pt, dy: {at * LANE}pt, text({_quoted(bar['words'])}));"


def _lines(chart: dict[str, Any]) -> Iterator[str]:
    for at, name in enumerate(chart["names"]):
        yield f"place(dx: {at * 40}pt, dy: {HIGH}pt, text({_quoted(name)}));"
    for line in chart["lines"]:
        points = [f"({at * 40}pt, {(1 - up) * HIGH}pt)" for at, up in line["points"]]
        if points:
            more = ", ".join(f"curve.line({point})" for point in points[1:])
            yield f"place(curve(stroke: 1pt, curve.move({points[0]}), {more}));"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
