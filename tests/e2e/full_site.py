"""A made-up community hospital of full size: 21 organisations, 50 services and 30 rooms.

What Thetford's hospital is said to hold, in numbers only; every name is invented.
"""

from __future__ import annotations

HOSPITAL, ANNEXE = "Wensham Community Hospital", "Wensham Annexe"
PARTNERS: tuple[tuple[str, str, str, str], ...] = (
    ("Wensham Healthcare CIC", "Community", "Community interest company", "Signed"),
    ("Wensham Road Surgery", "Primary care", "GP practice", "Signed"),
    ("Staithe Surgery", "Primary care", "GP practice", "Signed"),
    ("Priory Lane Practice", "Primary care", "GP practice", "Signed"),
    ("Warren Medical Centre", "Primary care", "GP practice", "Engaged"),
    ("Heathland Community Trust", "Community", "Community trust", "Signed"),
    ("Ferrymoor Hospitals", "Secondary care", "Acute trust", "Signed"),
    ("Westmark Infirmary", "Secondary care", "Acute trust", "Engaged"),
    ("Fenedge Mental Health Trust", "Mental health", "Mental health trust", "Signed"),
    ("Heathland County Council", "Social care", "Council", "Signed"),
    ("Wensham Town Council", "Public and other", "District or town council", "Engaged"),
    ("North Heath CCG", "Public and other", "Commissioner", "Signed"),
    ("West Heath CCG", "Public and other", "Commissioner", "Engaged"),
    ("Heath Doctors on Call", "Primary care", "Out-of-hours provider", "Signed"),
    ("Larkfield Pharmacy", "Primary care", "Community pharmacy", "Engaged"),
    ("Brecks Eye Care", "Primary care", "Optometry or dental", "Engaged"),
    ("Candle Hospice", "Voluntary", "Hospice", "Signed"),
    ("Wensham Carers", "Voluntary", "Charity or voluntary organisation", "Engaged"),
    ("Heath Age Link", "Voluntary", "Charity or voluntary organisation", "Engaged"),
    ("Wensham Patients' Forum", "Public and other", "Patient group", "Engaged"),
    ("Heathland Ambulance", "Public and other", "Ambulance trust", "Prospect"),
)
"""Name, sector, kind and status, in the words the lists offer."""
_WORK = (
    ("Physiotherapy", "Musculoskeletal"),
    ("Podiatry", "Long-term conditions"),
    ("Skin clinic", "Dermatology"),
    ("Memory clinic", "Mental health"),
    ("Talking therapy", "Mental health"),
    ("Ultrasound", "Diagnostics"),
    ("X-ray", "Diagnostics"),
    ("Blood tests", "Diagnostics"),
    ("Minor injuries", "Urgent or same-day"),
    ("Diabetes clinic", "Long-term conditions"),
    ("Heart failure nurses", "Long-term conditions"),
    ("Breathing clinic", "Long-term conditions"),
    ("Eye clinic", "Planned"),
    ("Hearing clinic", "Planned"),
    ("Health visiting", "Children"),
    ("Speech therapy", "Children"),
    ("Midwife clinic", "Planned"),
    ("Stop smoking", "Prevention"),
    ("Falls classes", "Prevention"),
    ("Carers' advice", "Social prescribing"),
    ("Day hospice", "End of life"),
    ("Rehabilitation ward", "Rehabilitation or community bed"),
    ("Medicines review", "Pharmacy"),
    ("Evening surgery", "Extended access"),
    ("Wound clinic", "Frailty or care home"),
)
SERVICES = tuple(
    (
        f"{name}, {where}",
        "Live" if at % 6 else "Pilot",
        category,
        PARTNERS[(at * 5 + number) % 18][0],
    )
    for number, where in enumerate(("Wensham", "Annexe"))
    for at, (name, category) in enumerate(_WORK)
)
"""Name, status, category and lead of the fifty."""
ROOMS = tuple(
    (
        HOSPITAL if at < 20 else ANNEXE,
        f"Room {at + 1}",
        ("Consulting", "Treatment", "Group")[at % 3],
        str(11 + at % 9),
        "Couch, sink" if at % 3 < 2 else "Chairs for 12",
        f"{12 + at % 4}.50",
    )
    for at in range(30)
)
"""Site, name, kind, square metres, what is in it, pounds an hour."""

BOOKINGS = tuple(
    (
        f"{3 + at // 12}/10/2016",
        "",
        f"{ROOMS[at % 12 + 12][1]}, {ROOMS[at % 12 + 12][0]}",
        "9:00",
        "12:30",
        PARTNERS[at % 18][0],
    )
    for at in range(60)
)
"""Day, nothing, room, from, until and partner of a week's mornings."""


def block(rows: tuple[tuple[str, ...], ...]) -> str:
    """Return rows as a spreadsheet copies them."""
    return "\n".join("\t".join(row) for row in rows)


def month_counts(at: int) -> tuple[int, int, int, int]:
    """Return appointments, booked, attended and not attended of a service's month."""
    slots = 60 + 7 * at
    booked = slots - at % 9
    missed = at % 5
    return slots, booked, booked - missed, missed
