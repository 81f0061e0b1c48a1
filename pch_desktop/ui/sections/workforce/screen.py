"""The workforce: posts, people, who holds what, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import locality, workforce
from pch_desktop.store.workforce import FilledRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page
from pch_desktop.ui.section import Hit, Screen
from pch_desktop.ui.sections.workforce.charts import OverTimeView, SkillMixView
from pch_desktop.ui.sections.workforce.held import HeldView
from pch_desktop.ui.sections.workforce.lists import CensusView, VacanciesView
from pch_desktop.ui.sections.workforce.people import PeopleView
from pch_desktop.ui.sections.workforce.posts import PostsView
from pch_desktop.ui.sections.workforce.roles import RolesView

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

POSTS, PEOPLE, CENSUS = "Posts", "People", "Network census"
READS = frozenset({"post", "assignment", "network_staff"})
MOST_HITS = 8


class WorkforceScreen(Page):
    """The workforce's page; posts are shown by their key, people by minus their key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Workforce")
        self._desk = desk
        self.set_aside("37.5 hours or 9 GP sessions a week = 1.00 WTE")
        self.add_tab(POSTS, lambda: PostsView(desk))
        self.add_tab(PEOPLE, lambda: PeopleView(desk))
        self.add_tab("Who holds what", lambda: HeldView(desk))
        self.add_tab("Over time", lambda: OverTimeView(desk))
        self.add_tab("Skill mix", lambda: SkillMixView(desk))
        self.add_tab("Vacancies", lambda: VacanciesView(desk, self.show_record))
        self.add_tab("Roles", lambda: RolesView(desk))
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Say how the month stands; the census has its tab once there is one."""
        read, month = self._desk.file.read, self._desk.month
        self.set_context(_context(read(workforce.filled_by_month, month, 1), month))
        has_census = bool(read(workforce.network_staff))
        titles = [self.tabs.tabText(at) for at in range(self.tabs.count())]
        if has_census and CENSUS not in titles:
            self.add_tab(CENSUS, lambda: CensusView(self._desk))
        elif CENSUS in titles:
            self.tabs.setTabVisible(titles.index(CENSUS), has_census)

    def show_record(self, record_id: int) -> None:
        """Go to a post by its key, or to a person by minus their key."""
        view = self.view(POSTS if record_id > 0 else PEOPLE)
        if isinstance(view, PostsView | PeopleView):
            view.show_record(abs(record_id))


def _context(months: Sequence[FilledRow], month: Month) -> str:
    day = written(month.last, Kind.DATE)
    if not months:
        return f"No post is funded at {day}"
    now = months[-1]
    funded, in_post, vacancy = (
        written(wte, Kind.WTE) for wte in (now.funded_wte, now.in_post_wte, now.vacant_wte)
    )
    return f"{in_post} WTE in post of {funded} funded, {vacancy} vacant, at {day}"


def search(file: LocalityFile, text: str) -> Sequence[Hit]:
    """Return posts and people whose words hold the text, the closest first."""
    month = file.read(locality.latest_month)
    day = month.last if month else date.max
    posts = [
        Hit(f"{row.reference} {row.title or row.role}", f"Post, {row.employer or 'no employer'}",
            row.id)
        for row in file.read(workforce.posts, day)
    ]  # fmt: skip
    people = [
        Hit(row.name, f"Person, {row.posts or 'no post'}", -row.id)
        for row in file.read(workforce.people, day)
    ]
    words = text.casefold().split()
    found = [
        hit
        for hit in (*people, *posts)
        if words and all(word in f"{hit.title} {hit.detail}".casefold() for word in words)
    ]
    found.sort(key=lambda hit: (text.casefold() not in hit.title.casefold(), hit.title.casefold()))
    return found[:MOST_HITS]


SCREEN = Screen(WorkforceScreen, search)
