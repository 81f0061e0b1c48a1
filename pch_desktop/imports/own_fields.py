"""What a person's own sheet may tell us, and the words people head it with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


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
}


class Sort(StrEnum):
    """What sort of value a column holds."""

    TEXT = "text"
    PENCE = "money"
    NUMBER = "number"
    COUNT = "count"
    DAY = "day"
    MONTH = "month"
    LISTED = "list"
    YES = "yes or no"


@dataclass(frozen=True, slots=True)
class Field:
    """One of our columns: its key, its words, and what people call it."""

    key: str
    words: str
    said: tuple[str, ...]
    sort: Sort = Sort.TEXT
    never: frozenset[str] = frozenset()
    """Words that make a heading mean something else."""


def _field(key: str, words: str, said: str, sort: Sort = Sort.TEXT, never: str = "") -> Field:
    """Return a field whose synonyms are parted by commas."""
    listed = tuple(phrase.strip() for phrase in said.split(",") if phrase.strip())
    return Field(key, words, (words.casefold(), *listed), sort, frozenset(never.split()))


NOTE = _field("note", "Note", "notes, comment, comments, remarks, commentary, description, detail")
PARTNER_FIELDS = (
    _field(
        "name",
        "Name",
        "partner, partner name, organisation, organisation name, provider, agency, member, company",
        never="contact lead code short key",
    ),
    _field("short_name", "Short name", "abbreviation, known as, acronym, short"),
    _field(
        "kind",
        "Kind",
        "type, type of organisation, organisation type, partner type, category",
        Sort.LISTED,
    ),
    _field("sector", "Sector", "part of the system, care sector", Sort.LISTED),
    _field("ods_code", "ODS code", "code, organisation code, ods, practice code, org code"),
    _field("status", "Status", "engagement, stage, standing, state", Sort.LISTED),
    _field("votes", "Votes", "number of votes, voting, vote, board votes", Sort.COUNT),
    _field(
        "joined_on", "Joined", "date joined, joined on, start date, since, member since", Sort.DAY
    ),
    _field("left_on", "Left", "date left, left on, end date", Sort.DAY),
    _field("next_step", "Next step", "next action, action, actions, to do"),
    _field(
        "contact",
        "Contact",
        "contact name, lead, lead contact, named contact, main contact, key contact, lead officer",
    ),
    _field("contact_title", "Contact's job title", "job title, contact role, position"),
    _field("contact_email", "Contact's e-mail", "email, e mail, email address, contact email"),
    _field(
        "contact_phone",
        "Contact's phone",
        "phone, telephone, tel, contact number, phone number, mobile",
    ),
    NOTE,
)
POST_FIELDS = (
    _field(
        "reference",
        "Reference",
        "post reference, post ref, post number, post id, ref, position number, post no, id, number",
        never="staff payroll",
    ),
    _field("role", "Role", "staff role, job role, profession, role name, occupation, discipline"),
    _field(
        "title",
        "Job title",
        "post, title, post title, position, position title, job",
        never="contact",
    ),
    _field(
        "employer",
        "Employer",
        "organisation, employing organisation, host, host organisation, employed by,"
        " trust, provider, partner",
    ),
    _field("practice", "Practice", "base, surgery, practice name, site, location, work base"),
    _field(
        "funding_stream",
        "Funding",
        "funding stream, funded by, funding source, source of funding",
        Sort.LISTED,
    ),
    _field(
        "funded_wte",
        "Funded WTE",
        "establishment, establishment wte, budgeted wte, budget wte, wte, funded,"
        " whole time equivalent,"
        " planned wte, wte funded, wte budget",
        Sort.NUMBER,
        never="actual vacant vacancy hours cost salary",
    ),
    _field(
        "hours",
        "Weekly hours",
        "hours, hours a week, hours per week, contracted hours, hrs, hrs per week,"
        " weekly hrs, hours week",
        Sort.NUMBER,
    ),
    _field(
        "sessions",
        "Sessions",
        "sessions a week, sessions per week, gp sessions, weekly sessions",
        Sort.NUMBER,
    ),
    _field("funded_from", "Funded from", "post start, funding start, funded start", Sort.DAY),
    _field("funded_to", "Funded to", "post end, funding end, funded until, funding ends", Sort.DAY),
    _field("band", "Band", "grade, pay band, afc band, pay point, pay grade, scale"),
    _field(
        "annual_cost",
        "Annual cost",
        "cost, full year cost, cost with on costs, total cost, salary cost, annual salary cost,"
        " cost per year, annual salary, salary",
        Sort.PENCE,
    ),
    _field("budget_line", "Budget line", "cost centre, charged to, budget"),
    _field("status", "Status", "post status, vacancy status, state", Sort.LISTED),
    NOTE,
)
HELD_FIELDS = (
    _field(
        "person",
        "Name",
        "person, staff name, member of staff, full name, postholder, post holder, employee,"
        " employee name, who, clinician, held by, holder",
        never="role organisation partner practice employer post",
    ),
    _field("forename", "First name", "forename, given name"),
    _field("surname", "Surname", "last name, family name"),
    _field(
        "staff_code",
        "Staff code",
        "staff number, payroll number, employee number, assignment number, staff id, esr number",
    ),
    _field(
        "contract_kind",
        "Contract",
        "contract type, contract kind, type of contract, employment type, terms",
        Sort.LISTED,
    ),
    _field(
        "wte",
        "WTE",
        "wte in post, actual wte, contracted wte, wte worked, in post wte, in post,"
        " whole time equivalent",
        Sort.NUMBER,
        never="funded establishment budget budgeted vacant vacancy planned",
    ),
    _field(
        "starts_on",
        "Start date",
        "started, start, date started, from, in post since, starts on, started on,"
        " date of joining, joined",
        Sort.DAY,
    ),
    _field(
        "ends_on",
        "End date",
        "end, ended, until, leaving date, contract end, ends on, left",
        Sort.DAY,
    ),
    _field(
        "professional_body",
        "Professional body",
        "registration body, regulator, registered with",
        Sort.LISTED,
    ),
    _field(
        "registration_expires_on",
        "Registration expires",
        "registration expiry, registration expiry date, revalidation, pin expiry,"
        " registration ends",
        Sort.DAY,
    ),
    _field("work_email", "Work e-mail", "email, e mail, email address"),
    _field("birth_year", "Year of birth", "birth year, born", Sort.COUNT),
)
TODAY = "variance date ytd actual actuals month spend spent forecast outturn fot var"
LINE_FIELDS = (
    _field(
        "name",
        "Line",
        "budget line, name, service, service line, description, heading, budget heading, area,"
        " cost heading, programme, item, expenditure, category, line name,"
        " service area, spend area",
        never="code owner provider contact",
    ),
    _field(
        "code", "Code", "budget code, cost centre, line code, ref, reference, account code, gl code"
    ),
    _field("sector", "Sector", "part of the system, care sector, type, group", Sort.LISTED),
    _field("provider", "Provider", "provided by, organisation, supplier, delivered by, trust"),
    _field("payer", "Payer", "paid by, commissioner, funder, funded by"),
    _field(
        "annual",
        "Annual budget",
        "budget, full year budget, budget for the year, year budget, this year budget,"
        " plan, annual plan,"
        " full year, annual, allocation, opening budget, yearly budget, total budget,"
        " annual value, fy budget",
        Sort.PENCE,
        TODAY + " last previous prior baseline",
    ),
    _field(
        "baseline",
        "Baseline",
        "baseline budget, baseline spend, last year, previous year, last year spend,"
        " baseline value,"
        " prior year, last year actual, last year outturn, historic spend",
        Sort.PENCE,
    ),
    _field(
        "non_recurrent",
        "Non-recurrent",
        "non recurrent, one off, of which non recurrent, nr, non rec",
        Sort.PENCE,
    ),
    _field(
        "baseline_year",
        "Baseline year",
        "year of baseline, baseline from, base year, baseline period",
    ),
    _field(
        "baseline_source",
        "Baseline source",
        "source of baseline, source, baseline reference, where from",
    ),
    _field("funding_source", "Funding source", "source of funding, funding, funding stream, fund"),
    _field(
        "funded_to",
        "Funded to",
        "funding ends, funded until, funding end, end of funding",
        Sort.DAY,
    ),
    _field("scope", "Scope", "in scope, within scope, included", Sort.LISTED),
    _field("reason_out", "Reason out of scope", "why out, reason for exclusion, reason excluded"),
    _field(
        "contract_form",
        "Contract form",
        "contract type, contract, payment basis, currency, paid as",
        Sort.LISTED,
    ),
    _field("controllability", "Control", "controllability, influence, controllable", Sort.LISTED),
    _field(
        "weighted_by", "Weighted by", "weighting, weight, allocation formula, formula", Sort.LISTED
    ),
    _field("profile", "Profile", "phasing, spread, phased, budget profile", Sort.LISTED),
    _field("focus", "Focus", "prevention or treatment, prevention", Sort.LISTED),
    _field("is_income", "Income", "is income, income line", Sort.YES, "budget"),
    _field(
        "owner",
        "Owner",
        "budget holder, budget manager, lead, responsible, responsible officer, held by",
    ),
    Field("note", "Commentary", NOTE.said, never=frozenset({"line", "service", "budget"})),
)
ACTUAL_FIELDS = (
    LINE_FIELDS[0],
    LINE_FIELDS[1],
    _field(
        "month",
        "Month",
        "period, accounting period, financial period, month of spend, date",
        Sort.MONTH,
        "year ytd",
    ),
    _field(
        "amount",
        "Amount",
        "actual, actuals, spend, actual spend, value, cost, expenditure, amount paid,"
        " net amount, spent, paid",
        Sort.PENCE,
        "budget variance ytd year plan forecast",
    ),
    _field("reference", "Reference", "invoice, invoice number, invoice no, ref, document"),
    _field("partner", "Partner", "provider, supplier, payee, organisation, paid to"),
)
LEFT_OUT = "plan budget variance ytd year forecast activity"
LEDGER_FIELDS = (
    _field(
        "name",
        "Line",
        "budget line, account description, account name, cost centre name,"
        " cost centre description, subjective description, nominal description, service line,"
        " service",
        never="code supplier",
    ),
    _field(
        "code",
        "Code",
        "account, account code, cost centre, cost center, subjective code, subjective, nominal,"
        " nominal code, gl code, ledger code, acct, account number, budget code, line code",
        never="supplier postcode",
    ),
    _field(
        "month",
        "Month",
        "period, accounting period, period name, financial period, posting period, fiscal period,"
        " date, transaction date, posting date, gl date, effective date",
        Sort.MONTH,
        "year ytd due invoice",
    ),
    _field(
        "amount",
        "Amount",
        "net amount, net, value, transaction amount, net value, amount gbp, actual, spend",
        Sort.PENCE,
        LEFT_OUT + " vat gross",
    ),
    _field("debit", "Debit", "dr, debits, debit amount, amount dr", Sort.PENCE),
    _field("credit", "Credit", "cr, credits, credit amount, amount cr", Sort.PENCE),
    _field(
        "partner",
        "Supplier",
        "supplier name, vendor, vendor name, payee, provider, partner, organisation, creditor,"
        " paid to",
        never="code number site",
    ),
    _field(
        "reference",
        "Reference",
        "voucher, voucher number, journal, journal number, transaction number,"
        " transaction reference, document number, invoice, invoice number, invoice reference, ref",
        never="date",
    ),
    _field(
        "note",
        "Narrative",
        "description, line description, transaction description, details, detail, text, comments,"
        " journal description, note",
        never="account centre subjective nominal",
    ),
)
MONITORING_FIELDS = (
    _field(
        "partner",
        "Provider",
        "provider name, trust, organisation, partner, supplier, hospital, contract",
        never="code",
    ),
    _field(
        "name",
        "Line",
        "point of delivery, pod, pod description, pod name, point of delivery description,"
        " budget line, service line, service, activity type, contract line",
        never="code provider",
    ),
    _field("code", "Code", "pod code, point of delivery code, line code",
           never="provider practice"),
    _field("month", "Month", "period, activity month, month number, reporting month", Sort.MONTH,
           "year ytd"),
    _field(
        "amount",
        "Actual cost",
        "cost actual, actual price, price actual, cost, total cost, actual spend, actual,"
        " total price, price",
        Sort.PENCE,
        LEFT_OUT,
    ),
    _field("reference", "Reference", "contract reference, contract number, ref"),
    _field(
        "activity",
        "Actual activity, left out",
        "actual activity, activity actual, activity, attendances, spells, contacts",
        never="plan planned variance cost price",
    ),
    _field(
        "plan_activity",
        "Planned activity, left out",
        "plan activity, planned activity, activity plan, contract activity",
        never="cost price variance",
    ),
    _field(
        "plan_cost",
        "Planned cost, left out",
        "plan cost, planned cost, cost plan, plan, plan price, price plan, contract value, budget",
        never="activity variance actual",
    ),
    _field("variance", "Variance, left out", "variance, cost variance, activity variance, var"),
)  # fmt: skip
PRESCRIBING_FIELDS = (
    _field("practice", "Practice", "practice name, surgery, prescriber, gp practice", never="code"),
    _field(
        "practice_code",
        "Practice code",
        "prescriber code, practice ods code, ods code, org code, gp practice code",
        never="postcode",
    ),
    _field("month", "Month", "year month, yearmonth, yyyymm, period, processing period, date",
           Sort.MONTH, "ytd"),
    _field(
        "amount",
        "Actual cost",
        "total actual cost, act cost, actual cost £, total act cost, cost",
        Sort.PENCE,
        LEFT_OUT + " ingredient nic item per",
    ),
    _field("nic", "Net ingredient cost", "nic, total nic, net ingredient cost £", Sort.PENCE,
           "per item"),
    _field("items", "Items, left out", "items, total items, number of items, item count",
           never="cost nic per"),
    _field("name", "Line", "budget line"),
)  # fmt: skip
FIELDS: Mapping[OwnKind, tuple[Field, ...]] = {
    OwnKind.PARTNERS: PARTNER_FIELDS,
    OwnKind.POSTS: POST_FIELDS,
    OwnKind.PEOPLE: (*HELD_FIELDS, *POST_FIELDS),
    OwnKind.LINES: LINE_FIELDS,
    OwnKind.ACTUALS: ACTUAL_FIELDS,
    OwnKind.LEDGER: LEDGER_FIELDS,
    OwnKind.MONITORING: MONITORING_FIELDS,
    OwnKind.PRESCRIBING: PRESCRIBING_FIELDS,
}


def field_of(kind: OwnKind, key: str) -> Field:
    """Return the field of a key."""
    return next(field for field in FIELDS[kind] if field.key == key)
