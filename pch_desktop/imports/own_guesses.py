"""What sort of organisation a name is most likely of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.partners_kinds import SECTOR_OF

GUESSES: Sequence[tuple[str, PartnerKind]] = (
    (r"\bambulance\b", PartnerKind.AMBULANCE_TRUST),
    (r"health (and|&) well-?being board|\bhwb\b", PartnerKind.WELLBEING_BOARD),
    (r"mental health|partnership (nhs|foundation)|\bcmht\b", PartnerKind.MENTAL_HEALTH_TRUST),
    (r"out[ -]of[ -]hours|\booh\b|\b111\b", PartnerKind.OUT_OF_HOURS),
    (r"nhs england|\bnhse\b", PartnerKind.NHS_ENGLAND),
    (r"\bccg\b|\bicb\b|commissioning group|integrated care board", PartnerKind.COMMISSIONER),
    (r"patient|carers|caregivers|\bppgs?\b|^the people of", PartnerKind.PATIENT_GROUP),
    (r"training hub|\bcepns?\b|education provider|health education", PartnerKind.TRAINING_HUB),
    (r"partnership board|consortium|\bregime\b|programme", PartnerKind.CONSORTIUM),
    (r"shared record|informatics|integrated record|connecting care", PartnerKind.INFORMATICS),
    (r"local medical committee|\blmc\b", PartnerKind.MEDICAL_COMMITTEE),
    (r"pharmac|chemist|\blpc\b", PartnerKind.PHARMACY),
    (r"dental|dentist|optom|optic", PartnerKind.OPTOMETRY_DENTAL),
    (r"hospice", PartnerKind.HOSPICE),
    (r"healthwatch", PartnerKind.HEALTHWATCH),
    (r"(district|town|parish) council", PartnerKind.TOWN_COUNCIL),
    (
        r"council\b(?! for)|local authority|social (services|care|workers?)",
        PartnerKind.COUNCIL,
    ),
    (r"federation|gp (alliance|clusters?)|member practices", PartnerKind.FEDERATION),
    (r"voluntary", PartnerKind.CHARITY),
    (r"\bcic\b|community interest|social enterprise", PartnerKind.VEHICLE),
    (
        r"community.*(nhs|trust|health ?care|services|hospital|health\b)",
        PartnerKind.COMMUNITY_TRUST,
    ),
    (
        r"hospital|foundation trust|nhs trust|\bnhs ft\b|\bnhst\b|infirmary|acute|secondary care",
        PartnerKind.ACUTE_TRUST,
    ),
    (r"nursing home|care homes?|home ?care|residential", PartnerKind.CARE_PROVIDER),
    (r"\bfire\b", PartnerKind.FIRE_SERVICE),
    (r"police|constabulary", PartnerKind.POLICE),
    (r"university|college|higher education", PartnerKind.UNIVERSITY),
    (r"housing|homes\b", PartnerKind.HOUSING),
    (r"\bbishop\b|\bmps?\b|\bmayor\b|councillor", PartnerKind.CIVIC_LEADER),
    (
        r"surgery|practice|medical (centre|group)|health centre|doctors|partners\b|^drs? ",
        PartnerKind.PRACTICE,
    ),
    (
        r"age uk|\bmind\b|society|charity|volunteer|\bcvs\b|trust\b|council for"
        r"|citizens|third sector",
        PartnerKind.CHARITY,
    ),
    (r"\bltd\b|limited|\bplc\b|\bllp\b", PartnerKind.INDEPENDENT_PROVIDER),
)


def guessed_partner(name: str) -> tuple[PartnerKind, Sector]:
    """Return what sort of organisation a name is most likely of, and its usual sector."""
    folded = name.casefold()
    kinds = (kind for pattern, kind in GUESSES if re.search(pattern, folded))
    kind = next(kinds, PartnerKind.INDEPENDENT_PROVIDER)
    return kind, SECTOR_OF[kind]
