-- The first schema, as the first files had it. It is never edited once released.

CREATE TABLE agreement (
    id INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, reference TEXT,
    status TEXT NOT NULL, effective_on TEXT, expires_on TEXT, review_on TEXT,
    notice_days INTEGER, renews_itself INTEGER NOT NULL, value_pence INTEGER, note TEXT,
    CONSTRAINT pk_agreement PRIMARY KEY (id),
    CONSTRAINT ck_agreement_kind CHECK (kind IN ('memorandum of understanding',
        'alliance agreement', 'PCH or network agreement', 'data sharing agreement',
        'data processing agreement', 'service level agreement', 'subcontract', 'secondment',
        'honorary contract', 'lease or licence', 'grant', 'risk-share agreement')),
    CONSTRAINT ck_agreement_status CHECK (status IN ('draft', 'out for signature', 'in force',
        'terminated')),
    CONSTRAINT ck_agreement_effective_on CHECK (effective_on IS date(effective_on)),
    CONSTRAINT ck_agreement_expires_on CHECK (expires_on IS date(expires_on)),
    CONSTRAINT ck_agreement_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT ck_agreement_notice CHECK (notice_days >= 0)
) STRICT;

CREATE TABLE budget_year (
    id INTEGER NOT NULL, year TEXT NOT NULL, phase TEXT NOT NULL,
    CONSTRAINT pk_budget_year PRIMARY KEY (id),
    CONSTRAINT ck_budget_year_year CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT ck_budget_year_phase CHECK (phase IN ('mapping', 'shadow', 'shared', 'delegated',
        'full')),
    CONSTRAINT uq_budget_year_year UNIQUE (year)
) STRICT;

CREATE TABLE import_batch (
    id INTEGER NOT NULL, kind TEXT NOT NULL, file_name TEXT NOT NULL, file_digest TEXT NOT NULL,
    at TEXT NOT NULL, year TEXT, taken_on TEXT, rows_read INTEGER NOT NULL,
    rows_kept INTEGER NOT NULL, rows_refused INTEGER NOT NULL, note TEXT,
    CONSTRAINT pk_import_batch PRIMARY KEY (id),
    CONSTRAINT ck_import_batch_rows CHECK (rows_read = rows_kept + rows_refused),
    CONSTRAINT ck_import_batch_year CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT ck_import_batch_taken_on CHECK (taken_on IS date(taken_on))
) STRICT;

CREATE TABLE locality (
    id INTEGER NOT NULL, name TEXT NOT NULL, region TEXT, vehicle TEXT,
    population_stated INTEGER, starter TEXT, is_sample INTEGER NOT NULL,
    CONSTRAINT pk_locality PRIMARY KEY (id),
    CONSTRAINT ck_locality_only_one CHECK (id = 1)
) STRICT;

CREATE TABLE person (
    id INTEGER NOT NULL, name TEXT NOT NULL, staff_code TEXT, birth_year INTEGER,
    professional_body TEXT NOT NULL, registration_expires_on TEXT, work_email TEXT,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT ck_person_professional_body CHECK (professional_body IN ('none', 'GMC', 'NMC',
        'GPhC', 'HCPC', 'SWE')),
    CONSTRAINT ck_person_registration_expires_on CHECK (registration_expires_on IS
        date(registration_expires_on)),
    CONSTRAINT ck_person_birth_year CHECK (birth_year BETWEEN 1900 AND 2100),
    CONSTRAINT uq_person_staff_code UNIQUE (staff_code)
) STRICT;

CREATE TABLE practice (
    id INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, operator TEXT, postcode TEXT,
    status TEXT NOT NULL, opened_on TEXT, closed_on TEXT, joined_on TEXT, left_on TEXT,
    commissioner_code TEXT, network_code TEXT, note TEXT, source TEXT,
    CONSTRAINT pk_practice PRIMARY KEY (id),
    CONSTRAINT ck_practice_status CHECK (status IN ('active', 'dormant', 'proposed', 'closed')),
    CONSTRAINT ck_practice_opened_on CHECK (opened_on IS date(opened_on)),
    CONSTRAINT ck_practice_closed_on CHECK (closed_on IS date(closed_on)),
    CONSTRAINT ck_practice_joined_on CHECK (joined_on IS date(joined_on)),
    CONSTRAINT ck_practice_left_on CHECK (left_on IS date(left_on)),
    CONSTRAINT uq_practice_code UNIQUE (code)
) STRICT;

CREATE TABLE practice_group (
    id INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT, source TEXT,
    CONSTRAINT pk_practice_group PRIMARY KEY (id),
    CONSTRAINT ck_practice_group_kind CHECK (kind IN ('home', 'cluster', 'federation',
        'network')),
    CONSTRAINT uq_practice_group_name UNIQUE (name)
) STRICT;

CREATE TABLE reference_value (
    id INTEGER NOT NULL, "key" TEXT NOT NULL, words TEXT NOT NULL, value INTEGER NOT NULL,
    unit TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, source TEXT NOT NULL,
    source_on TEXT,
    CONSTRAINT pk_reference_value PRIMARY KEY (id),
    CONSTRAINT uq_reference_value_key_valid_from UNIQUE ("key", valid_from),
    CONSTRAINT ck_reference_value_valid_from CHECK (valid_from IS date(valid_from)),
    CONSTRAINT ck_reference_value_valid_to CHECK (valid_to IS date(valid_to)),
    CONSTRAINT ck_reference_value_source_on CHECK (source_on IS date(source_on))
) STRICT;

CREATE TABLE role (
    id INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, staff_group TEXT NOT NULL,
    sector TEXT NOT NULL, pay_basis TEXT, is_additional_role INTEGER NOT NULL, valid_from TEXT,
    valid_to TEXT, source TEXT,
    CONSTRAINT pk_role PRIMARY KEY (id),
    CONSTRAINT ck_role_staff_group CHECK (staff_group IN ('GP', 'medical', 'nurse',
        'direct patient care', 'social care', 'voluntary', 'partner public service',
        'admin and non-clinical')),
    CONSTRAINT ck_role_sector CHECK (sector IN ('primary care', 'community', 'secondary care',
        'mental health', 'social care', 'voluntary', 'public and other')),
    CONSTRAINT ck_role_valid_from CHECK (valid_from IS date(valid_from)),
    CONSTRAINT ck_role_valid_to CHECK (valid_to IS date(valid_to)),
    CONSTRAINT uq_role_code UNIQUE (code),
    CONSTRAINT uq_role_name UNIQUE (name)
) STRICT;

CREATE TABLE setting (
    id INTEGER NOT NULL, "key" TEXT NOT NULL, value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (id),
    CONSTRAINT uq_setting_key UNIQUE ("key")
) STRICT;

CREATE TABLE site_statement (
    id INTEGER NOT NULL, heading TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
    source TEXT,
    CONSTRAINT pk_site_statement PRIMARY KEY (id)
) STRICT;

CREATE TABLE step (
    id INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL, reverses INTEGER, rows_changed INTEGER NOT NULL, salt BLOB, erased BLOB,
    thinned BLOB, digest BLOB NOT NULL,
    CONSTRAINT pk_step PRIMARY KEY (id),
    CONSTRAINT ck_step_kind CHECK (kind IN ('edit', 'undo', 'redo', 'migration', 'upkeep')),
    CONSTRAINT ck_step_reverses CHECK ((kind IN ('undo', 'redo')) = (reverses IS NOT NULL)),
    CONSTRAINT ck_step_erased CHECK ((salt IS NULL) = (erased IS NOT NULL)),
    CONSTRAINT ck_step_rows_changed CHECK (rows_changed >= 0),
    CONSTRAINT fk_step_reverses FOREIGN KEY(reverses) REFERENCES step (id)
) STRICT;
CREATE INDEX ix_step_reverses ON step (reverses);

CREATE TABLE budget_version (
    id INTEGER NOT NULL, budget_year_id INTEGER NOT NULL, number INTEGER NOT NULL,
    status TEXT NOT NULL, baseline_year TEXT, approved_on TEXT,
    CONSTRAINT pk_budget_version PRIMARY KEY (id),
    CONSTRAINT uq_budget_version_budget_year_id_number UNIQUE (budget_year_id, number),
    CONSTRAINT ck_budget_version_status CHECK (status IN ('draft', 'submitted', 'approved',
        'superseded')),
    CONSTRAINT ck_budget_version_baseline_year CHECK (baseline_year GLOB
        '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT ck_budget_version_approved_on CHECK (approved_on IS date(approved_on)),
    CONSTRAINT fk_budget_version_budget_year_id FOREIGN KEY(budget_year_id) REFERENCES
        budget_year (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX ix_budget_version_budget_year_id ON budget_version (budget_year_id);

CREATE TABLE group_member (
    id INTEGER NOT NULL, group_id INTEGER NOT NULL, practice_id INTEGER NOT NULL,
    CONSTRAINT pk_group_member PRIMARY KEY (id),
    CONSTRAINT uq_group_member_group_id_practice_id UNIQUE (group_id, practice_id),
    CONSTRAINT fk_group_member_group_id FOREIGN KEY(group_id) REFERENCES practice_group (id) ON
        DELETE CASCADE,
    CONSTRAINT fk_group_member_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON
        DELETE CASCADE
) STRICT;
CREATE INDEX ix_group_member_group_id ON group_member (group_id);
CREATE INDEX ix_group_member_practice_id ON group_member (practice_id);

CREATE TABLE list_snapshot (
    id INTEGER NOT NULL, practice_id INTEGER NOT NULL, taken_on TEXT NOT NULL,
    sex TEXT NOT NULL, age_from INTEGER NOT NULL, age_to INTEGER NOT NULL,
    people INTEGER NOT NULL, source TEXT, batch_id INTEGER,
    CONSTRAINT pk_list_snapshot PRIMARY KEY (id),
    CONSTRAINT uq_list_snapshot_practice_id_taken_on_sex_age_from_age_to UNIQUE (practice_id,
        taken_on, sex, age_from, age_to),
    CONSTRAINT ck_list_snapshot_sex CHECK (sex IN ('all', 'female', 'male')),
    CONSTRAINT ck_list_snapshot_taken_on CHECK (taken_on IS date(taken_on)),
    CONSTRAINT ck_list_snapshot_people CHECK (people >= 0),
    CONSTRAINT ck_list_snapshot_ages CHECK (age_from BETWEEN 0 AND 130 AND age_to BETWEEN
        age_from AND 130),
    CONSTRAINT fk_list_snapshot_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON
        DELETE CASCADE,
    CONSTRAINT fk_list_snapshot_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON
        DELETE SET NULL
) STRICT;
CREATE INDEX ix_list_snapshot_batch_id ON list_snapshot (batch_id);
CREATE INDEX ix_list_snapshot_practice_id ON list_snapshot (practice_id);

CREATE TABLE network_staff (
    id INTEGER NOT NULL, network_code TEXT NOT NULL, network_name TEXT NOT NULL,
    counted_on TEXT NOT NULL, staff_group TEXT NOT NULL, role TEXT NOT NULL,
    wte INTEGER NOT NULL, heads INTEGER, source TEXT, batch_id INTEGER,
    CONSTRAINT pk_network_staff PRIMARY KEY (id),
    CONSTRAINT uq_network_staff_network_code_counted_on_staff_group_role UNIQUE (network_code,
        counted_on, staff_group, role),
    CONSTRAINT ck_network_staff_counted_on CHECK (counted_on IS date(counted_on)),
    CONSTRAINT fk_network_staff_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON
        DELETE SET NULL
) STRICT;
CREATE INDEX ix_network_staff_batch_id ON network_staff (batch_id);

CREATE TABLE partner (
    id INTEGER NOT NULL, name TEXT NOT NULL, short_name TEXT, kind TEXT NOT NULL,
    sector TEXT NOT NULL, ods_code TEXT, practice_id INTEGER, status TEXT NOT NULL,
    votes INTEGER, joined_on TEXT, left_on TEXT, next_step TEXT, note TEXT, source TEXT,
    CONSTRAINT pk_partner PRIMARY KEY (id),
    CONSTRAINT ck_partner_kind CHECK (kind IN ('GP practice', 'GP federation',
        'merged partnership', 'community interest company', 'commissioner', 'NHS England',
        'acute trust', 'community trust', 'mental health trust', 'integrated trust',
        'ambulance trust', 'out-of-hours provider', 'community pharmacy', 'optometry or dental',
        'local medical committee', 'council', 'district or town council',
        'health and wellbeing board', 'Healthwatch', 'patient group', 'hospice',
        'charity or voluntary organisation', 'care home or home care', 'fire service', 'police',
        'CEPN or training hub', 'university', 'MP, faith or civic leader',
        'independent provider', 'housing', 'informatics project', 'consortium or programme')),
    CONSTRAINT ck_partner_sector CHECK (sector IN ('primary care', 'community',
        'secondary care', 'mental health', 'social care', 'voluntary', 'public and other')),
    CONSTRAINT ck_partner_status CHECK (status IN ('prospect', 'engaged', 'signed', 'lapsed',
        'exited')),
    CONSTRAINT ck_partner_joined_on CHECK (joined_on IS date(joined_on)),
    CONSTRAINT ck_partner_left_on CHECK (left_on IS date(left_on)),
    CONSTRAINT ck_partner_votes CHECK (votes >= 0),
    CONSTRAINT uq_partner_name UNIQUE (name),
    CONSTRAINT fk_partner_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON
        DELETE SET NULL
) STRICT;
CREATE INDEX ix_partner_practice_id ON partner (practice_id);

CREATE TABLE row_change (
    id INTEGER NOT NULL, step_id INTEGER NOT NULL, table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL, "before" TEXT, "after" TEXT, salt BLOB, erased BLOB,
    CONSTRAINT pk_row_change PRIMARY KEY (id),
    CONSTRAINT ck_row_change_erased CHECK ((salt IS NULL) = (erased IS NOT NULL)),
    CONSTRAINT fk_row_change_step_id FOREIGN KEY(step_id) REFERENCES step (id) DEFERRABLE
        INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_row_change_step_id ON row_change (step_id);

CREATE TABLE site (
    id INTEGER NOT NULL, name TEXT NOT NULL, practice_id INTEGER, postcode TEXT,
    is_hub INTEGER NOT NULL, note TEXT, source TEXT,
    CONSTRAINT pk_site PRIMARY KEY (id),
    CONSTRAINT uq_site_name UNIQUE (name),
    CONSTRAINT fk_site_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE
        SET NULL
) STRICT;
CREATE INDEX ix_site_practice_id ON site (practice_id);

CREATE TABLE weighted_population (
    id INTEGER NOT NULL, practice_id INTEGER NOT NULL, year TEXT NOT NULL,
    weighting TEXT NOT NULL, registered INTEGER, weighted INTEGER, source TEXT,
    batch_id INTEGER,
    CONSTRAINT pk_weighted_population PRIMARY KEY (id),
    CONSTRAINT uq_weighted_population_practice_id_year_weighting UNIQUE (practice_id, year,
        weighting),
    CONSTRAINT ck_weighted_population_weighting CHECK (weighting IN ('list', 'carr_hill',
        'general_and_acute', 'community', 'mental_health', 'maternity', 'health_inequalities',
        'prescribing', 'overall', 'primary_medical')),
    CONSTRAINT ck_weighted_population_year CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT ck_weighted_population_people CHECK (registered >= 0 AND weighted >= 0),
    CONSTRAINT fk_weighted_population_practice_id FOREIGN KEY(practice_id) REFERENCES practice
        (id) ON DELETE CASCADE,
    CONSTRAINT fk_weighted_population_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch
        (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_weighted_population_batch_id ON weighted_population (batch_id);
CREATE INDEX ix_weighted_population_practice_id ON weighted_population (practice_id);

CREATE TABLE agreement_party (
    id INTEGER NOT NULL, agreement_id INTEGER NOT NULL, partner_id INTEGER NOT NULL,
    signed_by TEXT, signed_on TEXT,
    CONSTRAINT pk_agreement_party PRIMARY KEY (id),
    CONSTRAINT uq_agreement_party_agreement_id_partner_id UNIQUE (agreement_id, partner_id),
    CONSTRAINT ck_agreement_party_signed_on CHECK (signed_on IS date(signed_on)),
    CONSTRAINT fk_agreement_party_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement
        (id) ON DELETE CASCADE,
    CONSTRAINT fk_agreement_party_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON
        DELETE CASCADE
) STRICT;
CREATE INDEX ix_agreement_party_agreement_id ON agreement_party (agreement_id);
CREATE INDEX ix_agreement_party_partner_id ON agreement_party (partner_id);

CREATE TABLE budget_line (
    id INTEGER NOT NULL, version_id INTEGER NOT NULL, code TEXT, name TEXT NOT NULL,
    position INTEGER NOT NULL, sector TEXT NOT NULL, scope TEXT NOT NULL, payer TEXT,
    provider_id INTEGER, contract_form TEXT, controllability TEXT, weighted_by TEXT NOT NULL,
    is_income INTEGER NOT NULL, non_recurrent_pence INTEGER NOT NULL, annual_pence INTEGER,
    profile TEXT NOT NULL, method TEXT NOT NULL, manual_forecast_pence INTEGER,
    method_reason TEXT, owner TEXT, commentary TEXT,
    CONSTRAINT pk_budget_line PRIMARY KEY (id),
    CONSTRAINT uq_budget_line_version_id_name UNIQUE (version_id, name),
    CONSTRAINT ck_budget_line_sector CHECK (sector IN ('primary care', 'community',
        'secondary care', 'mental health', 'social care', 'voluntary', 'public and other')),
    CONSTRAINT ck_budget_line_scope CHECK (scope IN ('in', 'shadow only', 'out')),
    CONSTRAINT ck_budget_line_contract_form CHECK (contract_form IN ('block', 'tariff',
        'cost per case', 'capitation', 'grant')),
    CONSTRAINT ck_budget_line_controllability CHECK (controllability IN ('direct', 'influence',
        'none')),
    CONSTRAINT ck_budget_line_weighted_by CHECK (weighted_by IN ('list', 'carr_hill',
        'general_and_acute', 'community', 'mental_health', 'maternity', 'health_inequalities',
        'prescribing', 'overall', 'primary_medical')),
    CONSTRAINT ck_budget_line_profile CHECK (profile IN ('equal', 'calendar days', 'quarterly',
        'front-loaded', 'back-loaded', 'by hand')),
    CONSTRAINT ck_budget_line_method CHECK (method IN ('straight line',
        'run rate, last 3 months', 'remaining budget', 'weighted by profile', 'trend',
        'by hand')),
    CONSTRAINT ck_budget_line_commentary CHECK (length(commentary) <= 4000),
    CONSTRAINT fk_budget_line_version_id FOREIGN KEY(version_id) REFERENCES budget_version (id)
        ON DELETE CASCADE,
    CONSTRAINT fk_budget_line_provider_id FOREIGN KEY(provider_id) REFERENCES partner (id)
) STRICT;
CREATE INDEX ix_budget_line_provider_id ON budget_line (provider_id);
CREATE INDEX ix_budget_line_version_id ON budget_line (version_id);

CREATE TABLE contact (
    id INTEGER NOT NULL, partner_id INTEGER NOT NULL, name TEXT NOT NULL, job_title TEXT,
    work_email TEXT, work_phone TEXT, role TEXT, is_preferred INTEGER NOT NULL,
    CONSTRAINT pk_contact PRIMARY KEY (id),
    CONSTRAINT ck_contact_role CHECK (role IN ('executive lead', 'clinical lead', 'finance',
        'operational', 'information governance lead')),
    CONSTRAINT fk_contact_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE
        CASCADE
) STRICT;
CREATE INDEX ix_contact_partner_id ON contact (partner_id);

CREATE TABLE partner_part (
    id INTEGER NOT NULL, partner_id INTEGER NOT NULL, role TEXT NOT NULL,
    CONSTRAINT pk_partner_part PRIMARY KEY (id),
    CONSTRAINT uq_partner_part_partner_id_role UNIQUE (partner_id, role),
    CONSTRAINT ck_partner_part_role CHECK (role IN ('member', 'provider', 'commissioner',
        'host or employer', 'payee', 'funder', 'adviser', 'patient voice')),
    CONSTRAINT fk_partner_part_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON
        DELETE CASCADE
) STRICT;
CREATE INDEX ix_partner_part_partner_id ON partner_part (partner_id);

CREATE TABLE actual (
    id INTEGER NOT NULL, line_id INTEGER NOT NULL, month TEXT NOT NULL,
    amount_pence INTEGER NOT NULL, basis TEXT NOT NULL, partner_id INTEGER, reference TEXT,
    is_provisional INTEGER NOT NULL, batch_id INTEGER,
    CONSTRAINT pk_actual PRIMARY KEY (id),
    CONSTRAINT ck_actual_basis CHECK (basis IN ('invoice', 'contract monitoring',
        'block twelfth', 'prescribing', 'payroll', 'estimate', 'entered by hand')),
    CONSTRAINT ck_actual_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT fk_actual_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON DELETE
        CASCADE,
    CONSTRAINT fk_actual_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE
        SET NULL,
    CONSTRAINT fk_actual_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE
        SET NULL
) STRICT;
CREATE INDEX ix_actual_batch_id ON actual (batch_id);
CREATE INDEX ix_actual_line_id ON actual (line_id);
CREATE INDEX ix_actual_month_line_id_amount_pence ON actual (month, line_id, amount_pence);
CREATE INDEX ix_actual_partner_id ON actual (partner_id);

CREATE TABLE baseline_part (
    id INTEGER NOT NULL, line_id INTEGER NOT NULL, practice_id INTEGER, year TEXT,
    amount_pence INTEGER NOT NULL, source TEXT, batch_id INTEGER,
    CONSTRAINT pk_baseline_part PRIMARY KEY (id),
    CONSTRAINT uq_baseline_part_line_id_practice_id_year UNIQUE (line_id, practice_id, year),
    CONSTRAINT ck_baseline_part_year CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
    CONSTRAINT fk_baseline_part_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON
        DELETE CASCADE,
    CONSTRAINT fk_baseline_part_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON
        DELETE CASCADE,
    CONSTRAINT fk_baseline_part_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON
        DELETE SET NULL
) STRICT;
CREATE INDEX ix_baseline_part_batch_id ON baseline_part (batch_id);
CREATE INDEX ix_baseline_part_line_id ON baseline_part (line_id);
CREATE INDEX ix_baseline_part_practice_id ON baseline_part (practice_id);

CREATE TABLE budget_month (
    id INTEGER NOT NULL, line_id INTEGER NOT NULL, month TEXT NOT NULL,
    amount_pence INTEGER NOT NULL,
    CONSTRAINT pk_budget_month PRIMARY KEY (id),
    CONSTRAINT uq_budget_month_line_id_month UNIQUE (line_id, month),
    CONSTRAINT ck_budget_month_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT fk_budget_month_line_id FOREIGN KEY(line_id) REFERENCES budget_line (id) ON
        DELETE CASCADE
) STRICT;

CREATE TABLE post (
    id INTEGER NOT NULL, reference TEXT NOT NULL, role_id INTEGER NOT NULL, title TEXT,
    employer_id INTEGER, practice_id INTEGER, budget_line_id INTEGER,
    funding_stream TEXT NOT NULL, funded_wte INTEGER NOT NULL, funded_from TEXT, funded_to TEXT,
    band TEXT, annual_cost_pence INTEGER, status TEXT NOT NULL, note TEXT,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT ck_post_status CHECK (status IN ('proposed', 'active', 'frozen',
        'disestablished')),
    CONSTRAINT ck_post_funding_stream CHECK (funding_stream IN ('core practice',
        'additional roles', 'PCH transformation', 'community contract', 'acute contract',
        'council', 'voluntary sector grant', 'other')),
    CONSTRAINT ck_post_funded_from CHECK (funded_from IS date(funded_from)),
    CONSTRAINT ck_post_funded_to CHECK (funded_to IS date(funded_to)),
    CONSTRAINT ck_post_funded_wte CHECK (funded_wte BETWEEN 1 AND 20000),
    CONSTRAINT ck_post_annual_cost CHECK (annual_cost_pence >= 0),
    CONSTRAINT uq_post_reference UNIQUE (reference),
    CONSTRAINT fk_post_role_id FOREIGN KEY(role_id) REFERENCES role (id),
    CONSTRAINT fk_post_employer_id FOREIGN KEY(employer_id) REFERENCES partner (id),
    CONSTRAINT fk_post_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE
        SET NULL,
    CONSTRAINT fk_post_budget_line_id FOREIGN KEY(budget_line_id) REFERENCES budget_line (id) ON
        DELETE SET NULL
) STRICT;
CREATE INDEX ix_post_budget_line_id ON post (budget_line_id);
CREATE INDEX ix_post_employer_id ON post (employer_id);
CREATE INDEX ix_post_practice_id ON post (practice_id);
CREATE INDEX ix_post_role_id ON post (role_id);

CREATE TABLE service (
    id INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL,
    lead_partner_id INTEGER, budget_line_id INTEGER, access_route TEXT, status TEXT NOT NULL,
    settings TEXT, live_on TEXT, review_on TEXT, funding_source TEXT, funding_ends_on TEXT,
    annual_cost_pence INTEGER, note TEXT, source TEXT,
    CONSTRAINT pk_service PRIMARY KEY (id),
    CONSTRAINT ck_service_category CHECK (category IN ('urgent or same-day', 'planned',
        'long-term conditions', 'frailty or care home', 'musculoskeletal', 'dermatology',
        'diagnostics', 'mental health', 'children', 'end of life', 'prevention',
        'social prescribing', 'pharmacy', 'rehabilitation or community bed', 'extended access',
        'enabling')),
    CONSTRAINT ck_service_access_route CHECK (access_route IN ('direct or self-referral',
        'GP referral', 'any professional', 'care navigator', '111', 'hospital discharge')),
    CONSTRAINT ck_service_status CHECK (status IN ('idea', 'design', 'pilot', 'live', 'paused',
        'closed')),
    CONSTRAINT ck_service_live_on CHECK (live_on IS date(live_on)),
    CONSTRAINT ck_service_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT ck_service_funding_ends_on CHECK (funding_ends_on IS date(funding_ends_on)),
    CONSTRAINT uq_service_code UNIQUE (code),
    CONSTRAINT uq_service_name UNIQUE (name),
    CONSTRAINT fk_service_lead_partner_id FOREIGN KEY(lead_partner_id) REFERENCES partner (id),
    CONSTRAINT fk_service_budget_line_id FOREIGN KEY(budget_line_id) REFERENCES budget_line (id)
        ON DELETE SET NULL
) STRICT;
CREATE INDEX ix_service_budget_line_id ON service (budget_line_id);
CREATE INDEX ix_service_lead_partner_id ON service (lead_partner_id);

CREATE TABLE assignment (
    id INTEGER NOT NULL, post_id INTEGER NOT NULL, person_id INTEGER NOT NULL,
    contract_kind TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT,
    weekly_minutes INTEGER NOT NULL, wte_override INTEGER, wte_reason TEXT, leaving_reason TEXT,
    destination TEXT,
    CONSTRAINT pk_assignment PRIMARY KEY (id),
    CONSTRAINT ck_assignment_contract_kind CHECK (contract_kind IN ('permanent', 'fixed term',
        'partner', 'apprentice', 'secondment in', 'secondment out', 'bank', 'agency', 'locum',
        'honorary', 'contractor', 'zero hours', 'volunteer')),
    CONSTRAINT ck_assignment_leaving_reason CHECK (leaving_reason IN ('retirement',
        'resignation', 'end of fixed term', 'dismissal', 'redundancy', 'death in service',
        'transfer within the locality', 'transfer of undertaking', 'other')),
    CONSTRAINT ck_assignment_starts_on CHECK (starts_on IS date(starts_on)),
    CONSTRAINT ck_assignment_ends_on CHECK (ends_on IS date(ends_on)),
    CONSTRAINT ck_assignment_dates CHECK (ends_on >= starts_on),
    CONSTRAINT ck_assignment_weekly_minutes CHECK (weekly_minutes BETWEEN 0 AND 6000),
    CONSTRAINT ck_assignment_wte_override CHECK (wte_override BETWEEN 0 AND 20000),
    CONSTRAINT ck_assignment_wte_reason CHECK (wte_override IS NULL OR wte_reason IS NOT NULL),
    CONSTRAINT fk_assignment_post_id FOREIGN KEY(post_id) REFERENCES post (id) ON DELETE
        CASCADE,
    CONSTRAINT fk_assignment_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE
        CASCADE
) STRICT;
CREATE INDEX ix_assignment_person_id ON assignment (person_id);
CREATE INDEX ix_assignment_post_id ON assignment (post_id);

CREATE TABLE opening (
    id INTEGER NOT NULL, service_id INTEGER NOT NULL, weekday INTEGER NOT NULL,
    opens_minute INTEGER NOT NULL, closes_minute INTEGER NOT NULL,
    CONSTRAINT pk_opening PRIMARY KEY (id),
    CONSTRAINT uq_opening_service_id_weekday_opens_minute UNIQUE (service_id, weekday,
        opens_minute),
    CONSTRAINT ck_opening_weekday CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT ck_opening_hours CHECK (opens_minute BETWEEN 0 AND 1439 AND closes_minute >
        opens_minute AND closes_minute <= 1440),
    CONSTRAINT fk_opening_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE
        CASCADE
) STRICT;
CREATE INDEX ix_opening_service_id ON opening (service_id);

CREATE TABLE service_month (
    id INTEGER NOT NULL, service_id INTEGER NOT NULL, month TEXT NOT NULL, sessions INTEGER,
    slots INTEGER, booked INTEGER, attended INTEGER, not_attended INTEGER, referrals INTEGER,
    waiting INTEGER, is_provisional INTEGER NOT NULL, source TEXT, batch_id INTEGER,
    CONSTRAINT pk_service_month PRIMARY KEY (id),
    CONSTRAINT uq_service_month_service_id_month UNIQUE (service_id, month),
    CONSTRAINT ck_service_month_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_service_month_seen CHECK (slots >= 0 AND booked >= 0 AND attended >= 0),
    CONSTRAINT ck_service_month_counts CHECK (not_attended >= 0 AND referrals >= 0 AND waiting
        >= 0),
    CONSTRAINT fk_service_month_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON
        DELETE CASCADE,
    CONSTRAINT fk_service_month_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON
        DELETE SET NULL
) STRICT;
CREATE INDEX ix_service_month_batch_id ON service_month (batch_id);
CREATE INDEX ix_service_month_month ON service_month (month);
CREATE INDEX ix_service_month_service_id ON service_month (service_id);

CREATE TABLE service_partner (
    id INTEGER NOT NULL, service_id INTEGER NOT NULL, partner_id INTEGER NOT NULL,
    CONSTRAINT pk_service_partner PRIMARY KEY (id),
    CONSTRAINT uq_service_partner_service_id_partner_id UNIQUE (service_id, partner_id),
    CONSTRAINT fk_service_partner_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON
        DELETE CASCADE,
    CONSTRAINT fk_service_partner_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON
        DELETE CASCADE
) STRICT;
CREATE INDEX ix_service_partner_partner_id ON service_partner (partner_id);
CREATE INDEX ix_service_partner_service_id ON service_partner (service_id);

CREATE TABLE service_site (
    id INTEGER NOT NULL, service_id INTEGER NOT NULL, site_id INTEGER NOT NULL,
    CONSTRAINT pk_service_site PRIMARY KEY (id),
    CONSTRAINT uq_service_site_service_id_site_id UNIQUE (service_id, site_id),
    CONSTRAINT fk_service_site_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON
        DELETE CASCADE,
    CONSTRAINT fk_service_site_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE
        CASCADE
) STRICT;
CREATE INDEX ix_service_site_service_id ON service_site (service_id);
CREATE INDEX ix_service_site_site_id ON service_site (site_id);

CREATE TABLE deployment (
    id INTEGER NOT NULL, assignment_id INTEGER NOT NULL, practice_id INTEGER,
    service_id INTEGER, share INTEGER NOT NULL,
    CONSTRAINT pk_deployment PRIMARY KEY (id),
    CONSTRAINT uq_deployment_assignment_id_practice_id_service_id UNIQUE (assignment_id,
        practice_id, service_id),
    CONSTRAINT ck_deployment_share CHECK (share BETWEEN 1 AND 10000),
    CONSTRAINT ck_deployment_somewhere CHECK (practice_id IS NOT NULL OR service_id IS NOT
        NULL),
    CONSTRAINT fk_deployment_assignment_id FOREIGN KEY(assignment_id) REFERENCES assignment (id)
        ON DELETE CASCADE,
    CONSTRAINT fk_deployment_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON
        DELETE CASCADE,
    CONSTRAINT fk_deployment_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON
        DELETE CASCADE
) STRICT;
CREATE INDEX ix_deployment_assignment_id ON deployment (assignment_id);
CREATE INDEX ix_deployment_practice_id ON deployment (practice_id);
CREATE INDEX ix_deployment_service_id ON deployment (service_id);
