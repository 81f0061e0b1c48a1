"""The workforce: posts, people, vacancies, skills, demand and teams, as at any day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce import filled
from pch_desktop.store import workforce
from pch_desktop.store.workforce import PostRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.page import Page, Views
from pch_desktop.ui.section import Screen
from pch_desktop.ui.sections.workforce.additional import AdditionalView
from pch_desktop.ui.sections.workforce.against import AgainstView
from pch_desktop.ui.sections.workforce.ages import AgeProfileView
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.charts import OverTimeView, SkillMixView
from pch_desktop.ui.sections.workforce.coming import ComingView
from pch_desktop.ui.sections.workforce.coming_chart import ComingChart
from pch_desktop.ui.sections.workforce.counts import BesideView, CensusView, PracticeStaffView
from pch_desktop.ui.sections.workforce.demand_chosen import Chosen
from pch_desktop.ui.sections.workforce.demand_views import demand_charts, demand_views
from pch_desktop.ui.sections.workforce.held import HeldView
from pch_desktop.ui.sections.workforce.measures import MeasuresView
from pch_desktop.ui.sections.workforce.offer import OfferView
from pch_desktop.ui.sections.workforce.on_costs import OnCostsView
from pch_desktop.ui.sections.workforce.pay import PayView
from pch_desktop.ui.sections.workforce.people import PeopleView
from pch_desktop.ui.sections.workforce.posts import PostsView
from pch_desktop.ui.sections.workforce.records import RecordsView
from pch_desktop.ui.sections.workforce.recruiting import RecruitmentView
from pch_desktop.ui.sections.workforce.role_aims import AimsView
from pch_desktop.ui.sections.workforce.roles import RolesView
from pch_desktop.ui.sections.workforce.sickness import SicknessView
from pch_desktop.ui.sections.workforce.skill_gaps import CompetencyGapsView
from pch_desktop.ui.sections.workforce.skills import skill_views
from pch_desktop.ui.sections.workforce.team_members import MembersView
from pch_desktop.ui.sections.workforce.teams import TeamsView
from pch_desktop.ui.sections.workforce.vacancies import VacanciesView

POSTS, PEOPLE, CENSUS = "Posts", "People", "Counts"
READS = frozenset({"post", "assignment", "network_staff", "practice_staff"})


class WorkforceScreen(Page):
    """The workforce's page; posts are shown by their key, people by minus their key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Workforce")
        self._desk = desk
        self.at = AsAt(desk)
        self.add_beside(self.at)
        for title, views in self._tabs().items():
            self.add_views(title, views)
        desk.listen(READS, self.read, self, self.at.moved)
        self.read()

    def read(self) -> None:
        """Say how the day stands; national counts have their tab once there are any."""
        read, day = self._desk.file.read, self.at.day
        self.set_context(_context(read(workforce.posts, day), day))
        titles = [self.tabs.tabText(at) for at in range(self.tabs.count())]
        has_counts = bool(read(workforce.network_staff) or read(workforce.practice_staff))
        self.tabs.setTabVisible(titles.index(CENSUS), has_counts)

    def show_record(self, record_id: int) -> None:
        """Go to a post by its key, or to a person by minus their key."""
        self.show_place(POSTS if record_id > 0 else PEOPLE, abs(record_id))

    def _tabs(self) -> Mapping[str, Views]:
        """Return the views of each tab: new ones are added here, each to its tab."""
        desk, at = self._desk, self.at
        chosen = Chosen(desk, at)
        return {
            POSTS: {
                POSTS: lambda: PostsView(desk, at),
                "Against the budget": lambda: AgainstView(desk, at),
            },
            PEOPLE: {
                PEOPLE: lambda: PeopleView(desk, at),
                "Who holds what": lambda: HeldView(desk, at),
                "Starters and leavers": lambda: ComingView(desk, at),
                "Staff records": lambda: RecordsView(desk, at),
            },
            "Vacancies": {
                "Vacancies": lambda: VacanciesView(desk, at, self.show_record),
                "Recruitment": lambda: RecruitmentView(desk, at),
            },
            "Measures": {
                "Measures": lambda: MeasuresView(desk, at, lambda: self.view(POSTS)),
                "Sickness": lambda: SicknessView(desk, at),
                "Additional roles": lambda: AdditionalView(desk, at, self.show_place),
                "Offer": lambda: OfferView(desk, at),
            },
            "Skills": skill_views(desk, at),
            "Demand": demand_views(desk, chosen),
            "Teams": {
                "Teams": lambda: TeamsView(desk, at),
                "Who is in which": lambda: MembersView(desk, at),
                "What roles improve": lambda: AimsView(desk, at),
            },
            "Charts": {
                "Over time": lambda: OverTimeView(desk),
                "Skill mix": lambda: SkillMixView(desk, at),
                "Age profile": lambda: AgeProfileView(desk, at),
                "Starters and leavers": lambda: ComingChart(desk),
                "Competency gaps": lambda: CompetencyGapsView(desk, at),
                **demand_charts(desk, chosen),
            },
            "Reference": {
                "Roles": lambda: RolesView(desk, at),
                "Pay": lambda: PayView(desk, at),
                "On-costs": lambda: OnCostsView(desk, at),
            },
            CENSUS: {
                "Network census": lambda: CensusView(desk),
                "Practice staff": lambda: PracticeStaffView(desk),
                "Beside ours": lambda: BesideView(desk, at),
            },
        }


def _context(rows: Sequence[PostRow], day: date) -> str:
    words = written(day, Kind.DATE)
    funded, in_post, vacancy = filled(rows)
    if not funded and not in_post:
        return f"No post is funded at {words}"
    told = (written(wte, Kind.WTE) for wte in (in_post, funded, vacancy))
    return "{} WTE in post of {} funded, {} vacant".format(*told)


SCREEN = Screen(WorkforceScreen)
