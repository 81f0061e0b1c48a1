"""Writing down what a risk scores from a day on, so that its trend can be told."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board_registers import Risk, RiskScore

PAIR = ("consequence", "likelihood")


def score_risk(session: Session, risk: Risk, field: str, value: object, on: date) -> None:
    """Score one side of a risk, consequence or likelihood, as from a day on.

    Once both are known the score of the day is kept; a blank takes back what was scored
    that day. The risk's own current score is always the last one kept.

    Raises:
        Refusal: a score of an earlier day cannot be blanked.
    """
    query = select(RiskScore).where(RiskScore.risk_id == risk.id).order_by(RiskScore.scored_on)
    scores = list(session.scalars(query))
    today = next((score for score in scores if score.scored_on == on), None)
    if value is None and scores:
        _take_back(session, scores, today)
    elif scores:
        _keep(session, risk, scores, on, {field: value})
    else:
        setattr(risk, f"current_{field}", value)
        pair = {side: getattr(risk, f"current_{side}") for side in PAIR}
        if None not in pair.values():
            session.add(RiskScore(risk_id=risk.id, scored_on=on, **pair))
    session.flush()
    _let_last_stand(session, risk)


def _keep(
    session: Session, risk: Risk, scores: list[RiskScore], on: date, told: dict[str, object]
) -> None:
    known = [score for score in scores if score.scored_on <= on]
    last = known[-1] if known else scores[0]
    if last.scored_on == on:
        for side, value in told.items():
            setattr(last, side, value)
        return
    pair = {side: getattr(last, side) for side in PAIR} | told
    session.add(RiskScore(risk_id=risk.id, scored_on=on, **pair))


def _take_back(session: Session, scores: list[RiskScore], today: RiskScore | None) -> None:
    if today is None:
        day = f"{scores[-1].scored_on:%d %B %Y}".lstrip("0")
        raise Refusal(f"The score of {day} stands until a new one is entered, 1 to 5.")
    session.delete(today)


def _let_last_stand(session: Session, risk: Risk) -> None:
    """Let the risk's own current score be the last one kept, where any is."""
    query = select(RiskScore).where(RiskScore.risk_id == risk.id)
    last = session.scalars(query.order_by(RiskScore.scored_on.desc()).limit(1)).first()
    if last is not None:
        risk.current_consequence, risk.current_likelihood = last.consequence, last.likelihood
