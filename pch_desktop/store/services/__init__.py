"""Reading and changing the services: the catalogue, opening hours and months of activity."""

from pch_desktop.store.services.edits import (
    add_described_service,
    add_service,
    remove_services,
    set_delivering,
    set_opening,
    set_service,
    set_sites,
)
from pch_desktop.store.services.late import (
    SenderRow,
    TellingRow,
    first_beds,
    first_calls,
    senders,
    tellings,
)
from pch_desktop.store.services.month_rows import MonthRow, activity, spans, undecided
from pch_desktop.store.services.months import set_month, set_months
from pch_desktop.store.services.part_edits import add_part, remove_parts, set_part
from pch_desktop.store.services.parts import PartRow, last_part, parts, places
from pch_desktop.store.services.return_edits import mark_beds, mark_calls, set_beds, set_calls
from pch_desktop.store.services.returns import (
    BedRow,
    CallRow,
    bed_services,
    beds,
    call_services,
    calls,
)
from pch_desktop.store.services.rows import (
    OpeningRow,
    ServiceRow,
    openings,
    services,
)

__all__ = [
    "BedRow",
    "CallRow",
    "MonthRow",
    "OpeningRow",
    "PartRow",
    "SenderRow",
    "ServiceRow",
    "TellingRow",
    "activity",
    "add_described_service",
    "add_part",
    "add_service",
    "bed_services",
    "beds",
    "call_services",
    "calls",
    "first_beds",
    "first_calls",
    "last_part",
    "mark_beds",
    "mark_calls",
    "openings",
    "parts",
    "places",
    "remove_parts",
    "remove_services",
    "senders",
    "services",
    "set_beds",
    "set_calls",
    "set_delivering",
    "set_month",
    "set_months",
    "set_opening",
    "set_part",
    "set_service",
    "set_sites",
    "spans",
    "tellings",
    "undecided",
]
