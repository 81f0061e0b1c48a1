"""How vacant posts are being filled, set out for reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from pch_desktop.domain.workforce import RecruitmentOutcome
from pch_desktop.domain.workforce_recruitment import Stage
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store.workforce import RecruitmentRow

NONE, MOVING, NEAR, OVER = "not begun", "under way", "nearly filled", "over"
TONES = {
    Stage.NOT_ADVERTISED: NONE,
    Stage.ADVERTISED: MOVING,
    Stage.CLOSED: MOVING,
    Stage.INTERVIEWED: MOVING,
    Stage.OFFERED: NEAR,
    Stage.AGREED: NEAR,
    Stage.FILLED: OVER,
    Stage.WITHDRAWN: OVER,
}
"""How a stage is coloured, beside its word."""
DAYS_HELP = "From the day it fell vacant; of a filled post to the first day of who fills it."


def _step(name: str) -> Callable[[RecruitmentRow], date | None]:
    return lambda row: getattr(row.steps, name)


RECRUITMENTS: tuple[Column[RecruitmentRow], ...] = (
    Column("role", "Role", lambda row: row.post.role, width=26),
    Column("post", "Post", lambda row: row.post.reference, width=7),
    Column("stage", "Stage", lambda row: shown(row.stage.value), width=15,
           help="How far it has come on the day shown; what is only planned does not count yet."),
    Column("days_vacant", "Days vacant", lambda row: row.days_vacant, Kind.COUNT, width=7,
           absent=lambda row: row.stage is Stage.WITHDRAWN, help=DAYS_HELP),
    Column("vacant_from", "Vacant from", _step("vacant_from"), Kind.DATE, width=13),
    Column("advertised_on", "Advertised", _step("advertised_on"), Kind.DATE, width=13,
           help="The day of the latest advert; it may lie before the post falls vacant."),
    Column("closes_on", "Closes", _step("closes_on"), Kind.DATE, width=13),
    Column("interviews_on", "Interviews", _step("interviews_on"), Kind.DATE, width=13),
    Column("offered_on", "Offered", _step("offered_on"), Kind.DATE, width=13),
    Column("starts_on", "Starts", _step("starts_on"), Kind.DATE, width=13,
           help="The first day agreed with whoever was chosen."),
    Column("readvertised", "Again", lambda row: row.readvertised, Kind.COUNT, width=6,
           help="How often it was advertised again."),
    Column("outcome", "Outcome", lambda row: shown(row.steps.outcome.value), Kind.WORD,
           words=listed(RecruitmentOutcome), width=10),
    Column("mitigation", "Meanwhile", lambda row: row.mitigation, width=30,
           help="What is done while nobody is in post."),
    Column("employer", "Employer", lambda row: row.post.employer, width=24),
    Column("vacant_wte", "Vacant WTE", lambda row: row.post.vacant_wte, Kind.WTE, width=8),
)  # fmt: skip


def recruitment_finding(rows: Sequence[RecruitmentRow]) -> str:
    """Return the sentence on how many posts are being filled and how far they have come."""
    under_way = [row for row in rows if not row.is_over]
    if not under_way:
        return "No post is being filled"
    near = sum(TONES[row.stage] == NEAR for row in under_way)
    again = sum(bool(row.readvertised) for row in under_way)
    said = f"{plural(len(under_way), 'post')} being filled, {near:,} offered or with a start agreed"
    return f"{said}; {again:,} advertised again" if again else said
