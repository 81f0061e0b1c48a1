"""The words of our lists, and what people write for each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pch_desktop.domain.budget import ContractForm, Controllability, Profile, Scope
from pch_desktop.domain.partners import PartnerKind, PartnerStatus, Sector
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.services import Focus
from pch_desktop.domain.workforce import (
    ContractKind,
    FundingStream,
    LeavingReason,
    PensionScheme,
    PostStatus,
    ProfessionalBody,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """The words of a list, and what people write for each."""

    words: type[StrEnum]
    said: Mapping[str, StrEnum]


def _listed(words: type[StrEnum], **said: str) -> Listed:
    """Return a list whose members are named with their synonyms, parted by commas."""
    pairs = {
        bare(phrase): words[member]
        for member, listed in said.items()
        for phrase in listed.split(",")
    }
    return Listed(words, pairs)


def bare(text: str) -> str:
    """Return a text as words of lists are compared: small letters and figures alone."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.casefold()).split())


SECTORS = _listed(
    Sector,
    PRIMARY=(
        "primary,gp,general practice,practice,practices,primary medical,gms,pms,pc,"
        "primary health care"
    ),
    COMMUNITY="community health,community services,community care,community nhs,community trust",
    SECONDARY="secondary,acute,hospital,acute care,acute trust,hospital care,acute hospital",
    MENTAL_HEALTH="mh,mental,mental health trust,mental health services,psychiatry,iapt",
    SOCIAL=(
        "social,council,local authority,la,asc,adult social care,social services,"
        "social care council"
    ),
    VOLUNTARY="vol,vol sector,voluntary sector,vcse,vcs,third sector,3rd sector,charity,charities,"
    "voluntary and community,voluntary community,vol org,charitable",
    PUBLIC=(
        "public,other,public health,civic,public sector,other public,police,fire,"
        "independent,private,nhs"
    ),
)
PARTNER_KINDS = _listed(
    PartnerKind,
    PRACTICE=(
        "practice,gp,surgery,gp surgery,general practice,medical centre,health centre,"
        "doctors surgery"
    ),
    FEDERATION="federation,gp fed,alliance",
    SUPER_PARTNERSHIP="super partnership,superpractice,super practice,merged practice",
    VEHICLE="cic,social enterprise,vehicle,community interest co",
    COMMISSIONER=(
        "ccg,icb,clinical commissioning group,integrated care board,"
        "commissioning group,nhs commissioner"
    ),
    NHS_ENGLAND="nhse,area team",
    ACUTE_TRUST=(
        "acute,hospital,hospital trust,foundation trust,nhs foundation trust,nhs ft,"
        "acute hospital,"
        "hospitals trust,acute nhs trust"
    ),
    COMMUNITY_TRUST=(
        "community provider,community nhs trust,community health trust,community services"
    ),
    MENTAL_HEALTH_TRUST="mh trust,mental health provider,mental health",
    INTEGRATED_TRUST="integrated care trust,integrated provider",
    AMBULANCE_TRUST="ambulance,ambulance service",
    OUT_OF_HOURS="ooh,out of hours,111,urgent care provider",
    PHARMACY="pharmacy,chemist,pharmacist",
    OPTOMETRY_DENTAL="optometry,optician,dental,dentist,dental practice",
    MEDICAL_COMMITTEE="lmc",
    COUNCIL=(
        "local authority,la,county council,borough council,unitary,social services,city council"
    ),
    TOWN_COUNCIL="district council,town council,parish council",
    WELLBEING_BOARD="hwb,health wellbeing board",
    PATIENT_GROUP="ppg,patient participation group,patients,patient panel",
    CHARITY=(
        "charity,voluntary,vcse,vcs,voluntary sector,vol sector,voluntary organisation,"
        "third sector,vol org"
    ),
    CARE_PROVIDER="care home,home care,nursing home,domiciliary care,residential home",
    FIRE_SERVICE="fire,fire and rescue,fire rescue",
    TRAINING_HUB="cepn,training hub",
    UNIVERSITY="hei,college,university college",
    CIVIC_LEADER="mp,councillor,faith",
    INDEPENDENT_PROVIDER="independent,private,private provider,independent sector",
    HOUSING="housing association,registered social landlord",
)
LISTS: Mapping[str, Listed] = {
    "sector": SECTORS,
    "kind": PARTNER_KINDS,
    "contract_kind": _listed(
        ContractKind,
        PERMANENT="perm,substantive,p,permanent contract,employed",
        FIXED_TERM="ftc,fixed term contract,temp,temporary,ft,fixed",
        PARTNER="gp partner,self employed,profit share,partnership",
        APPRENTICE="apprenticeship",
        SECONDMENT_IN="secondee,secondment,seconded,seconded in",
        SECONDMENT_OUT="seconded out",
        AGENCY="agency staff",
        LOCUM="gp locum",
        CONTRACTOR="sla,contract for services,subcontract,contracted out",
        ZERO_HOURS="zero hours contract,0 hours",
        VOLUNTEER="voluntary,unpaid",
    ),
    "funding_stream": _listed(
        FundingStream,
        CORE="core,practice,gms,pms,practices,core gms,primary care",
        ADDITIONAL_ROLES="arrs,pcn,additional role,additional roles reimbursement,pcn arrs",
        TRANSFORMATION="pch,transformation,vanguard,transformation fund,primary care home",
        COMMUNITY="community,community trust,community services",
        ACUTE="acute,hospital,acute trust",
        COUNCIL="local authority,la,social care,adult social care",
        GRANT="grant,voluntary,vcse,charity,lottery",
    ),
    "post_status": _listed(
        PostStatus,
        ACTIVE=(
            "filled,in post,funded,live,vacant,vacancy,recruiting,current,part filled,"
            "established,occupied,advertised"
        ),
        FROZEN="on hold,hold,held",
        PROPOSED="planned,new,bid,business case,requested",
        DISESTABLISHED="deleted,closed,removed,ended",
    ),
    "partner_status": _listed(
        PartnerStatus,
        SIGNED="signed up,member,mou signed,full member,yes,committed",
        ENGAGED="active,involved,engaging,current,in progress",
        PROSPECT="interested,potential,to approach,not yet,new,contacted",
        EXITED="left,former,ended,withdrawn",
        LAPSED="inactive,dormant",
    ),
    "professional_body": _listed(
        ProfessionalBody,
        NONE="no,not applicable",
        GMC="general medical council",
        NMC="nursing and midwifery council",
        GPHC="general pharmaceutical council",
        HCPC="health and care professions council,hpc",
        SWE="social work england",
    ),
    "leaving_reason": _listed(
        LeavingReason,
        RETIREMENT="retired,retiring,age retirement",
        RESIGNATION="resigned,voluntary resignation,new job,left,voluntary",
        END_OF_TERM="end of contract,contract ended,end of ftc,fixed term ended",
        DISMISSAL="dismissed",
        REDUNDANCY="redundant,made redundant",
        DEATH="died,deceased",
        TRANSFER_WITHIN="transfer,internal transfer,moved within the locality,internal move",
        TRANSFER_OUT="tupe,tupe out,tupe transfer",
        END_OF_TRAINING="end of rotation,rotation ended,end of training",
    ),
    "pension_scheme": _listed(
        PensionScheme,
        NHS="nhs pension,nhs pension scheme,nhsps,nhs pensions",
        COUNCIL="lgps,council,local government pension scheme",
        AUTOMATIC="nest,auto enrolment,auto enrol,workplace pension,workplace",
        NONE="no,opted out,not in a scheme,n",
    ),
    "scope": _listed(
        Scope,
        IN="yes,y,in scope,included,true",
        SHADOW_ONLY="shadow",
        OUT="no,n,out of scope,excluded,false",
    ),
    "contract_form": _listed(
        ContractForm,
        BLOCK="block contract",
        TARIFF="pbr,payment by results,national tariff",
        COST_PER_CASE="cpc,cost and volume,per case,cost volume",
        CAPITATION="capitated,per head,capitation based",
        GRANT="grants,grant funding",
    ),
    "controllability": _listed(
        Controllability,
        DIRECT="high,full,yes,y,controllable",
        INFLUENCE="medium,some,partial",
        NONE="low,no,n,uncontrollable",
    ),
    "weighted_by": _listed(
        Weighting,
        LIST="list size,registered,registered list,raw list,population",
        CARR_HILL="gms,carr hill formula",
        GENERAL_AND_ACUTE="acute,g a,ga,general acute",
        MENTAL_HEALTH="mh",
        PRIMARY_MEDICAL="primary care,primary",
    ),
    "profile": _listed(
        Profile,
        EQUAL="even,twelfths,equal twelfths,straight line,flat,12ths,monthly,1 12",
        CALENDAR_DAYS="days,calendar",
        QUARTERLY="quarter,quarters,qtrly",
        FRONT="front",
        BACK="back",
        MANUAL="manual",
    ),
    "focus": _listed(Focus, PREVENTION="prevent,preventive,preventative,yes", TREATMENT="treat,no"),
}
