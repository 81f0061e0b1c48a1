"""What a person's own sheet may tell us, and the words people head it with."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pch_desktop.imports.own_field import Field, Sort, field
from pch_desktop.imports.own_former_fields import FORMER_FIELDS
from pch_desktop.imports.own_spent_fields import (
    LEDGER_FIELDS,
    MONITORING_FIELDS,
    PRESCRIBING_FIELDS,
)

__all__ = ["BY_MONTH", "ENTRIES", "FIELDS", "KIND_WORDS", "Field", "OwnKind", "Sort", "field_of"]


class OwnKind(StrEnum):
    """What a sheet of a person's own is about."""

    PARTNERS = "partners"
    POSTS = "posts"
    PEOPLE = "people"
    LINES = "lines"
    ACTUALS = "actuals"
    LEDGER = "entries"
    MONITORING = "monitoring"
    PRESCRIBING = "prescribing"
    PACK = "pack"


ENTRIES = frozenset({OwnKind.ACTUALS, OwnKind.LEDGER, OwnKind.MONITORING, OwnKind.PRESCRIBING})
"""The kinds that bring in what was spent."""
BY_MONTH = ENTRIES - {OwnKind.LEDGER}
"""The kinds whose columns may be months."""
KIND_WORDS: Mapping[OwnKind, str] = {
    OwnKind.PARTNERS: "partners",
    OwnKind.POSTS: "posts",
    OwnKind.PEOPLE: "posts and people",
    OwnKind.LINES: "budget lines",
    OwnKind.ACTUALS: "actuals by month",
    OwnKind.LEDGER: "a ledger extract",
    OwnKind.MONITORING: "contract monitoring",
    OwnKind.PRESCRIBING: "prescribing costs",
    OwnKind.PACK: "last month's board pack",
}


NOTE = field("note", "Note", "notes, comment, comments, remarks, commentary, description, detail")
PARTNER_FIELDS = (
    field(
        "name",
        "Name",
        "partner, partner name, organisation, organisation name, provider, agency, member, company",
        never="contact lead code short key",
    ),
    field("short_name", "Short name", "abbreviation, known as, acronym, short"),
    field(
        "kind",
        "Kind",
        "type, type of organisation, organisation type, partner type, category",
        Sort.LISTED,
    ),
    field("sector", "Sector", "part of the system, care sector", Sort.LISTED),
    field("ods_code", "ODS code", "code, organisation code, ods, practice code, org code"),
    field("status", "Status", "engagement, stage, standing, state", Sort.LISTED),
    field("votes", "Votes", "number of votes, voting, vote, board votes", Sort.COUNT),
    field(
        "joined_on", "Joined", "date joined, joined on, start date, since, member since", Sort.DAY
    ),
    field("left_on", "Left", "date left, left on, end date", Sort.DAY),
    field("next_step", "Next step", "next action, action, actions, to do"),
    field(
        "contact",
        "Contact",
        "contact name, lead, lead contact, named contact, main contact, key contact, lead officer",
    ),
    field("contact_title", "Contact's job title", "job title, contact role, position"),
    field("contact_email", "Contact's e-mail", "email, e mail, email address, contact email"),
    field(
        "contact_phone",
        "Contact's phone",
        "phone, telephone, tel, contact number, phone number, mobile",
    ),
    NOTE,
)
POST_FIELDS = (
    field(
        "reference",
        "Reference",
        "post reference, post ref, post number, post id, ref, position number, post no, id, number",
        never="staff payroll",
    ),
    field("role", "Role", "staff role, job role, profession, role name, occupation, discipline"),
    field(
        "title",
        "Job title",
        "post, title, post title, position, position title, job",
        never="contact",
    ),
    field(
        "employer",
        "Employer",
        "organisation, employing organisation, host, host organisation, employed by,"
        " trust, provider, partner",
    ),
    field("practice", "Practice", "base, surgery, practice name, location, work base"),
    field("site", "Site", "building, premises, site name, work site, clinic site"),
    field(
        "funding_stream",
        "Funding",
        "funding stream, funded by, funding source, source of funding",
        Sort.LISTED,
    ),
    field(
        "funded_wte",
        "Funded WTE",
        "establishment, establishment wte, budgeted wte, budget wte, wte, funded,"
        " whole time equivalent,"
        " planned wte, wte funded, wte budget",
        Sort.NUMBER,
        never="actual vacant vacancy hours cost salary",
    ),
    field(
        "hours",
        "Weekly hours",
        "hours, hours a week, hours per week, contracted hours, hrs, hrs per week,"
        " weekly hrs, hours week",
        Sort.NUMBER,
    ),
    field(
        "sessions",
        "Sessions",
        "sessions a week, sessions per week, gp sessions, weekly sessions",
        Sort.NUMBER,
    ),
    field("funded_from", "Funded from", "post start, funding start, funded start", Sort.DAY),
    field("funded_to", "Funded to", "post end, funding end, funded until, funding ends", Sort.DAY),
    field("band", "Band", "grade, pay band, afc band, pay grade, scale"),
    field(
        "pay_point",
        "Pay point",
        "pay step, spine point, spinal column point, scp, increment, pay spine point",
        never="band",
    ),
    field(
        "annual_cost",
        "Annual cost",
        "cost, full year cost, cost with on costs, total cost, salary cost, annual salary cost,"
        " cost per year, annual salary, salary",
        Sort.PENCE,
    ),
    field("budget_line", "Budget line", "cost centre, charged to, budget"),
    field("status", "Status", "post status, vacancy status, state", Sort.LISTED),
    field(
        "is_recruitable",
        "Recruitable",
        "may be filled, can be filled, ok to recruit, recruit to, can recruit",
        Sort.YES,
    ),
    NOTE,
)
HELD_FIELDS = (
    field(
        "person",
        "Name",
        "person, staff name, member of staff, full name, postholder, post holder, employee,"
        " employee name, who, clinician, held by, holder",
        never="role organisation partner practice employer post",
    ),
    field("forename", "First name", "forename, given name"),
    field("surname", "Surname", "last name, family name"),
    field(
        "staff_code",
        "Staff code",
        "staff number, payroll number, employee number, assignment number, staff id, esr number",
    ),
    field(
        "contract_kind",
        "Contract",
        "contract type, contract kind, type of contract, employment type, terms",
        Sort.LISTED,
    ),
    field(
        "wte",
        "WTE",
        "wte in post, actual wte, contracted wte, wte worked, in post wte, in post,"
        " whole time equivalent",
        Sort.NUMBER,
        never="funded establishment budget budgeted vacant vacancy planned",
    ),
    field(
        "starts_on",
        "Start date",
        "started, start, date started, from, in post since, starts on, started on,"
        " date of joining, joined",
        Sort.DAY,
    ),
    field(
        "ends_on",
        "End date",
        "end, ended, until, leaving date, contract end, ends on, left",
        Sort.DAY,
    ),
    field(
        "professional_body",
        "Professional body",
        "registration body, regulator, registered with",
        Sort.LISTED,
    ),
    field(
        "registration_expires_on",
        "Registration expires",
        "registration expiry, registration expiry date, revalidation, pin expiry,"
        " registration ends",
        Sort.DAY,
    ),
    field("work_email", "Work e-mail", "email, e mail, email address"),
    field("birth_year", "Year of birth", "birth year, born", Sort.COUNT),
    field(
        "deployment",
        "Split over practices",
        "time split, split of time, practices covered, deployed to, deployment, works across,"
        " where time goes, practice split, split",
    ),
    field(
        "share",
        "Share of time",
        "share, time share, percent of time, proportion of time, share here, share of week",
        Sort.SHARE,
    ),
    field(
        "volunteer_hours",
        "Volunteer hours",
        "hours volunteered, volunteering hours, volunteer hours a week",
        Sort.NUMBER,
    ),
    field(
        "full_time_pay",
        "Full-time pay",
        "full time salary, whole time salary, wte salary, full time wte salary, annual wte salary",
        Sort.PENCE,
    ),
    field("pension_scheme", "Pension scheme", "pension, pension fund, superannuation", Sort.LISTED),
    field(
        "other_employer",
        "Seconded from or to",
        "seconded from, seconded to, home employer, other employer, substantive employer,"
        " secondment organisation",
    ),
    field(
        "leaving_reason",
        "Reason for leaving",
        "leaving reason, reason left, why left, leaver reason",
        Sort.LISTED,
    ),
    field(
        "destination",
        "Destination",
        "destination on leaving, leaving destination, went to, gone to, leaver destination",
    ),
)
TODAY = "variance date ytd actual actuals month spend spent forecast outturn fot var"
LINE_FIELDS = (
    field(
        "name",
        "Line",
        "budget line, name, service, service line, description, heading, budget heading, area,"
        " cost heading, programme, item, expenditure, category, line name,"
        " service area, spend area",
        never="code owner provider contact",
    ),
    field(
        "code", "Code", "budget code, cost centre, line code, ref, reference, account code, gl code"
    ),
    field("sector", "Sector", "part of the system, care sector, type, group", Sort.LISTED),
    field("provider", "Provider", "provided by, organisation, supplier, delivered by, trust"),
    field("payer", "Payer", "paid by, commissioner, funder, funded by"),
    field(
        "annual",
        "Annual budget",
        "budget, full year budget, budget for the year, year budget, this year budget,"
        " plan, annual plan,"
        " full year, annual, allocation, opening budget, yearly budget, total budget,"
        " annual value, fy budget",
        Sort.PENCE,
        TODAY + " last previous prior baseline",
    ),
    field(
        "baseline",
        "Baseline",
        "baseline budget, baseline spend, last year, previous year, last year spend,"
        " baseline value,"
        " prior year, last year actual, last year outturn, historic spend",
        Sort.PENCE,
    ),
    field(
        "non_recurrent",
        "Non-recurrent",
        "non recurrent, one off, of which non recurrent, nr, non rec",
        Sort.PENCE,
    ),
    field(
        "baseline_year",
        "Baseline year",
        "year of baseline, baseline from, base year, baseline period",
    ),
    field(
        "baseline_source",
        "Baseline source",
        "source of baseline, source, baseline reference, where from",
    ),
    field("funding_source", "Funding source", "source of funding, funding, funding stream, fund"),
    field(
        "funded_to",
        "Funded to",
        "funding ends, funded until, funding end, end of funding",
        Sort.DAY,
    ),
    field("scope", "Scope", "in scope, within scope, included", Sort.LISTED),
    field("reason_out", "Reason out of scope", "why out, reason for exclusion, reason excluded"),
    field(
        "contract_form",
        "Contract form",
        "contract type, contract, payment basis, currency, paid as",
        Sort.LISTED,
    ),
    field("controllability", "Control", "controllability, influence, controllable", Sort.LISTED),
    field(
        "weighted_by", "Weighted by", "weighting, weight, allocation formula, formula", Sort.LISTED
    ),
    field("profile", "Profile", "phasing, spread, phased, budget profile", Sort.LISTED),
    field("focus", "Focus", "prevention or treatment, prevention", Sort.LISTED),
    field("is_income", "Income", "is income, income line", Sort.YES, "budget"),
    field(
        "owner",
        "Owner",
        "budget holder, budget manager, lead, responsible, responsible officer, held by",
    ),
    Field("note", "Commentary", NOTE.said, never=frozenset({"line", "service", "budget"})),
)
ACTUAL_FIELDS = (
    LINE_FIELDS[0],
    LINE_FIELDS[1],
    field(
        "month",
        "Month",
        "period, accounting period, financial period, month of spend, date",
        Sort.MONTH,
        "year ytd",
    ),
    field(
        "amount",
        "Amount",
        "actual, actuals, spend, actual spend, value, cost, expenditure, amount paid,"
        " net amount, spent, paid",
        Sort.PENCE,
        "budget variance ytd year plan forecast",
    ),
    field("reference", "Reference", "invoice, invoice number, invoice no, ref, document"),
    field("partner", "Partner", "provider, supplier, payee, organisation, paid to"),
)
FIELDS: Mapping[OwnKind, tuple[Field, ...]] = {
    OwnKind.PARTNERS: PARTNER_FIELDS,
    OwnKind.POSTS: POST_FIELDS,
    OwnKind.PEOPLE: (*HELD_FIELDS, *POST_FIELDS),
    OwnKind.LINES: LINE_FIELDS,
    OwnKind.ACTUALS: ACTUAL_FIELDS,
    OwnKind.LEDGER: LEDGER_FIELDS,
    OwnKind.MONITORING: MONITORING_FIELDS,
    OwnKind.PRESCRIBING: PRESCRIBING_FIELDS,
    OwnKind.PACK: FORMER_FIELDS,
}


def field_of(kind: OwnKind, key: str) -> Field:
    """Return the field of a key."""
    return next(field for field in FIELDS[kind] if field.key == key)
