"""What stands beside a reckoning: its measures, partners and pool, and the settlements made."""

from __future__ import annotations

from dataclasses import dataclass

from pch_desktop.domain.budget_share import PoolEntryKind, ShareAdjustmentKind
from pch_desktop.domain.settling import Inputs, reckoned
from pch_desktop.domain.splitting import RiskPool
from pch_desktop.reports.budget_share import Reckoning, partner_rows, steps
from pch_desktop.reports.table import Column, Holds, Kind, Total
from pch_desktop.reports.words import listed, shown, written
from pch_desktop.store.budget.settlements import SettlementRow, SignatureRow
from pch_desktop.store.budget.sharing import MeasureRow, PoolEntryRow, ShareAdjustmentRow
from pch_desktop.store.budget.takers import TakerRow


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A figure of a settlement beside what it would be today, in pence."""

    id: int
    name: str
    kept: int | None
    today: int | None

    @property
    def difference(self) -> int | None:
        """What it would be more today."""
        return None if self.kept is None or self.today is None else self.today - self.kept


def _stage(row: SettlementRow) -> str:
    return f"{shown(row.stage.value)}, notional" if row.is_notional else shown(row.stage.value)


def _pool(row: SettlementRow) -> int | None:
    return row.outcome.sharing.pool_pence if row.outcome.sharing else None


def _locality(row: SettlementRow) -> int | None:
    return row.outcome.sharing.locality_pence if row.outcome.sharing else None


MEASURES: tuple[Column[MeasureRow], ...] = (
    Column("name", "Measure", lambda row: row.name, width=44),
    Column("weight", "Weight", lambda row: row.weight, Kind.COUNT, Total.SUM, width=9,
           help="Of 100 in all."),
    Column("met_share", "Met", lambda row: row.met_share, Kind.SHARE, width=9,
           help="100% where it was met, 0% where not, between where it is graded. "
           "Blank is not known."),
    Column("source", "Where that is written", lambda row: row.source, width=44),
)  # fmt: skip

TAKERS: tuple[Column[TakerRow], ...] = (
    Column("name", "Partner", lambda row: row.name, width=32),
    Column("position", "Place", lambda row: row.position, Kind.COUNT, width=7,
           help="Spare pennies go to the first."),
    Column("fixed_share", "Fixed share", lambda row: row.fixed_share, Kind.SHARE, Total.SUM,
           width=10, help="100% in all."),
    Column("people", "People", lambda row: row.people, Kind.COUNT, Total.SUM, width=9,
           help="A practice's list on 1 April, unless you type another number."),
    Column("weighted_people", "Weighted people", lambda row: row.weighted_people, Kind.NUMBER,
           Total.SUM, width=11, help="A practice's list by Carr-Hill, unless you type another."),
    Column("budget_pence", "Budget provided £", lambda row: row.budget_pence, Kind.MONEY,
           Total.SUM, width=13, help="Of the lines in the share it provides, or as typed."),
    Column("units", "Holding", lambda row: row.units, Kind.COUNT, Total.SUM, width=9,
           help="What it holds at the year's end, from Registers, Holdings."),
    Column("performance_points", "Points", lambda row: row.performance_points, Kind.COUNT,
           Total.SUM, width=8, help="For performance, as agreed."),
    Column("contribution_pence", "Contribution £", lambda row: row.contribution_pence, Kind.MONEY,
           Total.SUM, width=12),
    Column("stop_loss_pence", "Stop-loss £", lambda row: row.stop_loss_pence, Kind.MONEY,
           width=11, help="The most it bears of a loss; blank where it has none."),
)  # fmt: skip

ADJUSTMENTS: tuple[Column[ShareAdjustmentRow], ...] = (
    Column("name", "What it is", lambda row: row.name, width=40),
    Column("kind", "Why", lambda row: shown(row.kind.value), Kind.WORD, width=30,
           words=listed(ShareAdjustmentKind)),
    Column("budget_pence", "To the budget £", lambda row: row.budget_pence, Kind.MONEY, Total.SUM,
           width=14, help="Added to the budget; brackets take away."),
    Column("actual_pence", "To the spending £", lambda row: row.actual_pence, Kind.MONEY,
           Total.SUM, width=14, help="Added to the spending; an aggregate, never one patient's."),
    Column("source", "Where that is written", lambda row: row.source, width=34),
)  # fmt: skip

POOL: tuple[Column[PoolEntryRow], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=16),
    Column("kind", "What it is", lambda row: shown(row.kind.value), Kind.WORD, width=14,
           words=listed(PoolEntryKind)),
    Column("amount_pence", "Amount £", lambda row: row.amount_pence, Kind.MONEY, width=13,
           help="Never below 0: what it is says whether it goes in or out."),
    Column("partner", "Partner", lambda row: row.partner, width=32),
    Column("words", "What for", lambda row: row.words, width=34),
    Column("minute_reference", "Minuted", lambda row: row.minute_reference, width=30),
)  # fmt: skip

SETTLEMENTS: tuple[Column[SettlementRow], ...] = (
    Column("month", "As known at", lambda row: row.month.words, width=16),
    Column("stage", "Stage", _stage, width=22),
    Column("made_at", "Made", lambda row: row.made_at.date(), Kind.DATE, width=13),
    Column("pool", "Gain or loss £", _pool, Kind.MONEY, width=14),
    Column("locality", "Locality £", _locality, Kind.MONEY, width=13),
    Column("commissioner", "Commissioner £", lambda row: row.outcome.commissioner_pence,
           Kind.MONEY, width=14),
    Column("signed", "Signed", lambda row: f"{row.signed} of {len(row.signatures)}", width=9),
    Column("holds", "Holds", lambda row: row.is_intact, Kind.YES, width=8,
           help="Whether what was kept gives the same result again, to the byte."),
    Column("note", "Note", lambda row: row.note, width=30),
)  # fmt: skip

SIGNATURES: tuple[Column[SignatureRow], ...] = (
    Column("partner", "Partner", lambda row: row.partner, width=34),
    Column("part", "Part £", lambda row: row.part_pence, Kind.MONEY, Total.SUM, width=14,
           help="Brackets are a loss to bear."),
    Column("signed_by", "Signed by", lambda row: row.signed_by, width=28, holds=Holds.NAMES),
    Column("signed_on", "Signed on", lambda row: row.signed_on, Kind.DATE, width=14),
)  # fmt: skip

COMPARED: tuple[Column[ComparedRow], ...] = (
    Column("name", "Figure", lambda row: row.name, width=40),
    Column("kept", "As settled £", lambda row: row.kept, Kind.MONEY, width=15),
    Column("today", "Today £", lambda row: row.today, Kind.MONEY, width=15),
    Column("difference", "Difference £", lambda row: row.difference, Kind.MONEY, width=15,
           formula="{today}-{kept}"),
)  # fmt: skip


def compared(row: SettlementRow, now: Inputs) -> list[ComparedRow]:
    """Return a settlement's figures beside what they would be today, steps first."""
    then, today = _figures(Reckoning(row.inputs, row.outcome)), _figures(_now(now))
    names = list(dict.fromkeys([*then, *today]))
    return [
        ComparedRow(number, name, then.get(name), today.get(name))
        for number, name in enumerate(names, start=1)
    ]


def pool_words(pool: RiskPool) -> str:
    """Return how the risk pool comes to what is in it."""
    opening, contributed, drawn, returned, closing = (
        written(pence, Kind.MONEY)
        for pence in (
            pool.opening_pence,
            pool.contributed_pence,
            pool.drawn_pence,
            pool.returned_pence,
            pool.closing_pence,
        )
    )
    said = f"{opening} opening + {contributed} contributions − {drawn} draws"
    return f"{said} + {returned} returns = {closing}"


def verified(row: SettlementRow) -> str:
    """Return whether what was kept of a settlement gives its result again."""
    if row.is_intact:
        return f"What was kept gives the same result again, to the byte. SHA-256 {row.digest[:16]}…"
    return "What was kept no longer gives this result. Make the settlement again."


def _figures(found: Reckoning) -> dict[str, int | None]:
    named = {row.name: row.amount for row in steps(found) if row.share is None or row.amount}
    return named | {row.name: row.after for row in partner_rows(found)}


def _now(inputs: Inputs) -> Reckoning:
    return Reckoning(inputs, reckoned(inputs))
