"""How is the locality this month? One page of figures, findings and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pch_desktop.reports.closing import ISSUED, Step, with_checks
from pch_desktop.reports.explained import Explanation, Fact
from pch_desktop.reports.overview import MeasureRow
from pch_desktop.reports.overview_explained import explain_measure
from pch_desktop.reports.overview_sentence import Sentence
from pch_desktop.reports.quality import pressing
from pch_desktop.ui.attention import found as found_by
from pch_desktop.ui.chart_view import PAPER_DPI, PAPER_INCHES, rendered
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.explaining import Explains, goes_in
from pch_desktop.ui.mini_charts import ChartCard
from pch_desktop.ui.parts import button, label, row
from pch_desktop.ui.section import Screen
from pch_desktop.ui.sections.overview import minis
from pch_desktop.ui.sections.overview.attention import AttentionCard
from pch_desktop.ui.sections.overview.choosing import tiles_menu
from pch_desktop.ui.sections.overview.coming import ComingCard
from pch_desktop.ui.sections.overview.facts import Facts, gather
from pch_desktop.ui.sections.overview.headline import figures
from pch_desktop.ui.sections.overview.lead import LeadLine
from pch_desktop.ui.sections.overview.profile import ProfileCard
from pch_desktop.ui.sections.overview.stepper import StepperCard
from pch_desktop.ui.tiles import Tiles

EVERYTHING = frozenset[str]()
"""Every section has something to say here, so that whatever changes is read again."""
NARROW, NARROWEST, TILES = 860, 186, 5
LISTS_FIRST = "Import lists"


class Overview(QWidget):
    """The page. Its parts are made once; each reading gives them new words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts: Facts | None = None
        self.title = label("", "title")
        self.copy = button("Copy as a picture", self._copy, "link")
        self.copy.setToolTip("Copy the four features in figures, for a slide or a letter")
        self.choose = button("Choose figures", self._choose, "link")
        self.choose.setToolTip("Choose which figures three of the tiles show")
        self.lead = LeadLine(desk)
        self.tiles = Tiles(desk, narrowest=NARROWEST)
        self._shown: list[MeasureRow] = []
        for at in range(TILES):
            tile = self.tiles.add(partial(self._open, at))
            tile.explains = Explains(partial(self._explain, at), self._goes(at))
        self.money, self.team = ChartCard(desk), ChartCard(desk)
        self.profile = ProfileCard()
        self.stepper = StepperCard(desk, self._take)
        self.attention, self.coming = AttentionCard(desk), ComingCard(desk)
        self._minis = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._under = QVBoxLayout(), QVBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out()
        self._read()
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.timeout.connect(self._judge)
        self._judging.start(0)  # The figures are painted before anything is checked.
        desk.listen(EVERYTHING, self._read_all, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._desk.theme.px(NARROW)
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _open(self, at: int) -> None:
        self._desk.go(self._shown[at].section)

    def _explain(self, at: int, _row: object, _column: str) -> Explanation | None:
        """Tell how the figure of a tile came about."""
        if at >= len(self._shown):
            return None
        return explain_measure(self._desk.file, self._desk.month, self._shown[at])

    def _goes(self, at: int) -> Callable[[Fact, object], None]:
        def go(fact: Fact, row: object) -> None:
            goes_in(self._desk, self._shown[at].section)(fact, row)

        return go

    def _choose(self) -> None:
        """Drop the menu of the figures three tiles may show."""
        if self._facts is not None:
            menu = tiles_menu(self, self._desk, self._facts)
            menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def _read_all(self) -> None:
        self._read()
        self._judge()

    def _judge(self) -> None:
        """Show what the checks find: what needs attention, how far the month is, the sentence."""
        facts = self._facts
        if facts is None:
            return
        found = found_by(self._desk)
        self.lead.show_sentence(facts.month, facts.said.judged(found))
        self._show_steps(facts, with_checks(facts.closing, found))
        self.attention.show_findings(pressing(found))

    def _read(self) -> None:
        done = self._desk.attempt(lambda: gather(self._desk.file, self._desk.month))
        if done is not None:
            self._show(done.result)

    def _show(self, facts: Facts) -> None:
        self._facts = facts
        name = facts.place.name
        if name.startswith("The "):
            name = f"the {name[4:]}"
        self.title.setText(f"How is {name} this month?")
        if not facts.is_new:
            self.lead.show_sentence(facts.month, Sentence(facts.said.words, facts.said.own))
        made = figures(facts)
        self._shown = [row for row, _ in made]
        for tile, (_, figure) in zip(self.tiles.tiles, made, strict=True):
            tile.show_figure(figure)
        minis.show_money(self.money, facts.path)
        minis.show_team(self.team, facts.team)
        self._minis.setVisible(not facts.is_new)
        self.profile.show_profile(facts.place, facts.statements)
        self._place_profile(facts.is_new)
        self._show_steps(facts, facts.closing)
        self.coming.show_coming(facts.coming)

    def _show_steps(self, facts: Facts, steps: Sequence[Step]) -> None:
        if facts.is_being_begun:
            done = sum(step.is_done for step in facts.beginning)
            aside = f"{done} of {len(facts.beginning)} done"
            self.stepper.show_steps("Begin here", aside, facts.beginning, has_verb=True)
            return
        month = facts.month
        title = f"Closing month {month.number}"
        self.stepper.show_steps(title, month.words, steps)

    def _place_profile(self, is_new: bool) -> None:
        """Let the profile stand under the first steps where there are no charts, or at the foot."""
        (self._left if is_new else self._under).addWidget(self.profile)

    def _copy(self) -> None:
        """Copy the four features as they would be printed."""
        # Charts come with much else, and few copy a picture.
        from pch_desktop.charts import overview as drawn

        if self._facts is None:
            return
        size = QSize(*(round(inches * PAPER_DPI) for inches in PAPER_INCHES))
        figure = drawn.at_a_glance(self._facts.measures)
        mime = QMimeData()
        mime.setImageData(rendered(figure, size, PAPER_DPI))
        mime.setText(drawn.in_words(self._facts.measures))
        QGuiApplication.clipboard().setMimeData(mime)
        self._desk.say("The four features were copied as a picture.")

    def _take(self, step: Step) -> None:
        if step.title == LISTS_FIRST and not step.is_done:
            self._desk.command("import")
        elif step.title == ISSUED and not step.is_done:
            self._desk.command("export_pack")
        elif step.view:
            self._desk.visit(step.section, step.view, step.record_id)
        else:
            self._desk.go(step.section, step.record_id)

    def _lay_out(self) -> None:
        charts = QHBoxLayout(self._minis)
        charts.setContentsMargins(0, 0, 0, 0)
        charts.setSpacing(12)
        charts.addWidget(self.money, 1)
        charts.addWidget(self.team, 1)
        self._left.setSpacing(12)
        self._left.addWidget(self._minis, 1)
        self._left.addWidget(self.stepper)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.attention, 1)
        right.addWidget(self.coming)
        self._body.setSpacing(12)
        self._body.addLayout(self._left, 16)
        self._body.addLayout(right, 12)
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 4, 20, 12)
        column.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(row(self.title, None, self.choose, self.copy))
        words.addWidget(self.lead)
        column.addLayout(words)
        column.addWidget(self.tiles)
        column.addLayout(self._body, 1)
        column.addLayout(self._under)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)


def build(desk: Desk) -> QWidget:
    """Return the screen."""
    return Overview(desk)


SCREEN = Screen(build)
