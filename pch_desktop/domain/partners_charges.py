"""What a locality has to be answered for: a list to begin from, each shortened at will.

The question is that of the seed on governance: “Who is in charge?”; money and its
risks, the safety of patients, the workforce, premises, technology and the outcomes
are what the Primary Care Home's four features and the sites' aims put in somebody's
hands.
"""

from __future__ import annotations

SUBJECTS = (
    "Money and the shadow budget",
    "Sharing gains and risks",
    "Safety of patients",
    "Quality and outcomes",
    "Safeguarding",
    "Information governance and sharing of records",
    "Workforce and employment",
    "Training and supervision",
    "Estates and rooms",
    "Technology and the shared record",
    "Starting, moving and closing services",
    "Agreements and contracts",
    "Patients' and public voice",
    "Complaints and incidents",
    "Business continuity",
)
"""The usual subjects; none of them says who answers."""
