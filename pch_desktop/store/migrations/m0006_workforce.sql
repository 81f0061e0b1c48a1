CREATE TABLE competency (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    months_valid INTEGER,
    note TEXT,
    source TEXT,
    CONSTRAINT pk_competency PRIMARY KEY (id),
    CONSTRAINT ck_competency_kind CHECK (kind IN ('clinical', 'mandatory', 'digital', 'leadership')),
    CONSTRAINT ck_competency_months_valid CHECK (months_valid BETWEEN 1 AND 600),
    CONSTRAINT uq_competency_code UNIQUE (code),
    CONSTRAINT uq_competency_name UNIQUE (name)
)
 STRICT;

CREATE TABLE demand_scenario (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    weeks_worked INTEGER NOT NULL,
    working_days INTEGER NOT NULL,
    note TEXT,
    source TEXT,
    CONSTRAINT pk_demand_scenario PRIMARY KEY (id),
    CONSTRAINT ck_demand_scenario_weeks_worked CHECK (weeks_worked BETWEEN 10000 AND 520000),
    CONSTRAINT uq_demand_scenario_name UNIQUE (name)
)
 STRICT;

CREATE TABLE pay_point (
    id INTEGER NOT NULL,
    scale TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_pay_point PRIMARY KEY (id),
    CONSTRAINT uq_pay_point_name UNIQUE (name)
)
 STRICT;

CREATE TABLE competency_role (
    id INTEGER NOT NULL,
    competency_id INTEGER NOT NULL,
    role_id INTEGER NOT NULL,
    CONSTRAINT pk_competency_role PRIMARY KEY (id),
    CONSTRAINT uq_competency_role_competency_id_role_id UNIQUE (competency_id, role_id),
    CONSTRAINT fk_competency_role_competency_id FOREIGN KEY(competency_id) REFERENCES competency (id) ON DELETE CASCADE,
    CONSTRAINT fk_competency_role_role_id FOREIGN KEY(role_id) REFERENCES role (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_competency_role_competency_id ON competency_role (competency_id);

CREATE INDEX ix_competency_role_role_id ON competency_role (role_id);

CREATE TABLE course (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    provider TEXT,
    provider_kind TEXT,
    funding TEXT,
    starts_on TEXT,
    ends_on TEXT,
    cost_pence INTEGER,
    minutes INTEGER,
    competency_id INTEGER,
    level INTEGER,
    CONSTRAINT pk_course PRIMARY KEY (id),
    CONSTRAINT ck_course_provider_kind CHECK (provider_kind IN ('training hub', 'university', 'trust', 'in-house', 'other')),
    CONSTRAINT ck_course_funding CHECK (funding IN ('CPD money of the employer', 'Health Education England', 'the locality', 'their own')),
    CONSTRAINT ck_course_starts_on CHECK (starts_on IS date(starts_on)),
    CONSTRAINT ck_course_ends_on CHECK (ends_on IS date(ends_on)),
    CONSTRAINT ck_course_dates CHECK (ends_on >= starts_on),
    CONSTRAINT ck_course_cost_pence CHECK (cost_pence >= 0),
    CONSTRAINT ck_course_minutes CHECK (minutes BETWEEN 1 AND 600000),
    CONSTRAINT ck_course_level CHECK (level BETWEEN 1 AND 4),
    CONSTRAINT fk_course_competency_id FOREIGN KEY(competency_id) REFERENCES competency (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_course_competency_id ON course (competency_id);

CREATE TABLE demand_segment (
    id INTEGER NOT NULL,
    scenario_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    people INTEGER,
    contacts_per_thousand INTEGER,
    minutes INTEGER,
    source TEXT,
    CONSTRAINT pk_demand_segment PRIMARY KEY (id),
    CONSTRAINT uq_demand_segment_scenario_id_name UNIQUE (scenario_id, name),
    CONSTRAINT ck_demand_segment_people CHECK (people >= 0),
    CONSTRAINT ck_demand_segment_contacts CHECK (contacts_per_thousand >= 0),
    CONSTRAINT ck_demand_segment_minutes CHECK (minutes >= 0),
    CONSTRAINT fk_demand_segment_scenario_id FOREIGN KEY(scenario_id) REFERENCES demand_scenario (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_demand_segment_scenario_id ON demand_segment (scenario_id);

CREATE TABLE demand_staff (
    id INTEGER NOT NULL,
    scenario_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    patient_facing_share INTEGER,
    weeks_worked INTEGER,
    planned_wte INTEGER NOT NULL,
    pay_point_id INTEGER,
    source TEXT,
    CONSTRAINT pk_demand_staff PRIMARY KEY (id),
    CONSTRAINT uq_demand_staff_scenario_id_name UNIQUE (scenario_id, name),
    CONSTRAINT ck_demand_staff_patient_facing_share CHECK (patient_facing_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_demand_staff_weeks_worked CHECK (weeks_worked BETWEEN 10000 AND 520000),
    CONSTRAINT ck_demand_staff_planned_wte CHECK (planned_wte BETWEEN -9999999 AND 9999999),
    CONSTRAINT fk_demand_staff_scenario_id FOREIGN KEY(scenario_id) REFERENCES demand_scenario (id) ON DELETE CASCADE,
    CONSTRAINT fk_demand_staff_pay_point_id FOREIGN KEY(pay_point_id) REFERENCES pay_point (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_demand_staff_pay_point_id ON demand_staff (pay_point_id);

CREATE INDEX ix_demand_staff_scenario_id ON demand_staff (scenario_id);

CREATE TABLE pay_rate (
    id INTEGER NOT NULL,
    pay_point_id INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    annual_pence INTEGER NOT NULL,
    source TEXT,
    CONSTRAINT pk_pay_rate PRIMARY KEY (id),
    CONSTRAINT uq_pay_rate_pay_point_id_valid_from UNIQUE (pay_point_id, valid_from),
    CONSTRAINT ck_pay_rate_valid_from CHECK (valid_from IS date(valid_from)),
    CONSTRAINT ck_pay_rate_valid_to CHECK (valid_to IS date(valid_to)),
    CONSTRAINT ck_pay_rate_annual_pence CHECK (annual_pence > 0),
    CONSTRAINT ck_pay_rate_dates CHECK (valid_to >= valid_from),
    CONSTRAINT fk_pay_rate_pay_point_id FOREIGN KEY(pay_point_id) REFERENCES pay_point (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_pay_rate_pay_point_id ON pay_rate (pay_point_id);

CREATE TABLE person_competency (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    competency_id INTEGER NOT NULL,
    level INTEGER NOT NULL,
    assessed_on TEXT,
    expires_on TEXT,
    CONSTRAINT pk_person_competency PRIMARY KEY (id),
    CONSTRAINT uq_person_competency_person_id_competency_id UNIQUE (person_id, competency_id),
    CONSTRAINT ck_person_competency_assessed_on CHECK (assessed_on IS date(assessed_on)),
    CONSTRAINT ck_person_competency_expires_on CHECK (expires_on IS date(expires_on)),
    CONSTRAINT ck_person_competency_level CHECK (level BETWEEN 0 AND 4),
    CONSTRAINT ck_person_competency_dates CHECK (expires_on >= assessed_on),
    CONSTRAINT fk_person_competency_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_person_competency_competency_id FOREIGN KEY(competency_id) REFERENCES competency (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_person_competency_competency_id ON person_competency (competency_id);

CREATE INDEX ix_person_competency_person_id ON person_competency (person_id);

CREATE TABLE placement (
    id INTEGER NOT NULL,
    learner_kind TEXT NOT NULL,
    learners INTEGER NOT NULL,
    institution TEXT,
    practice_id INTEGER,
    starts_on TEXT NOT NULL,
    weeks INTEGER NOT NULL,
    supervisor_id INTEGER,
    note TEXT,
    CONSTRAINT pk_placement PRIMARY KEY (id),
    CONSTRAINT ck_placement_learner_kind CHECK (learner_kind IN ('medical student', 'GP in training', 'nursing student', 'pharmacy trainee', 'paramedic student', 'allied health student', 'physician associate student', 'apprentice', 'other')),
    CONSTRAINT ck_placement_starts_on CHECK (starts_on IS date(starts_on)),
    CONSTRAINT ck_placement_learners CHECK (learners BETWEEN 1 AND 999),
    CONSTRAINT ck_placement_weeks CHECK (weeks BETWEEN 1 AND 260),
    CONSTRAINT fk_placement_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE SET NULL,
    CONSTRAINT fk_placement_supervisor_id FOREIGN KEY(supervisor_id) REFERENCES person (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_placement_practice_id ON placement (practice_id);

CREATE INDEX ix_placement_supervisor_id ON placement (supervisor_id);

CREATE TABLE practice_staff (
    id INTEGER NOT NULL,
    practice_code TEXT NOT NULL,
    counted_on TEXT NOT NULL,
    staff_group TEXT NOT NULL,
    role TEXT NOT NULL,
    wte INTEGER,
    heads INTEGER,
    patients INTEGER,
    source TEXT,
    batch_id INTEGER,
    CONSTRAINT pk_practice_staff PRIMARY KEY (id),
    CONSTRAINT uq_practice_staff_practice_code_counted_on_staff_group_role UNIQUE (practice_code, counted_on, staff_group, role),
    CONSTRAINT ck_practice_staff_counted_on CHECK (counted_on IS date(counted_on)),
    CONSTRAINT ck_practice_staff_counts CHECK (wte >= 0 AND heads >= 0 AND patients >= 0),
    CONSTRAINT fk_practice_staff_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_practice_staff_batch_id ON practice_staff (batch_id);

CREATE INDEX ix_practice_staff_practice_code ON practice_staff (practice_code);

CREATE TABLE role_aim (
    id INTEGER NOT NULL,
    role_id INTEGER NOT NULL,
    measure TEXT NOT NULL,
    contribution TEXT,
    source TEXT,
    CONSTRAINT pk_role_aim PRIMARY KEY (id),
    CONSTRAINT uq_role_aim_role_id_measure UNIQUE (role_id, measure),
    CONSTRAINT fk_role_aim_role_id FOREIGN KEY(role_id) REFERENCES role (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_role_aim_role_id ON role_aim (role_id);

CREATE TABLE supervision (
    id INTEGER NOT NULL,
    supervisor_id INTEGER NOT NULL,
    supervisee_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    every_weeks INTEGER NOT NULL,
    last_on TEXT,
    next_due_on TEXT,
    CONSTRAINT pk_supervision PRIMARY KEY (id),
    CONSTRAINT uq_supervision_supervisor_id_supervisee_id_kind UNIQUE (supervisor_id, supervisee_id, kind),
    CONSTRAINT ck_supervision_kind CHECK (kind IN ('clinical', 'educational', 'line')),
    CONSTRAINT ck_supervision_last_on CHECK (last_on IS date(last_on)),
    CONSTRAINT ck_supervision_next_due_on CHECK (next_due_on IS date(next_due_on)),
    CONSTRAINT ck_supervision_every_weeks CHECK (every_weeks BETWEEN 1 AND 104),
    CONSTRAINT ck_supervision_two_people CHECK (supervisor_id != supervisee_id),
    CONSTRAINT fk_supervision_supervisor_id FOREIGN KEY(supervisor_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_supervision_supervisee_id FOREIGN KEY(supervisee_id) REFERENCES person (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_supervision_supervisee_id ON supervision (supervisee_id);

CREATE INDEX ix_supervision_supervisor_id ON supervision (supervisor_id);

CREATE TABLE team (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    practice_id INTEGER,
    segment TEXT,
    lead_id INTEGER,
    purpose TEXT,
    CONSTRAINT pk_team PRIMARY KEY (id),
    CONSTRAINT uq_team_name UNIQUE (name),
    CONSTRAINT fk_team_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE SET NULL,
    CONSTRAINT fk_team_lead_id FOREIGN KEY(lead_id) REFERENCES person (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_team_lead_id ON team (lead_id);

CREATE INDEX ix_team_practice_id ON team (practice_id);

CREATE TABLE absence_month (
    id INTEGER NOT NULL,
    month TEXT NOT NULL,
    staff_group TEXT NOT NULL,
    practice_id INTEGER,
    employer_id INTEGER,
    days_available INTEGER,
    days_lost INTEGER,
    source TEXT,
    CONSTRAINT pk_absence_month PRIMARY KEY (id),
    CONSTRAINT uq_absence_month_month_staff_group_practice_id_employer_id UNIQUE (month, staff_group, practice_id, employer_id),
    CONSTRAINT ck_absence_month_staff_group CHECK (staff_group IN ('GP', 'medical', 'nurse', 'direct patient care', 'social care', 'voluntary', 'partner public service', 'admin and non-clinical')),
    CONSTRAINT ck_absence_month_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_absence_month_days CHECK (days_lost >= 0 AND days_available >= days_lost),
    CONSTRAINT fk_absence_month_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE CASCADE,
    CONSTRAINT fk_absence_month_employer_id FOREIGN KEY(employer_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_absence_month_employer_id ON absence_month (employer_id);

CREATE INDEX ix_absence_month_month ON absence_month (month);

CREATE INDEX ix_absence_month_practice_id ON absence_month (practice_id);

CREATE TABLE course_place (
    id INTEGER NOT NULL,
    course_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    CONSTRAINT pk_course_place PRIMARY KEY (id),
    CONSTRAINT uq_course_place_course_id_person_id UNIQUE (course_id, person_id),
    CONSTRAINT ck_course_place_status CHECK (status IN ('booked', 'attended', 'did not attend')),
    CONSTRAINT fk_course_place_course_id FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE CASCADE,
    CONSTRAINT fk_course_place_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_course_place_course_id ON course_place (course_id);

CREATE INDEX ix_course_place_person_id ON course_place (person_id);

CREATE TABLE demand_mix (
    id INTEGER NOT NULL,
    segment_id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    share INTEGER NOT NULL,
    minutes INTEGER,
    CONSTRAINT pk_demand_mix PRIMARY KEY (id),
    CONSTRAINT uq_demand_mix_segment_id_staff_id UNIQUE (segment_id, staff_id),
    CONSTRAINT ck_demand_mix_share CHECK (share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_demand_mix_minutes CHECK (minutes >= 0),
    CONSTRAINT fk_demand_mix_segment_id FOREIGN KEY(segment_id) REFERENCES demand_segment (id) ON DELETE CASCADE,
    CONSTRAINT fk_demand_mix_staff_id FOREIGN KEY(staff_id) REFERENCES demand_staff (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_demand_mix_segment_id ON demand_mix (segment_id);

CREATE INDEX ix_demand_mix_staff_id ON demand_mix (staff_id);

CREATE TABLE demand_shift (
    id INTEGER NOT NULL,
    scenario_id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    divertible_share INTEGER NOT NULL,
    achieved_share INTEGER NOT NULL,
    minutes INTEGER,
    source TEXT,
    CONSTRAINT pk_demand_shift PRIMARY KEY (id),
    CONSTRAINT uq_demand_shift_scenario_id_staff_id UNIQUE (scenario_id, staff_id),
    CONSTRAINT ck_demand_shift_divertible_share CHECK (divertible_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_demand_shift_achieved_share CHECK (achieved_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_demand_shift_minutes CHECK (minutes >= 0),
    CONSTRAINT fk_demand_shift_scenario_id FOREIGN KEY(scenario_id) REFERENCES demand_scenario (id) ON DELETE CASCADE,
    CONSTRAINT fk_demand_shift_staff_id FOREIGN KEY(staff_id) REFERENCES demand_staff (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_demand_shift_scenario_id ON demand_shift (scenario_id);

CREATE INDEX ix_demand_shift_staff_id ON demand_shift (staff_id);

CREATE TABLE demand_staff_role (
    id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    role_id INTEGER NOT NULL,
    CONSTRAINT pk_demand_staff_role PRIMARY KEY (id),
    CONSTRAINT uq_demand_staff_role_staff_id_role_id UNIQUE (staff_id, role_id),
    CONSTRAINT fk_demand_staff_role_staff_id FOREIGN KEY(staff_id) REFERENCES demand_staff (id) ON DELETE CASCADE,
    CONSTRAINT fk_demand_staff_role_role_id FOREIGN KEY(role_id) REFERENCES role (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_demand_staff_role_role_id ON demand_staff_role (role_id);

CREATE INDEX ix_demand_staff_role_staff_id ON demand_staff_role (staff_id);

CREATE TABLE on_cost_rate (
    id INTEGER NOT NULL,
    scheme TEXT NOT NULL,
    employer_id INTEGER,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    pension_share INTEGER NOT NULL,
    levy_share INTEGER NOT NULL,
    source TEXT,
    CONSTRAINT pk_on_cost_rate PRIMARY KEY (id),
    CONSTRAINT uq_on_cost_rate_scheme_employer_id_valid_from UNIQUE (scheme, employer_id, valid_from),
    CONSTRAINT ck_on_cost_rate_scheme CHECK (scheme IN ('NHS', 'local government', 'automatic enrolment', 'none')),
    CONSTRAINT ck_on_cost_rate_valid_from CHECK (valid_from IS date(valid_from)),
    CONSTRAINT ck_on_cost_rate_valid_to CHECK (valid_to IS date(valid_to)),
    CONSTRAINT ck_on_cost_rate_pension_share CHECK (pension_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_on_cost_rate_levy_share CHECK (levy_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_on_cost_rate_dates CHECK (valid_to >= valid_from),
    CONSTRAINT fk_on_cost_rate_employer_id FOREIGN KEY(employer_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_on_cost_rate_employer_id ON on_cost_rate (employer_id);

CREATE TABLE team_member (
    id INTEGER NOT NULL,
    team_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    part TEXT,
    starts_on TEXT,
    ends_on TEXT,
    CONSTRAINT pk_team_member PRIMARY KEY (id),
    CONSTRAINT uq_team_member_team_id_person_id UNIQUE (team_id, person_id),
    CONSTRAINT ck_team_member_starts_on CHECK (starts_on IS date(starts_on)),
    CONSTRAINT ck_team_member_ends_on CHECK (ends_on IS date(ends_on)),
    CONSTRAINT ck_team_member_dates CHECK (ends_on >= starts_on),
    CONSTRAINT fk_team_member_team_id FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE,
    CONSTRAINT fk_team_member_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_team_member_person_id ON team_member (person_id);

CREATE INDEX ix_team_member_team_id ON team_member (team_id);

CREATE TABLE demand_shift_to (
    id INTEGER NOT NULL,
    shift_id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    share INTEGER NOT NULL,
    minutes INTEGER,
    CONSTRAINT pk_demand_shift_to PRIMARY KEY (id),
    CONSTRAINT uq_demand_shift_to_shift_id_staff_id UNIQUE (shift_id, staff_id),
    CONSTRAINT ck_demand_shift_to_share CHECK (share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_demand_shift_to_minutes CHECK (minutes >= 0),
    CONSTRAINT fk_demand_shift_to_shift_id FOREIGN KEY(shift_id) REFERENCES demand_shift (id) ON DELETE CASCADE,
    CONSTRAINT fk_demand_shift_to_staff_id FOREIGN KEY(staff_id) REFERENCES demand_staff (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_demand_shift_to_shift_id ON demand_shift_to (shift_id);

CREATE INDEX ix_demand_shift_to_staff_id ON demand_shift_to (staff_id);

CREATE TABLE recruitment (
    id INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    vacant_from TEXT NOT NULL,
    advertised_on TEXT,
    closes_on TEXT,
    interviews_on TEXT,
    offered_on TEXT,
    starts_on TEXT,
    readvertised INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    mitigation TEXT,
    CONSTRAINT pk_recruitment PRIMARY KEY (id),
    CONSTRAINT ck_recruitment_outcome CHECK (outcome IN ('open', 'filled', 'withdrawn')),
    CONSTRAINT ck_recruitment_vacant_from CHECK (vacant_from IS date(vacant_from)),
    CONSTRAINT ck_recruitment_advertised_on CHECK (advertised_on IS date(advertised_on)),
    CONSTRAINT ck_recruitment_closes_on CHECK (closes_on IS date(closes_on)),
    CONSTRAINT ck_recruitment_interviews_on CHECK (interviews_on IS date(interviews_on)),
    CONSTRAINT ck_recruitment_offered_on CHECK (offered_on IS date(offered_on)),
    CONSTRAINT ck_recruitment_starts_on CHECK (starts_on IS date(starts_on)),
    CONSTRAINT ck_recruitment_readvertised CHECK (readvertised BETWEEN 0 AND 99),
    CONSTRAINT ck_recruitment_filled CHECK (outcome != 'filled' OR starts_on IS NOT NULL),
    CONSTRAINT fk_recruitment_post_id FOREIGN KEY(post_id) REFERENCES post (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_recruitment_post_id ON recruitment (post_id);

CREATE TABLE service_requirement (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    competency_id INTEGER NOT NULL,
    least_level INTEGER NOT NULL,
    least_people INTEGER NOT NULL,
    CONSTRAINT pk_service_requirement PRIMARY KEY (id),
    CONSTRAINT uq_service_requirement_service_id_competency_id UNIQUE (service_id, competency_id),
    CONSTRAINT ck_service_requirement_least_level CHECK (least_level BETWEEN 1 AND 4),
    CONSTRAINT ck_service_requirement_least_people CHECK (least_people BETWEEN 1 AND 999),
    CONSTRAINT fk_service_requirement_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE,
    CONSTRAINT fk_service_requirement_competency_id FOREIGN KEY(competency_id) REFERENCES competency (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_service_requirement_competency_id ON service_requirement (competency_id);

CREATE INDEX ix_service_requirement_service_id ON service_requirement (service_id);

CREATE TABLE new_role (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    staff_group TEXT NOT NULL,
    sector TEXT NOT NULL,
    pay_basis TEXT,
    is_additional_role INTEGER NOT NULL,
    standing TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    source TEXT,
    CONSTRAINT pk_role PRIMARY KEY (id),
    CONSTRAINT ck_role_staff_group CHECK (staff_group IN ('GP', 'medical', 'nurse', 'direct patient care', 'social care', 'voluntary', 'partner public service', 'admin and non-clinical')),
    CONSTRAINT ck_role_sector CHECK (sector IN ('primary care', 'community', 'secondary care', 'mental health', 'social care', 'voluntary', 'public and other')),
    CONSTRAINT ck_role_standing CHECK (standing IN ('as usual', 'in training', 'locum or retainer')),
    CONSTRAINT ck_role_valid_from CHECK (valid_from IS date(valid_from)),
    CONSTRAINT ck_role_valid_to CHECK (valid_to IS date(valid_to)),
    CONSTRAINT uq_role_code UNIQUE (code),
    CONSTRAINT uq_role_name UNIQUE (name)
)
 STRICT;

INSERT INTO new_role (id, code, name, staff_group, sector, pay_basis, is_additional_role, valid_from, valid_to, source, standing)
SELECT id, code, name, staff_group, sector, pay_basis, is_additional_role, valid_from, valid_to, source, CASE code WHEN 'GP-T' THEN 'in training' WHEN 'GP-L' THEN 'locum or retainer' ELSE 'as usual' END FROM role;

DROP TABLE role;

ALTER TABLE new_role RENAME TO role;

CREATE TABLE new_person (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    staff_code TEXT,
    birth_year INTEGER,
    professional_body TEXT NOT NULL,
    registration_expires_on TEXT,
    work_email TEXT,
    anonymised_on TEXT,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT ck_person_professional_body CHECK (professional_body IN ('none', 'GMC', 'NMC', 'GPhC', 'HCPC', 'SWE')),
    CONSTRAINT ck_person_registration_expires_on CHECK (registration_expires_on IS date(registration_expires_on)),
    CONSTRAINT ck_person_anonymised_on CHECK (anonymised_on IS date(anonymised_on)),
    CONSTRAINT ck_person_birth_year CHECK (birth_year BETWEEN 1900 AND 2100),
    CONSTRAINT uq_person_staff_code UNIQUE (staff_code)
)
 STRICT;

INSERT INTO new_person (id, name, staff_code, birth_year, professional_body, registration_expires_on, work_email)
SELECT id, name, staff_code, birth_year, professional_body, registration_expires_on, work_email FROM person;

DROP TABLE person;

ALTER TABLE new_person RENAME TO person;

CREATE TABLE new_post (
    id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    role_id INTEGER NOT NULL,
    title TEXT,
    employer_id INTEGER,
    practice_id INTEGER,
    budget_line_id INTEGER,
    site_id INTEGER,
    pay_point_id INTEGER,
    funding_stream TEXT NOT NULL,
    is_recruitable INTEGER NOT NULL,
    funded_wte INTEGER NOT NULL,
    funded_from TEXT,
    funded_to TEXT,
    band TEXT,
    annual_cost_pence INTEGER,
    status TEXT NOT NULL,
    note TEXT,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT ck_post_status CHECK (status IN ('proposed', 'active', 'frozen', 'disestablished')),
    CONSTRAINT ck_post_funding_stream CHECK (funding_stream IN ('core practice', 'additional roles', 'PCH transformation', 'community contract', 'acute contract', 'council', 'voluntary sector grant', 'other')),
    CONSTRAINT ck_post_funded_from CHECK (funded_from IS date(funded_from)),
    CONSTRAINT ck_post_funded_to CHECK (funded_to IS date(funded_to)),
    CONSTRAINT ck_post_funded_wte CHECK (funded_wte BETWEEN 1 AND 20000),
    CONSTRAINT ck_post_annual_cost CHECK (annual_cost_pence >= 0),
    CONSTRAINT uq_post_reference UNIQUE (reference),
    CONSTRAINT fk_post_role_id FOREIGN KEY(role_id) REFERENCES role (id),
    CONSTRAINT fk_post_employer_id FOREIGN KEY(employer_id) REFERENCES partner (id),
    CONSTRAINT fk_post_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE SET NULL,
    CONSTRAINT fk_post_budget_line_id FOREIGN KEY(budget_line_id) REFERENCES budget_line (id) ON DELETE SET NULL,
    CONSTRAINT fk_post_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE SET NULL,
    CONSTRAINT fk_post_pay_point_id FOREIGN KEY(pay_point_id) REFERENCES pay_point (id) ON DELETE SET NULL
)
 STRICT;

INSERT INTO new_post (id, reference, role_id, title, employer_id, practice_id, budget_line_id, funding_stream, funded_wte, funded_from, funded_to, band, annual_cost_pence, status, note, is_recruitable)
SELECT id, reference, role_id, title, employer_id, practice_id, budget_line_id, funding_stream, funded_wte, funded_from, funded_to, band, annual_cost_pence, status, note, 1 FROM post;

DROP TABLE post;

ALTER TABLE new_post RENAME TO post;

CREATE INDEX ix_post_budget_line_id ON post (budget_line_id);

CREATE INDEX ix_post_employer_id ON post (employer_id);

CREATE INDEX ix_post_pay_point_id ON post (pay_point_id);

CREATE INDEX ix_post_practice_id ON post (practice_id);

CREATE INDEX ix_post_role_id ON post (role_id);

CREATE INDEX ix_post_site_id ON post (site_id);

CREATE TABLE new_assignment (
    id INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    contract_kind TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    weekly_minutes INTEGER NOT NULL,
    wte_override INTEGER,
    wte_reason TEXT,
    leaving_reason TEXT,
    destination TEXT,
    other_employer_id INTEGER,
    pay_point_id INTEGER,
    full_time_pay_pence INTEGER,
    pension_scheme TEXT,
    CONSTRAINT pk_assignment PRIMARY KEY (id),
    CONSTRAINT ck_assignment_contract_kind CHECK (contract_kind IN ('permanent', 'fixed term', 'partner', 'apprentice', 'secondment in', 'secondment out', 'bank', 'agency', 'locum', 'honorary', 'contractor', 'zero hours', 'volunteer')),
    CONSTRAINT ck_assignment_leaving_reason CHECK (leaving_reason IN ('retirement', 'resignation', 'end of fixed term', 'dismissal', 'redundancy', 'death in service', 'transfer within the locality', 'transfer of undertaking', 'end of training rotation', 'other')),
    CONSTRAINT ck_assignment_pension_scheme CHECK (pension_scheme IN ('NHS', 'local government', 'automatic enrolment', 'none')),
    CONSTRAINT ck_assignment_starts_on CHECK (starts_on IS date(starts_on)),
    CONSTRAINT ck_assignment_ends_on CHECK (ends_on IS date(ends_on)),
    CONSTRAINT ck_assignment_dates CHECK (ends_on >= starts_on),
    CONSTRAINT ck_assignment_weekly_minutes CHECK (weekly_minutes BETWEEN 0 AND 6000),
    CONSTRAINT ck_assignment_wte_override CHECK (wte_override BETWEEN 0 AND 20000),
    CONSTRAINT ck_assignment_wte_reason CHECK (wte_override IS NULL OR wte_reason IS NOT NULL),
    CONSTRAINT ck_assignment_full_time_pay CHECK (full_time_pay_pence >= 0),
    CONSTRAINT fk_assignment_post_id FOREIGN KEY(post_id) REFERENCES post (id) ON DELETE CASCADE,
    CONSTRAINT fk_assignment_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_assignment_other_employer_id FOREIGN KEY(other_employer_id) REFERENCES partner (id) ON DELETE SET NULL,
    CONSTRAINT fk_assignment_pay_point_id FOREIGN KEY(pay_point_id) REFERENCES pay_point (id) ON DELETE SET NULL
)
 STRICT;

INSERT INTO new_assignment (id, post_id, person_id, contract_kind, starts_on, ends_on, weekly_minutes, wte_override, wte_reason, leaving_reason, destination)
SELECT id, post_id, person_id, contract_kind, starts_on, ends_on, weekly_minutes, wte_override, wte_reason, leaving_reason, destination FROM assignment;

DROP TABLE assignment;

ALTER TABLE new_assignment RENAME TO assignment;

CREATE INDEX ix_assignment_other_employer_id ON assignment (other_employer_id);

CREATE INDEX ix_assignment_pay_point_id ON assignment (pay_point_id);

CREATE INDEX ix_assignment_person_id ON assignment (person_id);

CREATE INDEX ix_assignment_post_id ON assignment (post_id);

CREATE TABLE new_deployment (
    id INTEGER NOT NULL,
    assignment_id INTEGER NOT NULL,
    practice_id INTEGER,
    site_id INTEGER,
    service_id INTEGER,
    share INTEGER NOT NULL,
    CONSTRAINT pk_deployment PRIMARY KEY (id),
    CONSTRAINT uq_deployment_assignment_id_practice_id_site_id_service_id UNIQUE (assignment_id, practice_id, site_id, service_id),
    CONSTRAINT ck_deployment_share CHECK (share BETWEEN 1 AND 10000),
    CONSTRAINT ck_deployment_somewhere CHECK (practice_id IS NOT NULL OR site_id IS NOT NULL OR service_id IS NOT NULL),
    CONSTRAINT fk_deployment_assignment_id FOREIGN KEY(assignment_id) REFERENCES assignment (id) ON DELETE CASCADE,
    CONSTRAINT fk_deployment_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE CASCADE,
    CONSTRAINT fk_deployment_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE CASCADE,
    CONSTRAINT fk_deployment_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

INSERT INTO new_deployment (id, assignment_id, practice_id, service_id, share)
SELECT id, assignment_id, practice_id, service_id, share FROM deployment;

DROP TABLE deployment;

ALTER TABLE new_deployment RENAME TO deployment;

CREATE INDEX ix_deployment_assignment_id ON deployment (assignment_id);

CREATE INDEX ix_deployment_practice_id ON deployment (practice_id);

CREATE INDEX ix_deployment_service_id ON deployment (service_id);

CREATE INDEX ix_deployment_site_id ON deployment (site_id);
