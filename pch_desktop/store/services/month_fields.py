"""What a service's month holds, in words for a sentence."""

from __future__ import annotations

from collections.abc import Mapping

COUNT_FIELDS: Mapping[str, str] = {
    "planned_sessions": "the sessions planned",
    "sessions": "the sessions held",
    "slots": "the appointments there were",
    "booked": "the appointments booked",
    "attended": "those attended",
    "not_attended": "those not attended",
    "cancelled_by_patient": "those the patient cancelled",
    "cancelled_by_service": "those the service cancelled",
    "referrals": "the referrals received",
    "accepted": "the referrals accepted",
    "rejected": "the referrals rejected",
    "waiting": "the people waiting at the month's end",
    "first_contacts": "the people seen for the first time",
    "face_to_face": "the contacts face to face",
    "telephone": "the contacts by telephone",
    "video": "the contacts by video",
    "home_visits": "the home visits",
    "group_contacts": "the contacts in groups",
    "instead_of_hospital": "the people seen here instead of in hospital",
    "still_to_hospital": "the people who still went to hospital",
    "admissions_avoided": "the admissions to hospital avoided",
}
"""The counts of a month, by column."""
MONTH_FIELDS: Mapping[str, str] = {
    **COUNT_FIELDS,
    "is_provisional": "whether the figures are provisional",
    "source": "where the figures come from",
}
