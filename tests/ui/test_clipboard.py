"""Blocks as spreadsheets put them on the clipboard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.ui import clipboard
from pch_desktop.ui.clipboard import Cell

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>
<!--StartFragment--><table border=0><col width=64>
 <tr height=20><td class=xl65>Nurse</td><td align=right x:num="1.5">1.50</td></tr>
 <tr><td>Night&nbsp;sitter<br>(bank)</td><td align=right>&pound;1,200</td></tr>
</table><table><tr><td>another</td></tr></table><!--EndFragment--></body></html>"""


def test_lines_and_tabs_make_a_block_with_quoted_cells_kept_whole() -> None:
    assert clipboard.read('a\tb\r\n"two\nlines"\t"say ""yes"""\r\n') == (
        ("a", "b"),
        ("two\nlines", 'say "yes"'),
    )


def test_short_rows_are_filled_up_and_a_blank_stays_a_cell() -> None:
    assert clipboard.read("a\tb\nc\n\t") == (("a", "b"), ("c", ""), ("", ""))


def test_a_text_with_a_lone_quote_is_read_as_it_stands() -> None:
    assert clipboard.read('6" pipe\tx') == (('6" pipe', "x"),)
    assert clipboard.read('"open\tx') == (('"open', "x"),)


def test_the_first_table_of_a_page_is_read() -> None:
    assert clipboard.read("", EXCEL) == (("Nurse", "1.50"), ("Night sitter\n(bank)", "£1,200"))
    assert clipboard.read("", "<p>no table</p>") is None


def test_a_copy_shows_figures_as_read_and_keeps_them_exact() -> None:
    cells = [[Cell("Nurse & co", "Nurse & co"), Cell("(1,234)", "-1234.56", is_number=True)]]
    assert clipboard.tsv(cells) == "Nurse & co\t-1234.56\n"
    page = clipboard.html_table(cells)
    assert "<td>Nurse &amp; co</td>" in page
    assert 'x:num="-1234.56" sdval="-1234.56">(1,234)</td>' in page


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]), max_size=8
)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_is_copied_is_what_is_pasted(texts: list[list[str]]) -> None:
    cells = [[Cell(text, text) for text in row] for row in texts]
    assert clipboard.read(clipboard.tsv(cells)) == tuple(map(tuple, texts))
