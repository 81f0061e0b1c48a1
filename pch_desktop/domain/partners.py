"""The organisations that run a locality together."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

SOON_DAYS = 90
"""An agreement that ends within so many days is called expiring."""


class Sector(StrEnum):
    """The part of the system an organisation, post or line belongs to."""

    PRIMARY = "primary care"
    COMMUNITY = "community"
    SECONDARY = "secondary care"
    MENTAL_HEALTH = "mental health"
    SOCIAL = "social care"
    VOLUNTARY = "voluntary"
    PUBLIC = "public and other"


class PartnerKind(StrEnum):
    """What sort of organisation a partner is."""

    PRACTICE = "GP practice"
    FEDERATION = "GP federation"
    SUPER_PARTNERSHIP = "merged partnership"
    VEHICLE = "community interest company"
    COMMISSIONER = "commissioner"
    NHS_ENGLAND = "NHS England"
    ACUTE_TRUST = "acute trust"
    COMMUNITY_TRUST = "community trust"
    MENTAL_HEALTH_TRUST = "mental health trust"
    INTEGRATED_TRUST = "integrated trust"
    AMBULANCE_TRUST = "ambulance trust"
    OUT_OF_HOURS = "out-of-hours provider"
    PHARMACY = "community pharmacy"
    OPTOMETRY_DENTAL = "optometry or dental"
    MEDICAL_COMMITTEE = "local medical committee"
    COUNCIL = "council"
    TOWN_COUNCIL = "district or town council"
    WELLBEING_BOARD = "health and wellbeing board"
    HEALTHWATCH = "Healthwatch"
    PATIENT_GROUP = "patient group"
    HOSPICE = "hospice"
    CHARITY = "charity or voluntary organisation"
    CARE_PROVIDER = "care home or home care"
    FIRE_SERVICE = "fire service"
    POLICE = "police"
    TRAINING_HUB = "CEPN or training hub"
    UNIVERSITY = "university"
    CIVIC_LEADER = "MP, faith or civic leader"
    INDEPENDENT_PROVIDER = "independent provider"
    HOUSING = "housing"
    INFORMATICS = "informatics project"
    CONSORTIUM = "consortium or programme"


class PartnerStatus(StrEnum):
    """How far a partner has come along."""

    PROSPECT = "prospect"
    ENGAGED = "engaged"
    SIGNED = "signed"
    LAPSED = "lapsed"
    EXITED = "exited"


class PartnerRole(StrEnum):
    """What a partner is to the locality; it may be several things."""

    MEMBER = "member"
    PROVIDER = "provider"
    COMMISSIONER = "commissioner"
    EMPLOYER = "host or employer"
    PAYEE = "payee"
    FUNDER = "funder"
    ADVISER = "adviser"
    PATIENT_VOICE = "patient voice"


class ContactRole(StrEnum):
    """What somebody does for their organisation."""

    EXECUTIVE = "executive lead"
    CLINICAL = "clinical lead"
    FINANCE = "finance"
    OPERATIONAL = "operational"
    GOVERNANCE = "information governance lead"


class EngagementKind(StrEnum):
    """How a partner was met."""

    MEETING = "meeting"
    CALL = "call"
    EMAIL = "e-mail"
    EVENT = "event"
    VISIT = "visit"
    WORKSHOP = "workshop"


class ForumKind(StrEnum):
    """What sort of body decides."""

    BOARD = "board"
    STEERING = "steering group"
    CLINICAL = "clinical board"
    FINANCE = "finance group"
    INTEGRATED = "integrated executive board"
    PATIENTS = "patient group"
    WELLBEING = "health and wellbeing board"
    OTHER = "other"


class DecisionRule(StrEnum):
    """When a vote has carried."""

    UNANIMOUS = "unanimous"
    CONSENSUS = "consensus, one objection refers"
    MAJORITY = "simple majority"
    WEIGHTED = "weighted by list size"
    QUALIFIED = "qualified majority"
    RESERVED = "reserved to the commissioner"


class Cast(StrEnum):
    """What a member said in a vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"


class MaturityDomain(StrEnum):
    """What a network's maturity is told of."""

    LEADERSHIP = "leadership, planning and partnerships"
    INFORMATION = "use of figures and population health"
    INTEGRATION = "integrating care"
    RESOURCES = "managing resources"
    COMMUNITIES = "working with people and communities"


class AgreementKind(StrEnum):
    """What sort of agreement it is."""

    MEMORANDUM = "memorandum of understanding"
    ALLIANCE = "alliance agreement"
    NETWORK = "PCH or network agreement"
    DATA_SHARING = "data sharing agreement"
    DATA_PROCESSING = "data processing agreement"
    SERVICE_LEVEL = "service level agreement"
    SUBCONTRACT = "subcontract"
    SECONDMENT = "secondment"
    HONORARY = "honorary contract"
    LEASE = "lease or licence"
    GRANT = "grant"
    RISK_SHARE = "risk-share agreement"


class AgreementStatus(StrEnum):
    """How far an agreement has come, as its keeper says."""

    DRAFT = "draft"
    OUT = "out for signature"
    IN_FORCE = "in force"
    TERMINATED = "terminated"


def standing(status: AgreementStatus, expires_on: date | None, on: date) -> str:
    """Return how an agreement stands on a day: its status, or expiring, or expired.

    An agreement still runs on the day it expires.
    """
    if status is not AgreementStatus.IN_FORCE or expires_on is None:
        return status.value
    if expires_on < on:
        return "expired"
    return "expiring" if expires_on <= on + timedelta(days=SOON_DAYS) else status.value
