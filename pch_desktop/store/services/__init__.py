"""Reading and changing the services: the catalogue, opening hours and months of activity."""

from pch_desktop.store.services.appointments import (
    AppointmentRow,
    NationalMonth,
    appointments,
    national_months,
)
from pch_desktop.store.services.assets import AssetRow, add_asset, assets, remove_assets, set_asset
from pch_desktop.store.services.care_homes import (
    CareHomeRow,
    add_care_home,
    care_homes,
    remove_care_homes,
    set_care_home,
)
from pch_desktop.store.services.clearing import QueueRow, queues, set_contacts_each
from pch_desktop.store.services.edits import (
    add_described_service,
    add_service,
    remove_services,
    set_delivering,
    set_opening,
    set_service,
    set_sites,
)
from pch_desktop.store.services.freed import SeenRow, seen_in_year
from pch_desktop.store.services.hour_edits import HourPlace, set_hour
from pch_desktop.store.services.hours import HourRow, hours, site_names
from pch_desktop.store.services.late import (
    SenderRow,
    TellingRow,
    first_beds,
    first_calls,
    senders,
    tellings,
)
from pch_desktop.store.services.lead_times import LeadPlace, LeadRow, lead_times, set_lead_time
from pch_desktop.store.services.month_rows import MonthRow, activity, spans, undecided
from pch_desktop.store.services.months import set_month, set_months
from pch_desktop.store.services.more import ServiceMore
from pch_desktop.store.services.more_edits import set_settings, tick_named_settings
from pch_desktop.store.services.named import ServiceName, service_names
from pch_desktop.store.services.part_edits import add_part, remove_parts, set_part
from pch_desktop.store.services.part_repeats import repeat_parts
from pch_desktop.store.services.parts import PartRow, last_part, parts, places
from pch_desktop.store.services.practice_access import HoursRow, OfferRow, offers, site_hours
from pch_desktop.store.services.practice_months import (
    PracticeMonthRow,
    practice_months,
    set_practice_month,
)
from pch_desktop.store.services.practice_names import practice_names
from pch_desktop.store.services.practice_ratings import (
    RatingRow,
    add_rating,
    ratings,
    remove_ratings,
    set_rating,
)
from pch_desktop.store.services.practice_seen import PracticeSeenRow, seen_by_practice
from pch_desktop.store.services.return_edits import mark_beds, mark_calls, set_beds, set_calls
from pch_desktop.store.services.returns import (
    BedRow,
    CallRow,
    bed_services,
    beds,
    call_services,
    calls,
)
from pch_desktop.store.services.rows import OpeningRow, ServiceRow, openings, services
from pch_desktop.store.services.safety import SafetyRow, safety_assessments
from pch_desktop.store.services.safety_edits import (
    add_safety,
    begin_safety,
    remove_safety,
    set_safety,
)
from pch_desktop.store.services.social import (
    SocialCountRow,
    SocialRow,
    social_counts,
    social_months,
    social_services,
    voluntary_partners,
)
from pch_desktop.store.services.social_count_edits import (
    enter_social_counts,
    remove_social_names,
    rename_social,
    set_social_count,
)
from pch_desktop.store.services.social_edits import set_social_month
from pch_desktop.store.services.steps import StepRow, status_steps
from pch_desktop.store.services.target_edits import (
    add_target,
    remove_targets,
    set_reading,
    set_target,
)
from pch_desktop.store.services.targets import TargetRow, targets
from pch_desktop.store.services.wait_edits import set_wait_band, set_wait_days
from pch_desktop.store.services.waits import WaitRow, wait_history, waits

__all__ = [
    "AppointmentRow",
    "AssetRow",
    "BedRow",
    "CallRow",
    "CareHomeRow",
    "HourPlace",
    "HourRow",
    "HoursRow",
    "LeadPlace",
    "LeadRow",
    "MonthRow",
    "NationalMonth",
    "OfferRow",
    "OpeningRow",
    "PartRow",
    "PracticeMonthRow",
    "PracticeSeenRow",
    "QueueRow",
    "RatingRow",
    "SafetyRow",
    "SeenRow",
    "SenderRow",
    "ServiceMore",
    "ServiceName",
    "ServiceRow",
    "SocialCountRow",
    "SocialRow",
    "StepRow",
    "TargetRow",
    "TellingRow",
    "WaitRow",
    "activity",
    "add_asset",
    "add_care_home",
    "add_described_service",
    "add_part",
    "add_rating",
    "add_safety",
    "add_service",
    "add_target",
    "appointments",
    "assets",
    "bed_services",
    "beds",
    "begin_safety",
    "call_services",
    "calls",
    "care_homes",
    "enter_social_counts",
    "first_beds",
    "first_calls",
    "hours",
    "last_part",
    "lead_times",
    "mark_beds",
    "mark_calls",
    "national_months",
    "offers",
    "openings",
    "parts",
    "places",
    "practice_months",
    "practice_names",
    "queues",
    "ratings",
    "remove_assets",
    "remove_care_homes",
    "remove_parts",
    "remove_ratings",
    "remove_safety",
    "remove_services",
    "remove_social_names",
    "remove_targets",
    "rename_social",
    "repeat_parts",
    "safety_assessments",
    "seen_by_practice",
    "seen_in_year",
    "senders",
    "service_names",
    "services",
    "set_asset",
    "set_beds",
    "set_calls",
    "set_care_home",
    "set_contacts_each",
    "set_delivering",
    "set_hour",
    "set_lead_time",
    "set_month",
    "set_months",
    "set_opening",
    "set_part",
    "set_practice_month",
    "set_rating",
    "set_reading",
    "set_safety",
    "set_service",
    "set_settings",
    "set_sites",
    "set_social_count",
    "set_social_month",
    "set_target",
    "set_wait_band",
    "set_wait_days",
    "site_hours",
    "site_names",
    "social_counts",
    "social_months",
    "social_services",
    "spans",
    "status_steps",
    "targets",
    "tellings",
    "tick_named_settings",
    "undecided",
    "voluntary_partners",
    "wait_history",
    "waits",
]
