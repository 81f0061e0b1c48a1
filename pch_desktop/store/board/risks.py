"""Reading the risks as they stood on a day, the heaviest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_registers import RiskStatus
from pch_desktop.domain.board_risks import Bands, Score, latest_two
from pch_desktop.models.board_registers import Risk, RiskMitigation, RiskScore
from pch_desktop.models.locality import Setting
from pch_desktop.models.partners import Partner
from pch_desktop.store.board.risk_rows import MitigationRow, RiskRow, ScoreRow

BAND_KEYS: Mapping[str, str] = {
    "moderate": "risk_moderate_from",
    "high": "risk_high_from",
    "extreme": "risk_extreme_from",
}
"""By band: the setting that says from which score on it begins."""
Parts = dict[int, list[MitigationRow]]
Scores = dict[int, list[ScoreRow]]


def bands(session: Session) -> Bands:
    """Return from which score on each band of this locality begins."""
    query = select(Setting.key, Setting.value).where(Setting.key.in_(BAND_KEYS.values()))
    chosen: dict[str, str] = dict(session.execute(query).all())
    return Bands(**{band: int(chosen[key]) for band, key in BAND_KEYS.items() if key in chosen})


def risks(session: Session, on: date) -> list[RiskRow]:
    """Return the risks found by a day as they stood then: open first, the heaviest on top."""
    parts, scores, turned = _parts(session, on), _scores(session), bands(session)
    query = (
        select(Risk, Partner.name)
        .outerjoin(Partner, Risk.partner_id == Partner.id)
        .where(or_(Risk.found_on.is_(None), Risk.found_on <= on))
    )
    rows = [
        _row(risk, partner, (on, turned), (parts[risk.id], scores[risk.id]))
        for risk, partner in session.execute(query)
    ]
    return sorted(rows, key=_weight)


def mitigations(session: Session, on: date) -> list[MitigationRow]:
    """Return what is done about the open risks: what is not done first, the first due on top."""
    rows = [part for risk in risks(session, on) if risk.is_open for part in risk.mitigations]
    return sorted(rows, key=lambda row: (row.is_done, row.due_on or date.max))


def _weight(row: RiskRow) -> tuple[bool, int, int, str]:
    score = row.current.product or 0
    return (not row.is_open, -score, len(row.reference), row.reference)


def _row(
    risk: Risk,
    partner: str | None,
    asked: tuple[date, Bands],
    told: tuple[list[MitigationRow], list[ScoreRow]],
) -> RiskRow:
    (on, turned), (parts, scores) = asked, told
    is_shut = risk.status is RiskStatus.CLOSED and (risk.closed_on is None or risk.closed_on <= on)
    open_as = RiskStatus.OPEN if risk.status is RiskStatus.CLOSED else risk.status
    now, before = latest_two([row.score for row in scores], on)
    own = Score() if scores else Score(risk.current_consequence, risk.current_likelihood)
    return RiskRow(
        risk.id, risk.reference, risk.title, risk.cause, risk.event, risk.effect, risk.category,
        RiskStatus.CLOSED if is_shut else open_as, risk.owner, partner, risk.controls,
        Score(risk.inherent_consequence, risk.inherent_likelihood), now or own, before,
        Score(risk.target_consequence, risk.target_likelihood), risk.appetite, risk.proximity,
        risk.found_on, risk.reviewed_on, risk.closed_on, risk.note,
        tuple(parts), tuple(row for row in scores if row.score.on and row.score.on <= on),
        on, turned,
    )  # fmt: skip


def _parts(session: Session, on: date) -> Parts:
    query = (
        select(RiskMitigation, Risk.reference, Risk.title)
        .join(Risk, RiskMitigation.risk_id == Risk.id)
        .order_by(RiskMitigation.due_on, RiskMitigation.id)
    )
    found: Parts = defaultdict(list)
    for part, reference, title in session.execute(query):
        found[part.risk_id].append(
            MitigationRow(part.id, part.risk_id, reference, title, part.text, part.owner,
                          part.due_on, part.done_on, on)
        )  # fmt: skip
    return found


def _scores(session: Session) -> Scores:
    query = select(
        RiskScore.id, RiskScore.risk_id, RiskScore.consequence, RiskScore.likelihood,
        RiskScore.scored_on,
    ).order_by(RiskScore.scored_on)  # fmt: skip
    found: Scores = defaultdict(list)
    for score_id, risk_id, consequence, likelihood, on in session.execute(query):
        found[risk_id].append(ScoreRow(score_id, risk_id, Score(consequence, likelihood, on)))
    return found
