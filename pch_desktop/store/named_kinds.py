"""What kinds of record each section has, by what they are found, and which view shows them.

Each query gives a record's key, its title, a note on it and what else it is found by.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sqlalchemy import Executable, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.models.board import BoardAction, Decision, Meeting, Paper
from pch_desktop.models.board_registers import BoardIssue, Initiative, Risk
from pch_desktop.models.budget import BudgetLine, BudgetYear
from pch_desktop.models.budget_plan import OutturnRisk
from pch_desktop.models.estates import MobileUnit, Room
from pch_desktop.models.estates_bookings import Booking
from pch_desktop.models.estates_premises import ItSystem, PremisesProject
from pch_desktop.models.partners import Agreement, Contact, Partner
from pch_desktop.models.partners_forums import Charge, Forum, Vote
from pch_desktop.models.partners_met import Engagement, RecordFlow
from pch_desktop.models.population import GroupMember, Practice, PracticeGroup, Site
from pch_desktop.models.services import Service
from pch_desktop.models.services_care import CareHome, CommunityAsset
from pch_desktop.models.services_targets import ServiceTarget
from pch_desktop.models.workforce import Person, Post, Role
from pch_desktop.models.workforce_demand import DemandScenario
from pch_desktop.models.workforce_skills import Competency, Course
from pch_desktop.models.workforce_teams import Team
from pch_desktop.store.budget.years import current_version

Asks = Executable | Callable[[Session, Month], Executable | None]


class Kind(NamedTuple):
    """A kind of record: what it is called, the view that shows it, and how it is asked for."""

    noun: str
    view: str
    query: Asks


def _lines(session: Session, month: Month) -> Executable | None:
    version = current_version(session, month.financial_year)
    if version is None:
        return None
    return (
        select(BudgetLine.id, BudgetLine.name, BudgetLine.sector, BudgetLine.code,
               BudgetLine.owner, BudgetLine.payer, Partner.name)
        .outerjoin(Partner, BudgetLine.provider_id == Partner.id)
        .where(BudgetLine.version_id == version.id)
        .order_by(BudgetLine.position)
    )  # fmt: skip


def _risks(_session: Session, month: Month) -> Executable:
    return (
        select(OutturnRisk.id, OutturnRisk.name, OutturnRisk.kind, OutturnRisk.owner)
        .join(BudgetYear, OutturnRisk.budget_year_id == BudgetYear.id)
        .where(BudgetYear.year == month.financial_year)
    )


def _bookings(_session: Session, month: Month) -> Executable:
    return (
        select(Booking.id, "Booked: " + func.coalesce(Room.name, MobileUnit.name), Booking.day,
               Partner.name, Service.name)
        .outerjoin(Room, Booking.room_id == Room.id)
        .outerjoin(MobileUnit, Booking.unit_id == MobileUnit.id)
        .outerjoin(Partner, Booking.partner_id == Partner.id)
        .outerjoin(Service, Booking.service_id == Service.id)
        .where(Booking.day.between(month.first, month.last))
        .order_by(Booking.day, Booking.starts_minute)
    )  # fmt: skip


GROUPS = (
    select(func.group_concat(PracticeGroup.name, " "))
    .join(GroupMember, GroupMember.group_id == PracticeGroup.id)
    .where(GroupMember.practice_id == Practice.id)
    .scalar_subquery()
)
"""The groups a practice belongs to."""
KINDS: Mapping[str, tuple[Kind, ...]] = {
    "population": (
        Kind("Practice", "Practices", select(Practice.id, Practice.name, Practice.code,
             Practice.postcode, Practice.operator, GROUPS)),
        Kind("Group of practices", "Groups",
             select(PracticeGroup.id, PracticeGroup.name, PracticeGroup.code)),
    ),
    "workforce": (
        Kind("Post", "Posts/Posts", select(
             Post.id, Post.reference + " " + func.coalesce(Post.title, Role.name), Partner.name,
             Role.name).join(Role, Post.role_id == Role.id)
             .outerjoin(Partner, Post.employer_id == Partner.id)),
        Kind("Person", "People/People", select(Person.id, Person.name, Person.staff_code)),
        Kind("Role", "Reference/Roles", select(Role.id, Role.name, Role.code)),
        Kind("Team", "Teams/Teams", select(Team.id, Team.name, Team.purpose)),
        Kind("Course", "Skills/Training", select(Course.id, Course.name, Course.provider)),
        Kind("Competency", "Skills/Competencies",
             select(Competency.id, Competency.name, Competency.code)),
        Kind("Scenario of demand", "Demand/Compare",
             select(DemandScenario.id, DemandScenario.name, DemandScenario.note)),
    ),
    "services": (
        Kind("Service", "List/List", select(Service.id, Service.name, Service.category,
             Service.code, Partner.name, Service.segment)
             .outerjoin(Partner, Service.lead_partner_id == Partner.id)),
        Kind("Target", "List/Targets", select(
             ServiceTarget.id, ServiceTarget.measure, Service.name)
             .join(Service, ServiceTarget.service_id == Service.id)),
        Kind("Care home", "Care homes/Care homes",
             select(CareHome.id, CareHome.name, CareHome.postcode)),
        Kind("Community asset", "Care homes/Community assets",
             select(CommunityAsset.id, CommunityAsset.name, CommunityAsset.place)),
    ),
    "estates": (
        Kind("Site", "Rooms/Sites", select(Site.id, Site.name, Site.postcode, Site.owner)),
        Kind("Room", "Rooms/Rooms", select(Room.id, Room.name + ", " + Site.name, Room.kind,
             Room.features).join(Site, Room.site_id == Site.id)),
        Kind("Mobile unit", "Mobile units/Units",
             select(MobileUnit.id, MobileUnit.name, MobileUnit.kind)),
        Kind("Premises project", "Premises/Projects",
             select(PremisesProject.id, PremisesProject.name, PremisesProject.owner)),
        Kind("System", "Systems/Systems",
             select(ItSystem.id, ItSystem.name, ItSystem.supplier, ItSystem.kind)),
        Kind("Booking", "Bookings/Bookings", _bookings),
    ),
    "partners": (
        Kind("Partner", "List/List", select(Partner.id, Partner.name, Partner.kind,
             Partner.short_name, Partner.ods_code)),
        Kind("Agreement", "Agreements/Agreements", select(
             Agreement.id, Agreement.title, Agreement.status, Agreement.reference)),
        Kind("Contact", "List/Contacts", select(
             Contact.id, Contact.name, Partner.name, Contact.job_title)
             .join(Partner, Contact.partner_id == Partner.id)),
        Kind("Forum", "Governance/Forums", select(Forum.id, Forum.name, Forum.kind, Forum.chair)),
        Kind("Vote", "Governance/Votes", select(Vote.id, Vote.question, Vote.voted_on)),
        Kind("Subject", "Governance/Who is in charge",
             select(Charge.id, Charge.subject, Charge.name)),
        Kind("Flow of records", "Agreements/Flows of records",
             select(RecordFlow.id, RecordFlow.name, RecordFlow.lawful_basis)),
        Kind("Meeting with a partner", "Engagement/Engagement", select(
             Engagement.id, Engagement.topic, Partner.name, Engagement.met_on,
             Engagement.next_step).join(Partner, Engagement.partner_id == Partner.id)),
    ),
    "budget": (
        Kind("Budget line", "Lines", _lines),
        Kind("Outturn risk", "Forecast/Risks", _risks),
    ),
    "board": (
        Kind("Meeting", "Meetings/Meetings", select(Meeting.id, Meeting.name, Meeting.held_on)),
        Kind("Paper", "Meetings/Papers", select(Paper.id, Paper.title, Paper.author)),
        Kind("Action", "Actions/Actions", select(BoardAction.id, BoardAction.text,
             BoardAction.reference, BoardAction.owner)),
        Kind("Decision", "Actions/Decisions",
             select(Decision.id, Decision.text, Decision.reference)),
        Kind("Risk", "Risks/Risks", select(Risk.id, Risk.reference + " " + Risk.title,
             Risk.category, Risk.owner)),
        Kind("Issue", "Risks/Issues",
             select(BoardIssue.id, BoardIssue.title, BoardIssue.reference)),
        Kind("Initiative", "Initiatives/Initiatives", select(
             Initiative.id, Initiative.name, Initiative.workstream, Initiative.lead)),
    ),
}  # fmt: skip
