"""Tables of the board's cycle: meetings, agendas, papers, minutes, actions, decisions."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.board import (
    ActionStatus,
    InterestNature,
    MeetingStatus,
    PaperStatus,
    Presence,
    Purpose,
    VoiceSource,
    VoiceStatus,
)
from pch_desktop.domain.partners import DecisionRule
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, one_of


class Meeting(Base):
    """A meeting of a forum, from the forward plan to its agreed minutes."""

    __tablename__ = "meeting"
    __table_args__ = (
        one_of("status", MeetingStatus),
        is_day("held_on"),
        is_day("papers_due_on"),
        is_day("issued_on"),
        is_day("minutes_agreed_on"),
        CheckConstraint("starts_minute BETWEEN 0 AND 1439", name="starts"),
        UniqueConstraint("name", "held_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    forum_id: Mapped[int | None] = mapped_column(
        ForeignKey("forum.id", ondelete="SET NULL"), index=True
    )
    held_on: Mapped[date]
    starts_minute: Mapped[int | None]
    """Minutes since midnight."""
    place: Mapped[str | None]
    chair: Mapped[str | None]
    secretary: Mapped[str | None]
    status: Mapped[MeetingStatus] = mapped_column(
        Word(MeetingStatus), default=MeetingStatus.PLANNED
    )
    papers_due_on: Mapped[date | None]
    """The day papers are due, where it is not the usual ten working days before."""
    issued_on: Mapped[date | None]
    minutes_agreed_on: Mapped[date | None]
    themes: Mapped[str | None]
    """What the forward plan says the meeting is about."""
    note: Mapped[str | None]


class Paper(Base):
    """A paper with its front sheet."""

    __tablename__ = "paper"
    __table_args__ = (
        one_of("purpose", Purpose),
        one_of("status", PaperStatus),
        is_day("due_on"),
        is_day("received_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str]
    author: Mapped[str | None]
    sponsor: Mapped[str | None]
    purpose: Mapped[Purpose | None] = mapped_column(Word(Purpose))
    status: Mapped[PaperStatus] = mapped_column(Word(PaperStatus), default=PaperStatus.CALLED)
    due_on: Mapped[date | None]
    received_on: Mapped[date | None]
    summary: Mapped[str | None]
    recommendation: Mapped[str | None]
    finance: Mapped[str | None]
    risk: Mapped[str | None]
    equality: Mapped[str | None]
    patients: Mapped[str | None]
    """What it means for patients."""
    considered: Mapped[str | None]
    """Where it was considered before."""
    is_confidential: Mapped[bool] = mapped_column(default=False)
    sheet: Mapped[str | None]
    """The sheet of the pack it is about, by its title."""


class AgendaLine(Base):
    """One line of a meeting's agenda."""

    __tablename__ = "agenda_line"
    __table_args__ = (
        one_of("purpose", Purpose),
        CheckConstraint("minutes BETWEEN 0 AND 600", name="minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    reference: Mapped[str | None]
    """Its number in the agenda, 6.2."""
    title: Mapped[str]
    lead: Mapped[str | None]
    minutes: Mapped[int | None]
    purpose: Mapped[Purpose | None] = mapped_column(Word(Purpose))
    paper_id: Mapped[int | None] = mapped_column(
        ForeignKey("paper.id", ondelete="SET NULL"), index=True
    )
    is_confidential: Mapped[bool] = mapped_column(default=False)
    """Whether it is taken in part II, without the public."""
    minute: Mapped[str | None]
    """What was said and agreed on it."""


class Attendance(Base):
    """Somebody's part in a meeting."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "name"), one_of("presence", Presence))

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    presence: Mapped[Presence] = mapped_column(Word(Presence))
    stands_for: Mapped[str | None]
    """For whom a deputy came."""


class Interest(Base):
    """An interest somebody has declared, once and for all meetings."""

    __tablename__ = "interest"
    __table_args__ = (one_of("nature", InterestNature), is_day("from_on"), is_day("to_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    nature: Mapped[InterestNature] = mapped_column(Word(InterestNature))
    detail: Mapped[str]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    handled: Mapped[str | None]
    """What is done about it."""


class InterestDeclared(Base):
    """An interest declared at a meeting, and how it was handled there."""

    __tablename__ = "interest_declared"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    agenda_line_id: Mapped[int | None] = mapped_column(
        ForeignKey("agenda_line.id", ondelete="SET NULL"), index=True
    )
    interest_id: Mapped[int | None] = mapped_column(
        ForeignKey("interest.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str]
    detail: Mapped[str]
    handled: Mapped[str | None]


class BoardAction(Base):
    """Something somebody was asked to do."""

    __tablename__ = "board_action"
    __table_args__ = (one_of("status", ActionStatus), is_day("due_on"), is_day("closed_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    """The meeting's month and a number, 2016-10/04."""
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), index=True
    )
    agenda_line_id: Mapped[int | None] = mapped_column(
        ForeignKey("agenda_line.id", ondelete="SET NULL"), index=True
    )
    text: Mapped[str]
    owner: Mapped[str | None]
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    due_on: Mapped[date | None]
    status: Mapped[ActionStatus] = mapped_column(Word(ActionStatus), default=ActionStatus.OPEN)
    closed_on: Mapped[date | None]


class ActionUpdate(Base):
    """What was told of an action on a day."""

    __tablename__ = "action_update"
    __table_args__ = (is_day("told_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(
        ForeignKey("board_action.id", ondelete="CASCADE"), index=True
    )
    told_on: Mapped[date]
    text: Mapped[str]


class Decision(Base):
    """Something a board decided."""

    __tablename__ = "decision"
    __table_args__ = (one_of("rule", DecisionRule), is_day("decided_on"), is_day("review_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), index=True
    )
    agenda_line_id: Mapped[int | None] = mapped_column(
        ForeignKey("agenda_line.id", ondelete="SET NULL"), index=True
    )
    vote_id: Mapped[int | None] = mapped_column(
        ForeignKey("vote.id", ondelete="SET NULL"), index=True
    )
    decided_on: Mapped[date]
    text: Mapped[str]
    rule: Mapped[DecisionRule | None] = mapped_column(Word(DecisionRule))
    votes: Mapped[str | None]
    """How the votes fell, where they were not cast in a vote that is kept."""
    conflicts: Mapped[str | None]
    """How conflicts of interest were handled."""
    review_on: Mapped[date | None]


class PatientVoice(Base):
    """What patients or the public said, and what was done about it; never a patient's own facts."""

    __tablename__ = "patient_voice"
    __table_args__ = (
        one_of("source", VoiceSource),
        one_of("status", VoiceStatus),
        is_day("heard_on"),
        CheckConstraint("people >= 0", name="people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    heard_on: Mapped[date]
    source: Mapped[VoiceSource] = mapped_column(Word(VoiceSource))
    theme: Mapped[str]
    said: Mapped[str]
    people: Mapped[int | None]
    """How many were heard."""
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="SET NULL"), index=True
    )
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    done: Mapped[str | None]
    """What was done about it."""
    status: Mapped[VoiceStatus] = mapped_column(Word(VoiceStatus), default=VoiceStatus.HEARD)
