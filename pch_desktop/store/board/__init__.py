"""Reading and changing what the board goes by: its registers, its meetings, its packs."""

from pch_desktop.store.board.action_edits import (
    add_action,
    add_update,
    close_actions,
    remove_actions,
    remove_updates,
    set_action,
    set_update,
)
from pch_desktop.store.board.actions import ActionRow, UpdateRow, actions
from pch_desktop.store.board.agenda import AgendaRow, DeclaredRow, agenda, declared
from pch_desktop.store.board.agenda_copies import copy_agenda
from pch_desktop.store.board.agenda_edits import add_line, move_line, remove_lines, set_line
from pch_desktop.store.board.attending import (
    AttendanceRow,
    add_attendance,
    attendance,
    remove_attendance,
    set_attendance,
)
from pch_desktop.store.board.decisions import (
    DecisionRow,
    add_decision,
    decisions,
    remove_decisions,
    set_decision,
)
from pch_desktop.store.board.declaring import declare, declare_known, remove_declared, set_declared
from pch_desktop.store.board.ground import Ground, ground
from pch_desktop.store.board.initiative_edits import (
    add_initiative,
    remove_initiatives,
    set_initiative,
)
from pch_desktop.store.board.initiative_rows import InitiativeRow, MeasureRow, MilestoneRow
from pch_desktop.store.board.initiatives import initiatives, measures, milestones
from pch_desktop.store.board.interests import (
    InterestRow,
    add_interest,
    interests,
    remove_interests,
    set_interest,
)
from pch_desktop.store.board.issue_edits import add_issue, remove_issues, set_issue
from pch_desktop.store.board.issued import (
    IssuedCopy,
    IssuedRow,
    PictureRow,
    issued,
    issued_copy,
    last_issued,
)
from pch_desktop.store.board.issues import IssueRow, issues
from pch_desktop.store.board.issuing import Issuing, issue, next_edition, reason_of
from pch_desktop.store.board.logo import LogoRow, logo, remove_logo, set_logo, set_logo_words
from pch_desktop.store.board.meeting_edits import (
    add_meeting,
    plan_year,
    remove_meetings,
    set_meeting,
)
from pch_desktop.store.board.meetings import MeetingRow, meetings
from pch_desktop.store.board.members import all_members
from pch_desktop.store.board.milestone_edits import (
    add_measure,
    add_milestone,
    remove_measures,
    remove_milestones,
    set_measure,
    set_milestone,
)
from pch_desktop.store.board.mitigation_edits import (
    add_mitigation,
    remove_mitigations,
    set_band,
    set_mitigation,
)
from pch_desktop.store.board.papers import PaperRow, add_paper, papers, remove_papers, set_paper
from pch_desktop.store.board.places import meeting_of_line, meeting_of_paper
from pch_desktop.store.board.ratings import (
    OverrideRow,
    override_rating,
    overrides,
    take_back_rating,
)
from pch_desktop.store.board.risk_edits import add_risk, remove_risks, set_risk
from pch_desktop.store.board.risk_rows import MitigationRow, RiskRow, ScoreRow
from pch_desktop.store.board.risks import bands, mitigations, risks
from pch_desktop.store.board.sheets import leave_out, left_out
from pch_desktop.store.board.since import WorkRow, section_of, touched_since, work_since
from pch_desktop.store.board.voice import VoiceRow, add_voice, remove_voice, set_voice, voice
from pch_desktop.store.board.words import set_words, words

__all__ = [
    "ActionRow",
    "AgendaRow",
    "AttendanceRow",
    "DecisionRow",
    "DeclaredRow",
    "Ground",
    "InitiativeRow",
    "InterestRow",
    "IssueRow",
    "IssuedCopy",
    "IssuedRow",
    "Issuing",
    "LogoRow",
    "MeasureRow",
    "MeetingRow",
    "MilestoneRow",
    "MitigationRow",
    "OverrideRow",
    "PaperRow",
    "PictureRow",
    "RiskRow",
    "ScoreRow",
    "UpdateRow",
    "VoiceRow",
    "WorkRow",
    "actions",
    "add_action",
    "add_attendance",
    "add_decision",
    "add_initiative",
    "add_interest",
    "add_issue",
    "add_line",
    "add_measure",
    "add_meeting",
    "add_milestone",
    "add_mitigation",
    "add_paper",
    "add_risk",
    "add_update",
    "add_voice",
    "agenda",
    "all_members",
    "attendance",
    "bands",
    "close_actions",
    "copy_agenda",
    "decisions",
    "declare",
    "declare_known",
    "declared",
    "ground",
    "initiatives",
    "interests",
    "issue",
    "issued",
    "issued_copy",
    "issues",
    "last_issued",
    "leave_out",
    "left_out",
    "logo",
    "measures",
    "meeting_of_line",
    "meeting_of_paper",
    "meetings",
    "milestones",
    "mitigations",
    "move_line",
    "next_edition",
    "override_rating",
    "overrides",
    "papers",
    "plan_year",
    "reason_of",
    "remove_actions",
    "remove_attendance",
    "remove_decisions",
    "remove_declared",
    "remove_initiatives",
    "remove_interests",
    "remove_issues",
    "remove_lines",
    "remove_logo",
    "remove_measures",
    "remove_meetings",
    "remove_milestones",
    "remove_mitigations",
    "remove_papers",
    "remove_risks",
    "remove_updates",
    "remove_voice",
    "risks",
    "section_of",
    "set_action",
    "set_attendance",
    "set_band",
    "set_decision",
    "set_declared",
    "set_initiative",
    "set_interest",
    "set_issue",
    "set_line",
    "set_logo",
    "set_logo_words",
    "set_measure",
    "set_meeting",
    "set_milestone",
    "set_mitigation",
    "set_paper",
    "set_risk",
    "set_update",
    "set_voice",
    "set_words",
    "take_back_rating",
    "touched_since",
    "voice",
    "words",
    "work_since",
]
