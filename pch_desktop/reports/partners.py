"""The partners, set out for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.partners import (
    SOON_DAYS,
    AgreementKind,
    AgreementStatus,
    ContactRole,
    PartnerKind,
    PartnerStatus,
    Sector,
)
from pch_desktop.domain.period import Month
from pch_desktop.reports.partners_findings import agreed_findings
from pch_desktop.reports.partners_governance import governance_findings, governance_tables
from pch_desktop.reports.partners_pack import more_findings, more_tables
from pch_desktop.reports.statement import Finding, Statement, with_rows
from pch_desktop.reports.table import MOST_BARS, Chart, Column, Holds, Kind, Shape, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import partners
from pch_desktop.store.partners import AgreementRow, ContactRow, PartnerRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


PRACTICES = frozenset({PartnerKind.PRACTICE, PartnerKind.SUPER_PARTNERSHIP})
"""The kinds of partner that have a list of patients."""
PARTNERS: tuple[Column[PartnerRow], ...] = (
    Column("name", "Partner", lambda row: row.name, width=30),
    Column("sector", "Sector", lambda row: shown(row.sector.value), Kind.WORD,
           words=listed(Sector), width=16),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD,
           words=listed(PartnerKind), width=24, prints=False),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(PartnerStatus), width=10),
    Column("delivers", "Delivers", lambda row: row.delivers, width=46,
           help="The services it leads or delivers."),
    Column("in_post_wte", "WTE in post", lambda row: row.in_post_wte, Kind.WTE, Total.SUM,
           help="Whole-time equivalents in post among those it employs here.", width=9),
    Column("agreement", "Agreement", lambda row: row.agreement, width=30),
    Column("agreement_standing", "Standing", lambda row: shown(row.agreement_standing or "")
           or None, width=11, prints=False),
    Column("ends_on", "Ends", lambda row: row.ends_on, Kind.DATE, width=11),
    Column("contact", "Contact", lambda row: row.contact, width=18, prints=False,
           holds=Holds.NAMES),
    Column("next_step", "Next step", lambda row: row.next_step, width=32),
    Column("ods_code", "ODS code", lambda row: row.ods_code, width=9, prints=False),
    Column("votes", "Votes", lambda row: row.votes, Kind.COUNT, Total.SUM, width=7, prints=False,
           help="Nought for a partner without a vote; a blank is not known."),
    Column("list_size", "List size", lambda row: row.list_size, Kind.COUNT, Total.SUM, width=9,
           prints=False, help="Of a practice: people on its list at the month's end.",
           absent=lambda row: row.kind not in PRACTICES),
    Column("joined_on", "Joined", lambda row: row.joined_on, Kind.DATE, width=12, prints=False),
    Column("left_on", "Left", lambda row: row.left_on, Kind.DATE, width=12, prints=False),
)  # fmt: skip

AGREEMENTS: tuple[Column[AgreementRow], ...] = (
    Column("title", "Agreement", lambda row: row.title, width=34),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD,
           words=listed(AgreementKind), width=24),
    Column("parties", "Parties", lambda row: row.parties, width=40,
           help="Partners' names with semicolons between."),
    Column("signed", "Signed", lambda row: f"{row.signed_count} of {row.needed_count}"
           if row.needed_count else None, width=8,
           help="How many have signed by now, of those who must: all parties unless told."),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(AgreementStatus), width=16),
    Column("standing", "Standing", lambda row: shown(row.standing), width=12,
           help=f"Expiring or renewing where its last day is within {SOON_DAYS} days; part-signed "
           "where some of those who must have signed."),
    Column("effective_on", "From", lambda row: row.effective_on, Kind.DATE),
    Column("expires_on", "Ends", lambda row: row.expires_on, Kind.DATE),
    Column("notice_days", "Notice (days)", lambda row: row.notice_days, Kind.COUNT, width=9),
    Column("last_notice_on", "Last day for notice", lambda row: row.last_notice_on, Kind.DATE,
           width=12, help="Its last day less the days of notice.", prints=False),
    Column("services", "Covers", lambda row: ", ".join(row.services) or None, width=30,
           help="The services it names."),
    Column("value", "Value £ a year", lambda row: row.value_pence, Kind.MONEY, Total.SUM),
    Column("reference", "Reference", lambda row: row.reference, prints=False),
)  # fmt: skip

CONTACTS: tuple[Column[ContactRow], ...] = (
    Column("partner", "Partner", lambda row: row.partner, width=34),
    Column("name", "Name", lambda row: row.name, width=24),
    Column("job_title", "Job title", lambda row: row.job_title, width=24),
    Column("role", "For us", lambda row: shown(row.role.value) if row.role else None, Kind.WORD,
           words=listed(ContactRole), width=18),
    Column("work_phone", "Telephone at work", lambda row: row.work_phone, width=18),
    Column("work_email", "E-mail at work", lambda row: row.work_email, width=30),
    Column("is_preferred", "First to ask", lambda row: row.is_preferred, Kind.YES, width=9),
)  # fmt: skip


def ending(rows: Sequence[AgreementRow], on: date) -> list[AgreementRow]:
    """Return the agreements in force that end within ``SOON_DAYS`` of a day, first first.

    One that renews itself does not end.
    """
    last = on + timedelta(days=SOON_DAYS)
    return [
        row
        for row in rows
        if row.status is AgreementStatus.IN_FORCE
        and row.expires_on is not None
        and on <= row.expires_on <= last
        and not row.renews_itself
    ]


def finding(rows: Sequence[PartnerRow]) -> str:
    """Return the sentence on who the partners are."""
    if not rows:
        return "No partner has been added yet."
    signed = sum(row.status is PartnerStatus.SIGNED for row in rows)
    sectors = len({row.sector for row in rows})
    return f"{plural(len(rows), 'partner')} from {plural(sectors, 'sector')}; {signed} have signed."


def table(file: Reads, month: Month) -> Table[PartnerRow]:
    """Return the partners as they stand at a month's end."""
    rows = file.read(partners.partners, month.last)
    charts: tuple[Chart, ...] = ()
    employers = [row for row in rows if row.in_post_wte]
    if employers:
        most = max(employers, key=lambda row: row.in_post_wte)
        title = f"{most.name} employs most of the team: {written(most.in_post_wte, Kind.WTE)} WTE."
        counts = Counter(row.sector.value for row in rows)
        numbers = "; ".join(f"{count} {sector}" for sector, count in counts.most_common(5))
        alt_text = f"Bars of WTE in post by partner. {title} Partners by sector: {numbers}."[:400]
        charts = (Chart(Shape.BARS, "name", ("in_post_wte",), title, alt_text),)
    return Table("Partners", PARTNERS, rows, f"As at {written(month.last, Kind.DATE)}.", charts)


def agreements(file: Reads, month: Month) -> Table[AgreementRow]:
    """Return the agreements as they stand at a month's end."""
    rows = file.read(partners.agreements, month.last)
    subtitle = f"As at {written(month.last, Kind.DATE)}. Those that end first stand on top."
    return Table("Agreements", AGREEMENTS, rows, subtitle)


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the partners as they print: those with the most of the team on top."""
    found = table(file, month)
    rows = sorted(found.rows, key=lambda row: (-row.in_post_wte, row.name))
    employers = sum(row.in_post_wte > 0 for row in rows)
    charts = tuple(replace(chart, first=min(employers, MOST_BARS)) for chart in found.charts)
    first = replace(found, rows=rows, charts=charts)
    more = (*more_tables(file, month), *governance_tables(file, month))
    return with_rows(first, agreements(file, month), *more)


def _findings(file: Reads, month: Month) -> list[Finding]:
    """Return what is to be done; an agreement is told from a partner by a number below nought."""
    on = month.last
    return [
        *agreed_findings(file.read(partners.agreements, on), on),
        *more_findings(file, on),
        *governance_findings(file, month),
    ]


STATEMENT = Statement(50, "Partners", _tables, _findings)
