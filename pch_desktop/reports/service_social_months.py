"""The months of social prescribing as they are entered, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.services_social import Social, added
from pch_desktop.reports.service_social import SocialMonthRow
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import plural, written


def _absent(row: SocialMonthRow) -> bool:
    return row.is_ahead


SOCIAL: tuple[Column[SocialMonthRow], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=17),
    Column("referred", "Referred", lambda row: row.told.referred, Kind.COUNT, Total.SUM,
           absent=_absent, width=10, help="People referred in the month."),
    Column("by_source", "With a source", lambda row: row.by_source, Kind.COUNT, Total.SUM,
           absent=_absent, width=11, formula="the counts by source",
           help="What the counts by source add up to."),
    Column("accepted", "Accepted", lambda row: row.told.accepted, Kind.COUNT, Total.SUM,
           absent=_absent, width=10, help="Of those referred, taken on."),
    Column("accepted_share", "Accepted %", lambda row: row.told.accepted_share, Kind.SHARE,
           Total.RATIO, ratio=("accepted", "referred"), formula="{accepted}/{referred}",
           absent=_absent, width=10, help="Accepted of all referred."),
    Column("in_ten_days", "In ten days", lambda row: row.told.in_ten_days, Kind.COUNT, Total.SUM,
           absent=_absent, width=10, help="Of those accepted, first contacted within ten days."),
    Column("in_ten_share", "In ten days %", lambda row: row.told.in_ten_share, Kind.SHARE,
           Total.RATIO, ratio=("in_ten_days", "accepted"), formula="{in_ten_days}/{accepted}",
           absent=_absent, width=11, help="First contacted within ten days, of those accepted."),
    Column("measured", "Measured", lambda row: row.told.measured, Kind.COUNT, Total.SUM,
           absent=_absent, width=10, help="People whose outcome was measured before and after."),
    Column("mean_change", "Mean change", lambda row: row.told.mean_change, Kind.WTE, width=11,
           help="By how much their measure moved on average; the sign is that of the measure."),
    Column("check", "Does not add up", lambda row: "; ".join(row.troubles.values()) or None,
           formula="the counts", width=30),
)  # fmt: skip
"""The columns in which a year of one service is entered."""


def so_far(rows: Sequence[SocialMonthRow]) -> Social:
    """Return what the months up to the one at hand add up to."""
    return added([row.told for row in rows if not row.is_ahead])


def social_finding(rows: Sequence[SocialMonthRow]) -> str:
    """Return the sentence on the year so far: referred, accepted, contacted in ten days."""
    whole = so_far(rows)
    if whole.referred is None:
        return "Nobody's referral to social prescribing has been counted yet this year."
    said = f"{plural(whole.referred, 'person', 'people')} referred since April"
    if whole.accepted is not None:
        said += f", {whole.accepted:,} accepted"
    if whole.in_ten_share is not None:
        share = written(whole.in_ten_share, Kind.SHARE)
        said += f"; {share} of those accepted contacted within ten days"
    if whole.mean_change is not None and whole.measured is not None:
        change = written(whole.mean_change, Kind.WTE)
        said += f"; mean change {change} in {whole.measured:,} measured"
    return f"{said}."
