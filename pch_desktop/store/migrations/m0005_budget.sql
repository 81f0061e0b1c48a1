CREATE TABLE delegation_limit (
    id INTEGER NOT NULL,
    holder TEXT NOT NULL,
    from_phase TEXT NOT NULL,
    sector TEXT,
    limit_pence INTEGER,
    conditions TEXT,
    minute_reference TEXT,
    CONSTRAINT pk_delegation_limit PRIMARY KEY (id),
    CONSTRAINT ck_delegation_limit_from_phase CHECK (from_phase IN ('mapping', 'shadow', 'shared', 'delegated', 'full')),
    CONSTRAINT ck_delegation_limit_sector CHECK (sector IN ('primary care', 'community', 'secondary care', 'mental health', 'social care', 'voluntary', 'public and other')),
    CONSTRAINT ck_delegation_limit_limit_pence CHECK (limit_pence >= 0)
)
 STRICT;

CREATE TABLE month_closing (
    id INTEGER NOT NULL,
    month TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT,
    CONSTRAINT pk_month_closing PRIMARY KEY (id),
    CONSTRAINT ck_month_closing_kind CHECK (kind IN ('closed', 'reopened')),
    CONSTRAINT ck_month_closing_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_month_closing_reason CHECK (kind = 'closed' OR length(reason) > 0)
)
 STRICT;

CREATE INDEX ix_month_closing_month ON month_closing (month);

CREATE TABLE readiness_step (
    id INTEGER NOT NULL,
    phase TEXT NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    owner TEXT,
    done_on TEXT,
    evidence TEXT,
    CONSTRAINT pk_readiness_step PRIMARY KEY (id),
    CONSTRAINT ck_readiness_step_phase CHECK (phase IN ('mapping', 'shadow', 'shared', 'delegated', 'full')),
    CONSTRAINT ck_readiness_step_done_on CHECK (done_on IS date(done_on))
)
 STRICT;

CREATE TABLE weight_band (
    id INTEGER NOT NULL,
    sex TEXT NOT NULL,
    age_from INTEGER NOT NULL,
    age_to INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    source TEXT,
    CONSTRAINT pk_weight_band PRIMARY KEY (id),
    CONSTRAINT uq_weight_band_sex_age_from_age_to UNIQUE (sex, age_from, age_to),
    CONSTRAINT ck_weight_band_sex CHECK (sex IN ('all', 'female', 'male')),
    CONSTRAINT ck_weight_band_ages CHECK (age_from BETWEEN 0 AND 130 AND age_to BETWEEN age_from AND 130),
    CONSTRAINT ck_weight_band_weight CHECK (weight >= 0)
)
 STRICT;

CREATE TABLE scenario (
    id INTEGER NOT NULL,
    budget_year_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    note TEXT,
    CONSTRAINT pk_scenario PRIMARY KEY (id),
    CONSTRAINT uq_scenario_budget_year_id_name UNIQUE (budget_year_id, name),
    CONSTRAINT fk_scenario_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_scenario_budget_year_id ON scenario (budget_year_id);

CREATE TABLE settlement (
    id INTEGER NOT NULL,
    budget_year_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    stage TEXT NOT NULL,
    made_at TEXT NOT NULL,
    inputs TEXT NOT NULL,
    result TEXT NOT NULL,
    digest TEXT NOT NULL,
    note TEXT,
    CONSTRAINT pk_settlement PRIMARY KEY (id),
    CONSTRAINT ck_settlement_stage CHECK (stage IN ('indicative', 'provisional', 'final', 'signed')),
    CONSTRAINT ck_settlement_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT fk_settlement_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_settlement_budget_year_id ON settlement (budget_year_id);

CREATE TABLE share_scheme (
    id INTEGER NOT NULL,
    budget_year_id INTEGER NOT NULL,
    baseline TEXT NOT NULL,
    growth_share INTEGER,
    gain_share INTEGER NOT NULL,
    loss_share INTEGER NOT NULL,
    deadband_share INTEGER NOT NULL,
    deadband_mode TEXT NOT NULL,
    cap_gain_share INTEGER,
    cap_loss_share INTEGER,
    cap_basis TEXT NOT NULL,
    quality_mode TEXT NOT NULL,
    quality_threshold INTEGER NOT NULL,
    split_rule TEXT NOT NULL,
    second_rule TEXT,
    second_share INTEGER,
    draw_rule TEXT NOT NULL,
    review_months INTEGER NOT NULL,
    agreed_on TEXT,
    minute_reference TEXT,
    note TEXT,
    CONSTRAINT pk_share_scheme PRIMARY KEY (id),
    CONSTRAINT ck_share_scheme_baseline CHECK (baseline IN ('budget', 'prior year and growth')),
    CONSTRAINT ck_share_scheme_deadband_mode CHECK (deadband_mode IN ('only what is beyond it', 'all of it')),
    CONSTRAINT ck_share_scheme_cap_basis CHECK (cap_basis IN ('what can be shared', 'the locality part')),
    CONSTRAINT ck_share_scheme_quality_mode CHECK (quality_mode IN ('none', 'gate', 'proportional', 'gate, then proportional')),
    CONSTRAINT ck_share_scheme_split_rule CHECK (split_rule IN ('equal', 'list size', 'weighted list', 'budget', 'equity', 'performance', 'contribution', 'fixed shares')),
    CONSTRAINT ck_share_scheme_second_rule CHECK (second_rule IN ('equal', 'list size', 'weighted list', 'budget', 'equity', 'performance', 'contribution', 'fixed shares')),
    CONSTRAINT ck_share_scheme_draw_rule CHECK (draw_rule IN ('after the dead band', 'after the collar', 'by decision of the board')),
    CONSTRAINT ck_share_scheme_gain_share CHECK (gain_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_share_scheme_loss_share CHECK (loss_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_share_scheme_deadband_share CHECK (deadband_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_share_scheme_cap_gain_share CHECK (cap_gain_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_share_scheme_cap_loss_share CHECK (cap_loss_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_share_scheme_second_share CHECK (second_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_share_scheme_agreed_on CHECK (agreed_on IS date(agreed_on)),
    CONSTRAINT ck_share_scheme_quality_threshold CHECK (quality_threshold BETWEEN 0 AND 100),
    CONSTRAINT ck_share_scheme_review_months CHECK (review_months BETWEEN 1 AND 12),
    CONSTRAINT uq_share_scheme_budget_year_id UNIQUE (budget_year_id),
    CONSTRAINT fk_share_scheme_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE partner_holding (
    id INTEGER NOT NULL,
    partner_id INTEGER NOT NULL,
    held_from TEXT NOT NULL,
    units INTEGER NOT NULL,
    source TEXT,
    CONSTRAINT pk_partner_holding PRIMARY KEY (id),
    CONSTRAINT uq_partner_holding_partner_id_held_from UNIQUE (partner_id, held_from),
    CONSTRAINT ck_partner_holding_held_from CHECK (held_from IS date(held_from)),
    CONSTRAINT ck_partner_holding_units CHECK (units >= 0),
    CONSTRAINT fk_partner_holding_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_partner_holding_partner_id ON partner_holding (partner_id);

CREATE TABLE quality_measure (
    id INTEGER NOT NULL,
    scheme_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    weight INTEGER NOT NULL,
    met_share INTEGER,
    source TEXT,
    CONSTRAINT pk_quality_measure PRIMARY KEY (id),
    CONSTRAINT uq_quality_measure_scheme_id_name UNIQUE (scheme_id, name),
    CONSTRAINT ck_quality_measure_met_share CHECK (met_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_quality_measure_weight CHECK (weight BETWEEN 0 AND 100),
    CONSTRAINT fk_quality_measure_scheme_id FOREIGN KEY(scheme_id) REFERENCES share_scheme (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_quality_measure_scheme_id ON quality_measure (scheme_id);

CREATE TABLE risk_pool_entry (
    id INTEGER NOT NULL,
    budget_year_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    amount_pence INTEGER NOT NULL,
    partner_id INTEGER,
    words TEXT,
    minute_reference TEXT,
    CONSTRAINT pk_risk_pool_entry PRIMARY KEY (id),
    CONSTRAINT ck_risk_pool_entry_kind CHECK (kind IN ('opening', 'contribution', 'draw', 'return')),
    CONSTRAINT ck_risk_pool_entry_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_risk_pool_entry_amount CHECK (amount_pence >= 0),
    CONSTRAINT fk_risk_pool_entry_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) ON DELETE CASCADE,
    CONSTRAINT fk_risk_pool_entry_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_risk_pool_entry_budget_year_id ON risk_pool_entry (budget_year_id);

CREATE INDEX ix_risk_pool_entry_partner_id ON risk_pool_entry (partner_id);

CREATE TABLE settlement_signature (
    id INTEGER NOT NULL,
    settlement_id INTEGER NOT NULL,
    partner_name TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    CONSTRAINT pk_settlement_signature PRIMARY KEY (id),
    CONSTRAINT uq_settlement_signature_settlement_id_partner_name UNIQUE (settlement_id, partner_name),
    CONSTRAINT ck_settlement_signature_signed_on CHECK (signed_on IS date(signed_on)),
    CONSTRAINT fk_settlement_signature_settlement_id FOREIGN KEY(settlement_id) REFERENCES settlement (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_settlement_signature_settlement_id ON settlement_signature (settlement_id);

CREATE TABLE share_adjustment (
    id INTEGER NOT NULL,
    scheme_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    budget_pence INTEGER NOT NULL,
    actual_pence INTEGER NOT NULL,
    source TEXT,
    CONSTRAINT pk_share_adjustment PRIMARY KEY (id),
    CONSTRAINT ck_share_adjustment_kind CHECK (kind IN ('high-cost cases above the limit', 'excluded spending', 'growth of the list', 'other')),
    CONSTRAINT fk_share_adjustment_scheme_id FOREIGN KEY(scheme_id) REFERENCES share_scheme (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_share_adjustment_scheme_id ON share_adjustment (scheme_id);

CREATE TABLE share_partner (
    id INTEGER NOT NULL,
    scheme_id INTEGER NOT NULL,
    partner_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    people INTEGER,
    weighted_people INTEGER,
    budget_pence INTEGER,
    performance_points INTEGER,
    contribution_pence INTEGER,
    fixed_share INTEGER,
    stop_loss_pence INTEGER,
    CONSTRAINT pk_share_partner PRIMARY KEY (id),
    CONSTRAINT uq_share_partner_scheme_id_partner_id UNIQUE (scheme_id, partner_id),
    CONSTRAINT ck_share_partner_fixed_share CHECK (fixed_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_share_partner_people CHECK (people >= 0 AND weighted_people >= 0),
    CONSTRAINT ck_share_partner_amounts CHECK (budget_pence >= 0 AND contribution_pence >= 0),
    CONSTRAINT ck_share_partner_performance_points CHECK (performance_points >= 0),
    CONSTRAINT ck_share_partner_stop_loss_pence CHECK (stop_loss_pence >= 0),
    CONSTRAINT fk_share_partner_scheme_id FOREIGN KEY(scheme_id) REFERENCES share_scheme (id) ON DELETE CASCADE,
    CONSTRAINT fk_share_partner_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id)
)
 STRICT;

CREATE INDEX ix_share_partner_partner_id ON share_partner (partner_id);

CREATE INDEX ix_share_partner_scheme_id ON share_partner (scheme_id);

CREATE TABLE bought_outside (
    id INTEGER NOT NULL,
    year TEXT NOT NULL,
    name TEXT NOT NULL,
    provider TEXT,
    line_id INTEGER,
    cost_pence INTEGER,
    reason TEXT,
    coming_home TEXT NOT NULL,
    "plan" TEXT,
    review_on TEXT,
    CONSTRAINT pk_bought_outside PRIMARY KEY (id),
    CONSTRAINT ck_bought_outside_year CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT ck_bought_outside_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT ck_bought_outside_coming_home CHECK (coming_home IN ('yes', 'partly', 'no', 'not known')),
    CONSTRAINT fk_bought_outside_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_bought_outside_line_id ON bought_outside (line_id);

CREATE TABLE budget_month_share (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    share INTEGER NOT NULL,
    CONSTRAINT pk_budget_month_share PRIMARY KEY (id),
    CONSTRAINT uq_budget_month_share_line_id_month UNIQUE (line_id, month),
    CONSTRAINT ck_budget_month_share_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_budget_month_share_share CHECK (share BETWEEN 0 AND 1000000),
    CONSTRAINT fk_budget_month_share_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE commitment (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    limit_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    amount_pence INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    month TEXT,
    partner_id INTEGER,
    reference TEXT,
    CONSTRAINT pk_commitment PRIMARY KEY (id),
    CONSTRAINT ck_commitment_made_on CHECK (made_on IS date(made_on)),
    CONSTRAINT ck_commitment_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_commitment_amount CHECK (amount_pence > 0),
    CONSTRAINT fk_commitment_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE CASCADE,
    CONSTRAINT fk_commitment_limit_id FOREIGN KEY(limit_id) REFERENCES delegation_limit (id),
    CONSTRAINT fk_commitment_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_commitment_limit_id ON commitment (limit_id);

CREATE INDEX ix_commitment_line_id ON commitment (line_id);

CREATE INDEX ix_commitment_partner_id ON commitment (partner_id);

CREATE TABLE line_rate (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    rate_key TEXT NOT NULL,
    base TEXT NOT NULL,
    CONSTRAINT pk_line_rate PRIMARY KEY (id),
    CONSTRAINT uq_line_rate_line_id_rate_key_base UNIQUE (line_id, rate_key, base),
    CONSTRAINT ck_line_rate_base CHECK (base IN ('registered people', 'weighted people', 'care-home beds')),
    CONSTRAINT fk_line_rate_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE marginal_rate (
    id INTEGER NOT NULL,
    year TEXT NOT NULL,
    name TEXT NOT NULL,
    line_id INTEGER,
    baseline_activity INTEGER,
    actual_activity INTEGER,
    price_pence INTEGER,
    rate_share INTEGER,
    source TEXT,
    CONSTRAINT pk_marginal_rate PRIMARY KEY (id),
    CONSTRAINT ck_marginal_rate_year CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT ck_marginal_rate_rate_share CHECK (rate_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_marginal_rate_activity CHECK (baseline_activity >= 0 AND actual_activity >= 0),
    CONSTRAINT ck_marginal_rate_price_pence CHECK (price_pence >= 0),
    CONSTRAINT fk_marginal_rate_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_marginal_rate_line_id ON marginal_rate (line_id);

CREATE TABLE outturn_risk (
    id INTEGER NOT NULL,
    budget_year_id INTEGER NOT NULL,
    line_id INTEGER,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    amount_pence INTEGER,
    likelihood_share INTEGER,
    owner TEXT,
    review_on TEXT,
    is_open INTEGER NOT NULL,
    note TEXT,
    CONSTRAINT pk_outturn_risk PRIMARY KEY (id),
    CONSTRAINT ck_outturn_risk_kind CHECK (kind IN ('risk', 'mitigation')),
    CONSTRAINT ck_outturn_risk_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT ck_outturn_risk_likelihood_share CHECK (likelihood_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_outturn_risk_amount CHECK (amount_pence >= 0),
    CONSTRAINT fk_outturn_risk_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) ON DELETE CASCADE,
    CONSTRAINT fk_outturn_risk_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_outturn_risk_budget_year_id ON outturn_risk (budget_year_id);

CREATE INDEX ix_outturn_risk_line_id ON outturn_risk (line_id);

CREATE TABLE scenario_change (
    id INTEGER NOT NULL,
    scenario_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    amount_pence INTEGER,
    share INTEGER,
    words TEXT,
    CONSTRAINT pk_scenario_change PRIMARY KEY (id),
    CONSTRAINT uq_scenario_change_scenario_id_line_id UNIQUE (scenario_id, line_id),
    CONSTRAINT ck_scenario_change_kind CHECK (kind IN ('add an amount', 'change by a share', 'set the outturn')),
    CONSTRAINT ck_scenario_change_share CHECK (share BETWEEN -1000000 AND 10000000),
    CONSTRAINT fk_scenario_change_scenario_id FOREIGN KEY(scenario_id) REFERENCES scenario (id) ON DELETE CASCADE,
    CONSTRAINT fk_scenario_change_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_scenario_change_line_id ON scenario_change (line_id);

CREATE INDEX ix_scenario_change_scenario_id ON scenario_change (scenario_id);

CREATE TABLE virement (
    id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    from_line_id INTEGER NOT NULL,
    to_line_id INTEGER NOT NULL,
    amount_pence INTEGER NOT NULL,
    month TEXT NOT NULL,
    words TEXT NOT NULL,
    is_recurrent INTEGER NOT NULL,
    approver TEXT,
    minute_reference TEXT,
    decided_on TEXT,
    CONSTRAINT pk_virement PRIMARY KEY (id),
    CONSTRAINT uq_virement_version_id_number UNIQUE (version_id, number),
    CONSTRAINT ck_virement_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_virement_decided_on CHECK (decided_on IS date(decided_on)),
    CONSTRAINT ck_virement_amount CHECK (amount_pence > 0),
    CONSTRAINT ck_virement_lines CHECK (from_line_id != to_line_id),
    CONSTRAINT fk_virement_version_id FOREIGN KEY(version_id) REFERENCES budget_version (id) ON DELETE CASCADE,
    CONSTRAINT fk_virement_from_line_id FOREIGN KEY(from_line_id) REFERENCES budget_line (id),
    CONSTRAINT fk_virement_to_line_id FOREIGN KEY(to_line_id) REFERENCES budget_line (id)
)
 STRICT;

CREATE INDEX ix_virement_from_line_id ON virement (from_line_id);

CREATE INDEX ix_virement_to_line_id ON virement (to_line_id);

CREATE INDEX ix_virement_version_id ON virement (version_id);

CREATE TABLE moved_service (
    id INTEGER NOT NULL,
    year TEXT NOT NULL,
    name TEXT NOT NULL,
    service_id INTEGER,
    provider_id INTEGER,
    from_line_id INTEGER,
    to_line_id INTEGER,
    contacts_moved INTEGER,
    hospital_price_pence INTEGER,
    still_paid_share INTEGER,
    community_cost_pence INTEGER,
    one_off_cost_pence INTEGER,
    provider_sheds_pence INTEGER,
    is_agreed INTEGER NOT NULL,
    agreed_on TEXT,
    transitional_until TEXT,
    minute_reference TEXT,
    note TEXT,
    CONSTRAINT pk_moved_service PRIMARY KEY (id),
    CONSTRAINT ck_moved_service_year CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT ck_moved_service_still_paid_share CHECK (still_paid_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_moved_service_agreed_on CHECK (agreed_on IS date(agreed_on)),
    CONSTRAINT ck_moved_service_transitional_until CHECK (transitional_until IS date(transitional_until)),
    CONSTRAINT ck_moved_service_contacts_moved CHECK (contacts_moved >= 0),
    CONSTRAINT ck_moved_service_hospital_price_pence CHECK (hospital_price_pence >= 0),
    CONSTRAINT fk_moved_service_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE SET NULL,
    CONSTRAINT fk_moved_service_provider_id FOREIGN KEY(provider_id) REFERENCES partner (id),
    CONSTRAINT fk_moved_service_from_line_id FOREIGN KEY(from_line_id) REFERENCES budget_line (id) ON DELETE SET NULL,
    CONSTRAINT fk_moved_service_to_line_id FOREIGN KEY(to_line_id) REFERENCES budget_line (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_moved_service_from_line_id ON moved_service (from_line_id);

CREATE INDEX ix_moved_service_provider_id ON moved_service (provider_id);

CREATE INDEX ix_moved_service_service_id ON moved_service (service_id);

CREATE INDEX ix_moved_service_to_line_id ON moved_service (to_line_id);

CREATE TABLE budget_adjustment (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    words TEXT NOT NULL,
    amount_pence INTEGER NOT NULL,
    starts_on TEXT,
    is_recurrent INTEGER NOT NULL,
    approved_on TEXT,
    approver TEXT,
    minute_reference TEXT,
    moved_service_id INTEGER,
    CONSTRAINT pk_budget_adjustment PRIMARY KEY (id),
    CONSTRAINT ck_budget_adjustment_starts_on CHECK (starts_on IS date(starts_on)),
    CONSTRAINT ck_budget_adjustment_approved_on CHECK (approved_on IS date(approved_on)),
    CONSTRAINT fk_budget_adjustment_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE CASCADE,
    CONSTRAINT fk_budget_adjustment_moved_service_id FOREIGN KEY(moved_service_id) REFERENCES moved_service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_budget_adjustment_line_id ON budget_adjustment (line_id);

CREATE INDEX ix_budget_adjustment_moved_service_id ON budget_adjustment (moved_service_id);

CREATE TABLE new_budget_line (
    id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    code TEXT,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    sector TEXT NOT NULL,
    scope TEXT NOT NULL,
    reason_out TEXT,
    payer TEXT,
    provider_id INTEGER,
    contract_form TEXT,
    controllability TEXT,
    weighted_by TEXT NOT NULL,
    is_income INTEGER NOT NULL,
    non_recurrent_pence INTEGER NOT NULL,
    annual_pence INTEGER,
    build TEXT NOT NULL,
    demographic_key TEXT,
    non_demographic_key TEXT,
    uplift_key TEXT,
    efficiency_key TEXT,
    board_total_pence INTEGER,
    board_total_source TEXT,
    pace_share INTEGER,
    funding_source TEXT,
    funded_to TEXT,
    is_in_share INTEGER NOT NULL,
    profile TEXT NOT NULL,
    method TEXT NOT NULL,
    manual_forecast_pence INTEGER,
    method_reason TEXT,
    focus TEXT,
    owner TEXT,
    commentary TEXT,
    CONSTRAINT pk_budget_line PRIMARY KEY (id),
    CONSTRAINT uq_budget_line_version_id_name UNIQUE (version_id, name),
    CONSTRAINT ck_budget_line_sector CHECK (sector IN ('primary care', 'community', 'secondary care', 'mental health', 'social care', 'voluntary', 'public and other')),
    CONSTRAINT ck_budget_line_scope CHECK (scope IN ('in', 'shadow only', 'out')),
    CONSTRAINT ck_budget_line_contract_form CHECK (contract_form IN ('block', 'tariff', 'cost per case', 'capitation', 'grant')),
    CONSTRAINT ck_budget_line_controllability CHECK (controllability IN ('direct', 'influence', 'none')),
    CONSTRAINT ck_budget_line_weighted_by CHECK (weighted_by IN ('list', 'carr_hill', 'general_and_acute', 'community', 'mental_health', 'maternity', 'health_inequalities', 'prescribing', 'overall', 'primary_medical')),
    CONSTRAINT ck_budget_line_profile CHECK (profile IN ('equal', 'calendar days', 'working days', 'as last year', 'quarterly', 'front-loaded', 'back-loaded', 'by percentage', 'by hand')),
    CONSTRAINT ck_budget_line_method CHECK (method IN ('straight line', 'run rate, last 3 months', 'remaining budget', 'weighted by profile', 'trend', 'by hand')),
    CONSTRAINT ck_budget_line_focus CHECK (focus IN ('prevention', 'treatment')),
    CONSTRAINT ck_budget_line_build CHECK (build IN ('recurrent baseline', 'baseline and growth', 'fair share', 'rates by people')),
    CONSTRAINT ck_budget_line_pace_share CHECK (pace_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_budget_line_funded_to CHECK (funded_to IS date(funded_to)),
    CONSTRAINT ck_budget_line_commentary CHECK (length(commentary) <= 4000),
    CONSTRAINT fk_budget_line_version_id FOREIGN KEY(version_id) REFERENCES budget_version (id) ON DELETE CASCADE,
    CONSTRAINT fk_budget_line_provider_id FOREIGN KEY(provider_id) REFERENCES partner (id)
)
 STRICT;

INSERT INTO new_budget_line (id, version_id, code, name, position, sector, scope, payer, provider_id, contract_form, controllability, weighted_by, is_income, non_recurrent_pence, annual_pence, profile, method, manual_forecast_pence, method_reason, focus, owner, commentary, build, is_in_share)
SELECT id, version_id, code, name, position, sector, scope, payer, provider_id, contract_form, controllability, weighted_by, is_income, non_recurrent_pence, annual_pence, profile, method, manual_forecast_pence, method_reason, focus, owner, commentary, 'recurrent baseline', 1 FROM budget_line;

DROP TABLE budget_line;

ALTER TABLE new_budget_line RENAME TO budget_line;

CREATE INDEX ix_budget_line_provider_id ON budget_line (provider_id);

CREATE INDEX ix_budget_line_version_id ON budget_line (version_id);

CREATE TABLE new_actual (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    amount_pence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reverses_id INTEGER,
    basis TEXT NOT NULL,
    partner_id INTEGER,
    reference TEXT,
    is_provisional INTEGER NOT NULL,
    is_prior_year INTEGER NOT NULL,
    note TEXT,
    sheet_name TEXT,
    row_number INTEGER,
    batch_id INTEGER,
    CONSTRAINT pk_actual PRIMARY KEY (id),
    CONSTRAINT ck_actual_basis CHECK (basis IN ('invoice', 'contract monitoring', 'block twelfth', 'prescribing', 'payroll', 'ledger', 'estimate', 'entered by hand')),
    CONSTRAINT ck_actual_kind CHECK (kind IN ('spending', 'credit note', 'accrual', 'prepayment', 'reversal')),
    CONSTRAINT ck_actual_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_actual_reversal CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
    CONSTRAINT fk_actual_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE CASCADE,
    CONSTRAINT uq_actual_reverses_id UNIQUE (reverses_id),
    CONSTRAINT fk_actual_reverses_id FOREIGN KEY(reverses_id) REFERENCES actual (id) ON DELETE CASCADE,
    CONSTRAINT fk_actual_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL,
    CONSTRAINT fk_actual_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE SET NULL
)
 STRICT;

INSERT INTO new_actual (id, line_id, month, amount_pence, basis, partner_id, reference, is_provisional, batch_id, kind, is_prior_year)
SELECT id, line_id, month, amount_pence, basis, partner_id, reference, is_provisional, batch_id, 'spending', 0 FROM actual;

DROP TABLE actual;

ALTER TABLE new_actual RENAME TO actual;

CREATE INDEX ix_actual_batch_id ON actual (batch_id);

CREATE INDEX ix_actual_line_id ON actual (line_id);

CREATE INDEX ix_actual_month_line_id_amount_pence_reverses_id ON actual (month, line_id, amount_pence, reverses_id);

CREATE INDEX ix_actual_partner_id ON actual (partner_id);

CREATE TABLE new_budget_version (
    id INTEGER NOT NULL,
    budget_year_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    status TEXT NOT NULL,
    baseline_year TEXT,
    words TEXT,
    registered_people INTEGER,
    weighted_people INTEGER,
    care_home_beds INTEGER,
    top_slice_share INTEGER,
    contingency_share INTEGER,
    submitted_on TEXT,
    approved_on TEXT,
    minute_reference TEXT,
    CONSTRAINT pk_budget_version PRIMARY KEY (id),
    CONSTRAINT uq_budget_version_budget_year_id_number UNIQUE (budget_year_id, number),
    CONSTRAINT ck_budget_version_status CHECK (status IN ('draft', 'submitted', 'approved', 'superseded')),
    CONSTRAINT ck_budget_version_baseline_year CHECK (baseline_year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT ck_budget_version_submitted_on CHECK (submitted_on IS date(submitted_on)),
    CONSTRAINT ck_budget_version_approved_on CHECK (approved_on IS date(approved_on)),
    CONSTRAINT ck_budget_version_top_slice_share CHECK (top_slice_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_budget_version_contingency_share CHECK (contingency_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_budget_version_people CHECK (registered_people > 0 AND weighted_people > 0 AND care_home_beds >= 0),
    CONSTRAINT fk_budget_version_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES budget_year (id) ON DELETE CASCADE
)
 STRICT;

INSERT INTO new_budget_version (id, budget_year_id, number, status, baseline_year, approved_on)
SELECT id, budget_year_id, number, status, baseline_year, approved_on FROM budget_version;

DROP TABLE budget_version;

ALTER TABLE new_budget_version RENAME TO budget_version;

CREATE INDEX ix_budget_version_budget_year_id ON budget_version (budget_year_id);
