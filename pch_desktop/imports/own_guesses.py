"""What sort of organisation a name is most likely of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pch_desktop.domain.partners import PartnerKind, Sector

GUESSES: Sequence[tuple[str, PartnerKind, Sector]] = (
    (r"\bambulance\b", PartnerKind.AMBULANCE_TRUST, Sector.SECONDARY),
    (r"mental health|partnership nhs", PartnerKind.MENTAL_HEALTH_TRUST, Sector.MENTAL_HEALTH),
    (r"community.*(nhs|trust|health ?care)", PartnerKind.COMMUNITY_TRUST, Sector.COMMUNITY),
    (r"out[ -]of[ -]hours|\booh\b|\b111\b", PartnerKind.OUT_OF_HOURS, Sector.PRIMARY),
    (r"nhs england|\bnhse\b", PartnerKind.NHS_ENGLAND, Sector.PUBLIC),
    (
        (r"\bccg\b|\bicb\b|commissioning group|integrated care board"),
        PartnerKind.COMMISSIONER,
        Sector.PUBLIC,
    ),
    (
        (r"hospital|foundation trust|nhs trust|\bnhs ft\b|\bnhst\b|infirmary"),
        PartnerKind.ACUTE_TRUST,
        Sector.SECONDARY,
    ),
    (r"(district|town|parish) council", PartnerKind.TOWN_COUNCIL, Sector.PUBLIC),
    (r"council\b(?! for)|local authority|social services", PartnerKind.COUNCIL, Sector.SOCIAL),
    (r"healthwatch", PartnerKind.HEALTHWATCH, Sector.PUBLIC),
    (r"hospice", PartnerKind.HOSPICE, Sector.VOLUNTARY),
    (r"pharmac|chemist", PartnerKind.PHARMACY, Sector.PRIMARY),
    (r"dental|dentist|optom|optic", PartnerKind.OPTOMETRY_DENTAL, Sector.PRIMARY),
    (r"federation", PartnerKind.FEDERATION, Sector.PRIMARY),
    (r"local medical committee|\blmc\b", PartnerKind.MEDICAL_COMMITTEE, Sector.PRIMARY),
    (r"patient", PartnerKind.PATIENT_GROUP, Sector.PUBLIC),
    (r"\bcic\b|community interest|social enterprise", PartnerKind.VEHICLE, Sector.PRIMARY),
    (r"nursing home|care home|home ?care|residential", PartnerKind.CARE_PROVIDER, Sector.SOCIAL),
    (r"fire\b", PartnerKind.FIRE_SERVICE, Sector.PUBLIC),
    (r"police|constabulary", PartnerKind.POLICE, Sector.PUBLIC),
    (r"training hub|\bcepn\b", PartnerKind.TRAINING_HUB, Sector.PUBLIC),
    (r"university|college", PartnerKind.UNIVERSITY, Sector.PUBLIC),
    (r"housing|homes\b", PartnerKind.HOUSING, Sector.PUBLIC),
    (
        r"surgery|practice|medical (centre|group)|health centre|doctors|partners\b|^drs? ",
        PartnerKind.PRACTICE,
        Sector.PRIMARY,
    ),
    (
        r"age uk|\bmind\b|society|charity|voluntary|volunteer|\bcvs\b|trust\b|council for|citizens",
        PartnerKind.CHARITY,
        Sector.VOLUNTARY,
    ),
    (r"\bltd\b|limited|\bplc\b|\bllp\b", PartnerKind.INDEPENDENT_PROVIDER, Sector.PUBLIC),
)


def guessed_partner(name: str) -> tuple[PartnerKind, Sector]:
    """Return what sort of organisation a name is most likely of, and its sector."""
    folded = name.casefold()
    for pattern, kind, sector in GUESSES:
        if re.search(pattern, folded):
            return kind, sector
    return PartnerKind.INDEPENDENT_PROVIDER, Sector.PUBLIC


SECTOR_OF: Mapping[PartnerKind, Sector] = {kind: sector for _, kind, sector in reversed(GUESSES)}
"""The usual sector of each kind of partner."""
