"""The logo on the cover of the workbook and of the document."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from docx import Document

from pch_desktop.exports.board import Logo, Pack
from pch_desktop.exports.pack import write_pack
from pch_desktop.exports.word import write_word
from tests.domain.test_logo import jpeg, png
from tests.exports.templates import parts

WORDS = "Logo of Marsh Valley <Primary Care Home>"


def test_the_logo_stands_on_each_cover_with_its_words(small: Pack, tmp_path: Path) -> None:
    for kind, content in (("png", png((600, 200))), ("jpeg", jpeg((600, 200)))):
        pack = replace(small, logo=Logo(WORDS, kind, content))
        book = parts(write_pack(pack, tmp_path))
        assert content in book.values()
        drawing = book["xl/drawings/drawing1.xml"].decode()
        assert 'descr="Logo of Marsh Valley &lt;Primary Care Home&gt;"' in drawing
        across, down = map(int, re.findall(r'<a:ext cx="(\d+)" cy="(\d+)"', drawing)[0])
        assert abs(across / down - 3) < 0.05
        shape: Any = Document(str(write_word(pack, tmp_path))).inline_shapes[0]
        assert shape._inline.docPr.get("descr") == WORDS
        assert abs(shape.width / shape.height - 3) < 0.05
