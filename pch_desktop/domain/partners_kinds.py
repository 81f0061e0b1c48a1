"""What follows from the kind of an organisation: its usual sector."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.domain.partners import PartnerKind, Sector

SECTOR_OF: Mapping[PartnerKind, Sector] = {
    PartnerKind.PRACTICE: Sector.PRIMARY,
    PartnerKind.FEDERATION: Sector.PRIMARY,
    PartnerKind.SUPER_PARTNERSHIP: Sector.PRIMARY,
    PartnerKind.VEHICLE: Sector.PRIMARY,
    PartnerKind.COMMISSIONER: Sector.PUBLIC,
    PartnerKind.NHS_ENGLAND: Sector.PUBLIC,
    PartnerKind.ACUTE_TRUST: Sector.SECONDARY,
    PartnerKind.COMMUNITY_TRUST: Sector.COMMUNITY,
    PartnerKind.MENTAL_HEALTH_TRUST: Sector.MENTAL_HEALTH,
    PartnerKind.INTEGRATED_TRUST: Sector.COMMUNITY,
    PartnerKind.AMBULANCE_TRUST: Sector.PUBLIC,
    PartnerKind.OUT_OF_HOURS: Sector.PRIMARY,
    PartnerKind.PHARMACY: Sector.PRIMARY,
    PartnerKind.OPTOMETRY_DENTAL: Sector.PRIMARY,
    PartnerKind.MEDICAL_COMMITTEE: Sector.PRIMARY,
    PartnerKind.COUNCIL: Sector.SOCIAL,
    PartnerKind.TOWN_COUNCIL: Sector.PUBLIC,
    PartnerKind.WELLBEING_BOARD: Sector.PUBLIC,
    PartnerKind.HEALTHWATCH: Sector.PUBLIC,
    PartnerKind.PATIENT_GROUP: Sector.PUBLIC,
    PartnerKind.HOSPICE: Sector.VOLUNTARY,
    PartnerKind.CHARITY: Sector.VOLUNTARY,
    PartnerKind.CARE_PROVIDER: Sector.SOCIAL,
    PartnerKind.FIRE_SERVICE: Sector.PUBLIC,
    PartnerKind.POLICE: Sector.PUBLIC,
    PartnerKind.TRAINING_HUB: Sector.PUBLIC,
    PartnerKind.UNIVERSITY: Sector.PUBLIC,
    PartnerKind.CIVIC_LEADER: Sector.PUBLIC,
    PartnerKind.INDEPENDENT_PROVIDER: Sector.PUBLIC,
    PartnerKind.HOUSING: Sector.PUBLIC,
    PartnerKind.INFORMATICS: Sector.PUBLIC,
    PartnerKind.CONSORTIUM: Sector.PUBLIC,
}
"""The usual sector of each kind of partner; a locality may say otherwise of any one."""
