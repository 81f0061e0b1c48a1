"""What files of what was spent may tell us: ledger extracts, monitoring, prescribing."""

from __future__ import annotations

from pch_desktop.imports.own_field import Sort, field

LEFT_OUT = "plan budget variance ytd year forecast activity"
KNOWN_AND_LEFT = frozenset({"activity", "plan_activity", "plan_cost", "variance", "items"})
"""The columns that tell what a file is, and of which nothing is taken."""
LEDGER_FIELDS = (
    field(
        "name",
        "Line",
        "budget line, account description, account name, cost centre name,"
        " cost centre description, subjective description, nominal description, service line,"
        " service",
        never="code supplier",
    ),
    field(
        "code",
        "Code",
        "account, account code, cost centre, subjective code, subjective, nominal,"
        " nominal code, gl code, ledger code, acct, account number, budget code, line code",
        never="supplier postcode",
    ),
    field(
        "month",
        "Month",
        "period, accounting period, period name, financial period, posting period, fiscal period,"
        " date, transaction date, posting date, gl date, effective date",
        Sort.MONTH,
        "year ytd due invoice",
    ),
    field(
        "amount",
        "Amount",
        "net amount, net, value, transaction amount, net value, amount gbp, actual, spend",
        Sort.PENCE,
        LEFT_OUT + " vat gross",
    ),
    field("debit", "Debit", "dr, debits, debit amount, amount dr", Sort.PENCE),
    field("credit", "Credit", "cr, credits, credit amount, amount cr", Sort.PENCE),
    field(
        "partner",
        "Supplier",
        "supplier name, vendor, vendor name, payee, provider, partner, organisation, creditor,"
        " paid to",
        never="code number site",
    ),
    field(
        "reference",
        "Reference",
        "voucher, voucher number, journal, journal number, transaction number,"
        " transaction reference, document number, invoice, invoice number, invoice reference, ref",
        never="date",
    ),
    field(
        "note",
        "Narrative",
        "description, line description, transaction description, details, detail, text, comments,"
        " journal description, note",
        never="account centre subjective nominal",
    ),
)
MONITORING_FIELDS = (
    field(
        "partner",
        "Provider",
        "provider name, trust, organisation, partner, supplier, hospital, contract",
        never="code",
    ),
    field(
        "name",
        "Line",
        "point of delivery, pod, pod description, pod name, point of delivery description,"
        " budget line, service line, service, activity type, contract line",
        never="code provider",
    ),
    field("code", "Code", "pod code, point of delivery code, line code",
           never="provider practice"),
    field("month", "Month", "period, activity month, month number, reporting month", Sort.MONTH,
           "year ytd"),
    field(
        "amount",
        "Actual cost",
        "cost actual, actual price, price actual, cost, total cost, actual spend, actual,"
        " total price, price",
        Sort.PENCE,
        LEFT_OUT,
    ),
    field("reference", "Reference", "contract reference, contract number, ref"),
    field(
        "activity",
        "Actual activity, left out",
        "actual activity, activity actual, activity, attendances, spells, contacts",
        never="plan planned variance cost price",
    ),
    field(
        "plan_activity",
        "Planned activity, left out",
        "plan activity, planned activity, activity plan, contract activity",
        never="cost price variance",
    ),
    field(
        "plan_cost",
        "Planned cost, left out",
        "plan cost, planned cost, cost plan, plan, plan price, price plan, contract value, budget",
        never="activity variance actual",
    ),
    field("variance", "Variance, left out", "variance, cost variance, activity variance, var"),
)  # fmt: skip
PRESCRIBING_FIELDS = (
    field("practice", "Practice", "practice name, surgery, prescriber, gp practice", never="code"),
    field(
        "practice_code",
        "Practice code",
        "prescriber code, practice ods code, ods code, org code, gp practice code",
        never="postcode",
    ),
    field("month", "Month", "year month, yearmonth, yyyymm, period, processing period, date",
           Sort.MONTH, "ytd"),
    field(
        "amount",
        "Actual cost",
        "total actual cost, act cost, actual cost £, total act cost, cost",
        Sort.PENCE,
        LEFT_OUT + " ingredient nic item per",
    ),
    field("nic", "Net ingredient cost", "nic, total nic, net ingredient cost £", Sort.PENCE,
           "per item"),
    field("items", "Items, left out", "items, total items, number of items, item count",
           never="cost nic per"),
    field("name", "Line", "budget line"),
)  # fmt: skip
