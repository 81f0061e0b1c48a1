"""Who gets what of a year's gain or loss, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.budget_phases import is_notional
from pch_desktop.domain.budget_share import CapBasis, DeadBand, QualityMode, ShareBaseline
from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.domain.settling import Inputs, Measured, Outcome, reckoned
from pch_desktop.domain.sharing import Sharing
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow, sharing

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


COMMISSIONER, RISK_POOL = "Commissioner", "Risk pool"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the reckoning: an amount in pence or a share, and how it is come by."""

    id: int
    name: str
    amount: int | None
    share: Decimal | None
    words: str
    """The formula in words."""
    live: str = ""
    """What a workbook works out, by the columns' keys and the steps' places."""


@dataclass(frozen=True, slots=True)
class SharePartnerRow:
    """A partner's part of the locality's gain or loss, in pence."""

    id: int
    name: str
    share: Decimal
    before: int
    stop_loss: int | None
    after: int

    @property
    def moved(self) -> int:
        """What stop-losses moved to it; below zero it bears more."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class GainRow:
    """Somebody with a part of the whole gain or loss: a partner, the commissioner, the pool."""

    id: int
    name: str
    share: Decimal
    """Of the whole gain or loss."""
    amount: int
    is_partner: bool = True


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A reckoning with all it rests on."""

    inputs: Inputs
    outcome: Outcome

    @property
    def is_notional(self) -> bool:
        """Whether no money moves, and so all of it is only what would be."""
        return is_notional(self.inputs.phase)

    def supposing(self, pool_pence: int) -> Reckoning:
        """Return what would come of another gain or loss, with everything else as it is."""
        return Reckoning(self.inputs, reckoned(self.inputs, pool_pence))


def reckoning(file: Reads, month: Month) -> Reckoning | None:
    """Return the reckoning of a month's year as known at its end; None without a scheme."""
    facts = file.read(sharing.share_facts, month)
    return None if facts is None else reckoning_of(facts, file.read(budget.lines, month))


def reckoning_of(facts: sharing.ShareFacts, lines: Sequence[LineRow]) -> Reckoning:
    """Return the reckoning of what was agreed and the lines of its month."""
    inputs = sharing.inputs_of(facts, lines, measured(facts.month, lines))
    return Reckoning(inputs, reckoned(inputs))


def measured(month: Month, lines: Sequence[LineRow]) -> Measured:
    """Return what the spending is: the forecast, until March has the actuals of all months."""
    is_whole = all(None not in line.year.actual for line in sharing.in_share(lines))
    return Measured.ACTUAL if month.number == MONTHS and is_whole else Measured.FORECAST


def _pence(key: str, title: str, words: str, width: int = 14) -> Column[SharePartnerRow]:
    def value(row: SharePartnerRow) -> int | None:
        return getattr(row, key)

    total = Total.NONE if key == "stop_loss" else Total.SUM
    return Column(key, title, value, Kind.MONEY, total, help=words, width=width)


STEPS: tuple[Column[StepRow], ...] = (
    Column("name", "Step", lambda row: row.name, width=27),
    Column("share", "Share", lambda row: row.share, Kind.SHARE, width=8,
           help="Of 1: dead band, cap and collar of the budget, the rest of what they scale."),
    Column("amount", "Amount £", lambda row: row.amount, Kind.MONEY, width=13,
           formula_of=lambda row: row.live,
           help="A gain is a plain figure, a loss stands in (brackets)."),
    Column("words", "How it is come by", lambda row: row.words, width=64),
)  # fmt: skip
"""The reckoning, step by step."""

PARTNERS: tuple[Column[SharePartnerRow], ...] = (
    Column("name", "Partner", lambda row: row.name, width=34),
    Column("share", "Share", lambda row: row.share, Kind.SHARE, width=8,
           help="Of the locality's part, by the rule of the split."),
    _pence("before", "By the rule £", "Before stop-losses; brackets are a loss to bear."),
    _pence("stop_loss", "Stop-loss £", "The most it bears of a loss; blank where it has none."),
    _pence("after", "In the end £", "After stop-losses; brackets are a loss to bear."),
    Column("moved", "Moved £", lambda row: row.moved, Kind.MONEY, Total.SUM, width=13,
           formula="{after}-{before}",
           help="What stop-losses moved to it; brackets are what it bears for others."),
)  # fmt: skip
"""What each partner gets or bears."""

GAINS: tuple[Column[GainRow], ...] = (
    Column("name", "Who", lambda row: row.name, width=34),
    Column("share", "Of the whole", lambda row: row.share, Kind.SHARE, Total.SUM, width=12,
           help="Of the whole gain or loss of the year."),
    Column("amount", "Amount £", lambda row: row.amount, Kind.MONEY, Total.SUM, width=14,
           help="Brackets are a loss to bear."),
)  # fmt: skip
"""Who has which part of the whole, largest first."""


def partner_rows(found: Reckoning) -> list[SharePartnerRow]:
    """Return what each partner gets or bears, in the order of the scheme."""
    takers = {taker.name: taker for taker in found.inputs.takers}
    return [
        SharePartnerRow(
            number,
            part.name,
            part.share,
            part.before_pence,
            takers[part.name].stop_loss_pence,
            part.after_pence,
        )
        for number, part in enumerate(found.outcome.parts, start=1)
    ]


def gain_rows(found: Reckoning) -> list[GainRow]:
    """Return who has which part of the whole gain or loss, largest first; none while not known."""
    outcome = found.outcome
    if outcome.sharing is None or outcome.commissioner_pence is None or not outcome.parts:
        return []
    whole = outcome.sharing.pool_pence
    named = [(part.name, part.after_pence) for part in outcome.parts]
    named.append((COMMISSIONER, outcome.commissioner_pence))
    if outcome.pool_pays_pence:
        named.append((RISK_POOL, -outcome.pool_pays_pence))
    named = [(name, pence) for name, pence in named if pence]
    named.sort(key=lambda pair: -abs(pair[1]))
    return [
        GainRow(number, name, Decimal(pence) / whole, pence, name not in {COMMISSIONER, RISK_POOL})
        for number, (name, pence) in enumerate(named, start=1)
    ]


def steps(found: Reckoning) -> list[StepRow]:
    """Return the reckoning step by step; what is not known is blank, and so what hangs on it."""
    inputs, outcome = found.inputs, found.outcome
    rows = [*_sums(inputs, outcome), *_sharing(inputs, outcome.sharing), *_end(outcome)]
    return [
        StepRow(number, name, amount, share, words, live)
        for number, (name, amount, share, words, live) in enumerate(rows, start=1)
    ]


Said = tuple[str, int | None, Decimal | None, str, str]


def _sums(inputs: Inputs, outcome: Outcome) -> list[Said]:
    is_budget = inputs.baseline is ShareBaseline.BUDGET
    base = "The budget of the lines in the share, income taken off"
    grown = "What those lines cost the year before, and growth"
    held = "The twelve months' actuals of the lines in the share"
    ahead = "Their forecast outturn, each by its own method"
    spent = inputs.measured is Measured.ACTUAL
    budgeted = sum(each.budget_pence for each in inputs.adjustments)
    beside = sum(each.spent_pence for each in inputs.adjustments)
    return [
        ("Budget of the lines" if is_budget else "The year before, with growth",
         outcome.lines_budget_pence, None, base if is_budget else grown, ""),
        ("Budget adjustments", budgeted, None,
         _adjustments(inputs), ""),
        ("Adjusted budget", outcome.budget_pence, None, "Budget + adjustments",
         "{amount[0]}+{amount[1]}"),
        ("Spending of the lines" if spent else "Spending, as forecast",
         outcome.lines_spent_pence, None, held if spent else ahead, ""),
        ("Spending adjustments", beside, None, _adjustments(inputs), ""),
        ("Adjusted spending", outcome.spent_pence, None, "Spending + adjustments",
         "{amount[3]}+{amount[4]}"),
    ]  # fmt: skip


def _adjustments(inputs: Inputs) -> str:
    names = [each.name for each in inputs.adjustments]
    return ", ".join(names) if names else "None agreed"


def _sharing(inputs: Inputs, known: Sharing | None) -> list[Said]:
    terms = inputs.terms
    is_loss = known is not None and known.pool_pence < 0
    side = "loss" if is_loss else "gain"
    cap = terms.cap_loss_share if is_loss else terms.cap_gain_share
    caps_part = terms.cap_basis is CapBasis.LOCALITY
    past = "ABS({amount[6]})" if terms.deadband_mode is DeadBand.CLIFF else (
        "ABS({amount[6]})-{amount[7]}")  # fmt: skip
    is_cut = cap is not None and not caps_part
    part = "{amount[10]}*{share[11]}"
    if cap is not None and caps_part:
        part = f"MIN({part},{{amount[9]}})"
    scaled = "lower of that and the cap" if cap is not None and caps_part else "that"
    share = terms.loss_share if is_loss else terms.gain_share
    locality = None if known is None else known.locality_pence
    return [
        ("Gain or loss", known and known.pool_pence, None,
         "Adjusted budget − adjusted spending; a loss in (brackets)", "{amount[2]}-{amount[5]}"),
        ("Dead band", known and known.deadband_pence, terms.deadband_share,
         f"{_exact(terms.deadband_share)} of the adjusted budget, either way",
         "ROUND({amount[2]}*{share[7]},2)"),
        ("Past the dead band", known and known.beyond_pence, None,
         f"Nothing up to the dead band; past it {terms.deadband_mode.value}",
         f"IF(ABS({{amount[6]}})<={{amount[7]}},0,{past})"),
        (f"{'Collar' if is_loss else 'Cap'} on a {side}",
         None if known is None else known.limit_pence, cap,
         "No limit was agreed" if cap is None
         else f"{_exact(cap)} of the adjusted budget; it limits {terms.cap_basis.value}",
         "ROUND({amount[2]}*{share[9]},2)"),
        ("What can be shared", known and known.shareable_pence, None,
         f"The lower of that and the {'collar' if is_loss else 'cap'}" if is_cut
         else "What is past the dead band",
         "MIN({amount[8]},{amount[9]})" if is_cut else "{amount[8]}+0"),
        (f"Locality's share of a {side}", None, share, "As agreed", ""),
        ("What quality lets through", None, None if known is None else known.quality,
         "A loss is never scaled" if is_loss else _quality(inputs), ""),
        ("The locality's part", locality, None,
         f"What can be shared × the locality's share, {scaled} × quality",
         f"SIGN({{amount[6]}})*ROUND({part}*{{share[12]}},2)"),
        ("The commissioner's part", known and known.commissioner_pence, None,
         "Gain or loss − the locality's part", "{amount[6]}-{amount[13]}"),
    ]  # fmt: skip


def _exact(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"


def _end(outcome: Outcome) -> list[Said]:
    is_known = outcome.commissioner_pence is not None
    return [
        ("What no partner may bear", outcome.unborne_pence if is_known else None, None,
         "What is left of a loss where all are at their stop-loss", ""),
        ("Paid by the risk pool", outcome.pool_pays_pence if is_known else None, None,
         "Of that, by the rule for drawing on it", ""),
        ("The commissioner in the end", outcome.commissioner_pence, None,
         "The commissioner's part − what neither partners nor risk pool bear",
         "{amount[14]}-({amount[15]}-{amount[16]})"),
    ]  # fmt: skip


def _quality(inputs: Inputs) -> str:
    if inputs.quality_mode is QualityMode.NONE:
        return "Quality was not made a condition"
    threshold = f", {inputs.quality_threshold} of 100 passes"
    passes = "" if inputs.quality_mode is QualityMode.PROPORTIONAL else threshold
    return f"By the score of the measures: {inputs.quality_mode.value}{passes}"
