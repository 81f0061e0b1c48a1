"""The lines of maturity and the flow of a full-size locality, drawn."""

from __future__ import annotations

from datetime import date

import pytest

from pch_desktop.charts import partners as charts
from pch_desktop.charts.partners_maturity import by_domain
from pch_desktop.domain.partners import MaturityDomain
from pch_desktop.reports.partners_delivers import flows, ribbons, services_for
from pch_desktop.reports.partners_maturity import domains
from pch_desktop.store.partners import MaturityRow
from tests.reports.test_partners_governance import full_size


@pytest.mark.parametrize("is_dark", [False, True])
def test_each_domain_has_a_line_of_its_own_and_its_scores_beside(is_dark: bool) -> None:
    rows = [
        MaturityRow(1, MaturityDomain.LEADERSHIP, date(2016, 4, 1), 1, None),
        MaturityRow(2, MaturityDomain.LEADERSHIP, date(2016, 9, 1), 3, None),
    ]
    figure = by_domain(domains(rows), is_dark=is_dark)
    assert len(figure.axes) == len(MaturityDomain)
    assert [text.get_text() for text in figure.axes[0].texts] == ["1", "3"]
    assert not figure.axes[1].texts
    assert len(by_domain(domains([]), is_dark=is_dark).axes) == 1


def test_names_of_a_full_size_flow_stand_clear_of_each_other() -> None:
    rows = flows(full_size())
    figure = charts.partner_map(ribbons(rows), counts=services_for(rows))
    figure.set_size_inches(10.9, 5.0)
    figure.canvas.draw()
    texts = [text for text in figure.axes[0].texts if text.get_text()]
    boxes = [(text.get_window_extent(), text.get_text()) for text in texts]
    names = {row.drawn_as for row in rows} | {row.service for row in rows}
    placed = sorted((box.x0, box.y0, box.y1, words) for box, words in boxes if words in names)
    assert len(placed) > 30
    for at, (left, low, high, words) in enumerate(placed):
        for x, bottom, top, other in placed[at + 1 :]:
            is_beside = abs(x - left) > 60
            assert is_beside or top <= low + 2 or bottom >= high - 2, (words, other)
