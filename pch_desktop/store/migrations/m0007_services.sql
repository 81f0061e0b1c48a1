CREATE TABLE booking_series (
    id INTEGER NOT NULL,
    repeat TEXT NOT NULL,
    until_on TEXT NOT NULL,
    CONSTRAINT pk_booking_series PRIMARY KEY (id),
    CONSTRAINT ck_booking_series_repeat CHECK (repeat IN ('weekly', 'every two weeks', 'every four weeks', 'monthly, the same weekday', 'every working day')),
    CONSTRAINT ck_booking_series_until_on CHECK (until_on IS date(until_on))
)
 STRICT;

CREATE TABLE forum (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    chair TEXT,
    rule TEXT,
    threshold_share INTEGER,
    quorum INTEGER,
    frequency TEXT,
    reports_to_id INTEGER,
    purpose TEXT,
    source TEXT,
    CONSTRAINT pk_forum PRIMARY KEY (id),
    CONSTRAINT ck_forum_kind CHECK (kind IN ('board', 'steering group', 'clinical board', 'finance group', 'integrated executive board', 'patient group', 'health and wellbeing board', 'other')),
    CONSTRAINT ck_forum_rule CHECK (rule IN ('unanimous', 'consensus, one objection refers', 'simple majority', 'weighted by list size', 'qualified majority', 'reserved to the commissioner')),
    CONSTRAINT ck_forum_threshold_share CHECK (threshold_share BETWEEN 0 AND 1000000),
    CONSTRAINT ck_forum_quorum CHECK (quorum BETWEEN 0 AND 999),
    CONSTRAINT uq_forum_name UNIQUE (name),
    CONSTRAINT fk_forum_reports_to_id FOREIGN KEY(reports_to_id) REFERENCES forum (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_forum_reports_to_id ON forum (reports_to_id);

CREATE TABLE it_system (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    supplier TEXT,
    note TEXT,
    source TEXT,
    CONSTRAINT pk_it_system PRIMARY KEY (id),
    CONSTRAINT ck_it_system_kind CHECK (kind IN ('shared record', 'telephony', 'remote monitoring', 'appointments', 'prescribing', 'messaging', 'other')),
    CONSTRAINT uq_it_system_name UNIQUE (name)
)
 STRICT;

CREATE TABLE maturity (
    id INTEGER NOT NULL,
    domain TEXT NOT NULL,
    scored_on TEXT NOT NULL,
    score INTEGER NOT NULL,
    evidence TEXT,
    CONSTRAINT pk_maturity PRIMARY KEY (id),
    CONSTRAINT uq_maturity_domain_scored_on UNIQUE (domain, scored_on),
    CONSTRAINT ck_maturity_domain CHECK (domain IN ('leadership, planning and partnerships', 'use of figures and population health', 'integrating care', 'managing resources', 'working with people and communities')),
    CONSTRAINT ck_maturity_scored_on CHECK (scored_on IS date(scored_on)),
    CONSTRAINT ck_maturity_score CHECK (score BETWEEN 0 AND 3)
)
 STRICT;

CREATE TABLE appointment_count (
    id INTEGER NOT NULL,
    place_code TEXT NOT NULL,
    place_name TEXT NOT NULL,
    month TEXT NOT NULL,
    status TEXT NOT NULL,
    staff TEXT NOT NULL,
    mode TEXT NOT NULL,
    lead_time TEXT NOT NULL,
    appointments INTEGER NOT NULL,
    source TEXT,
    batch_id INTEGER,
    CONSTRAINT pk_appointment_count PRIMARY KEY (id),
    CONSTRAINT uq_appointment_count_place_code_month_status_staff_mode_lead_time UNIQUE (place_code, month, status, staff, mode, lead_time),
    CONSTRAINT ck_appointment_count_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_appointment_count_appointments CHECK (appointments >= 0),
    CONSTRAINT fk_appointment_count_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_appointment_count_batch_id ON appointment_count (batch_id);

CREATE INDEX ix_appointment_count_place_code ON appointment_count (place_code);

CREATE TABLE forum_need (
    id INTEGER NOT NULL,
    forum_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    CONSTRAINT pk_forum_need PRIMARY KEY (id),
    CONSTRAINT uq_forum_need_forum_id_kind UNIQUE (forum_id, kind),
    CONSTRAINT ck_forum_need_kind CHECK (kind IN ('GP practice', 'GP federation', 'merged partnership', 'community interest company', 'commissioner', 'NHS England', 'acute trust', 'community trust', 'mental health trust', 'integrated trust', 'ambulance trust', 'out-of-hours provider', 'community pharmacy', 'optometry or dental', 'local medical committee', 'council', 'district or town council', 'health and wellbeing board', 'Healthwatch', 'patient group', 'hospice', 'charity or voluntary organisation', 'care home or home care', 'fire service', 'police', 'CEPN or training hub', 'university', 'MP, faith or civic leader', 'independent provider', 'housing', 'informatics project', 'consortium or programme')),
    CONSTRAINT fk_forum_need_forum_id FOREIGN KEY(forum_id) REFERENCES forum (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_forum_need_forum_id ON forum_need (forum_id);

CREATE TABLE ods_organisation (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    sort TEXT NOT NULL,
    postcode TEXT,
    closed_on TEXT,
    source TEXT,
    batch_id INTEGER,
    CONSTRAINT pk_ods_organisation PRIMARY KEY (id),
    CONSTRAINT ck_ods_organisation_closed_on CHECK (closed_on IS date(closed_on)),
    CONSTRAINT uq_ods_organisation_code UNIQUE (code),
    CONSTRAINT fk_ods_organisation_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_ods_organisation_batch_id ON ods_organisation (batch_id);

CREATE INDEX ix_ods_organisation_name ON ods_organisation (name);

CREATE TABLE practice_month (
    id INTEGER NOT NULL,
    practice_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    incidents INTEGER,
    complaints INTEGER,
    compliments INTEGER,
    source TEXT,
    CONSTRAINT pk_practice_month PRIMARY KEY (id),
    CONSTRAINT uq_practice_month_practice_id_month UNIQUE (practice_id, month),
    CONSTRAINT ck_practice_month_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_practice_month_counts CHECK (incidents >= 0 AND complaints >= 0 AND compliments >= 0),
    CONSTRAINT fk_practice_month_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_practice_month_month ON practice_month (month);

CREATE INDEX ix_practice_month_practice_id ON practice_month (practice_id);

CREATE TABLE practice_rating (
    id INTEGER NOT NULL,
    practice_id INTEGER NOT NULL,
    rated_on TEXT NOT NULL,
    rating TEXT NOT NULL,
    source TEXT,
    CONSTRAINT pk_practice_rating PRIMARY KEY (id),
    CONSTRAINT uq_practice_rating_practice_id_rated_on UNIQUE (practice_id, rated_on),
    CONSTRAINT ck_practice_rating_rating CHECK (rating IN ('outstanding', 'good', 'requires improvement', 'inadequate')),
    CONSTRAINT ck_practice_rating_rated_on CHECK (rated_on IS date(rated_on)),
    CONSTRAINT fk_practice_rating_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_practice_rating_practice_id ON practice_rating (practice_id);

CREATE TABLE system_use (
    id INTEGER NOT NULL,
    system_id INTEGER NOT NULL,
    practice_id INTEGER NOT NULL,
    adoption TEXT NOT NULL,
    since_on TEXT,
    CONSTRAINT pk_system_use PRIMARY KEY (id),
    CONSTRAINT uq_system_use_system_id_practice_id UNIQUE (system_id, practice_id),
    CONSTRAINT ck_system_use_adoption CHECK (adoption IN ('live', 'planned', 'none')),
    CONSTRAINT ck_system_use_since_on CHECK (since_on IS date(since_on)),
    CONSTRAINT fk_system_use_system_id FOREIGN KEY(system_id) REFERENCES it_system (id) ON DELETE CASCADE,
    CONSTRAINT fk_system_use_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_system_use_practice_id ON system_use (practice_id);

CREATE INDEX ix_system_use_system_id ON system_use (system_id);

CREATE TABLE vote (
    id INTEGER NOT NULL,
    forum_id INTEGER NOT NULL,
    voted_on TEXT NOT NULL,
    question TEXT NOT NULL,
    rule TEXT NOT NULL,
    threshold_share INTEGER,
    note TEXT,
    CONSTRAINT pk_vote PRIMARY KEY (id),
    CONSTRAINT ck_vote_rule CHECK (rule IN ('unanimous', 'consensus, one objection refers', 'simple majority', 'weighted by list size', 'qualified majority', 'reserved to the commissioner')),
    CONSTRAINT ck_vote_voted_on CHECK (voted_on IS date(voted_on)),
    CONSTRAINT ck_vote_threshold_share CHECK (threshold_share BETWEEN 0 AND 1000000),
    CONSTRAINT fk_vote_forum_id FOREIGN KEY(forum_id) REFERENCES forum (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_vote_forum_id ON vote (forum_id);

CREATE TABLE charge (
    id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    partner_id INTEGER,
    forum_id INTEGER,
    name TEXT,
    note TEXT,
    CONSTRAINT pk_charge PRIMARY KEY (id),
    CONSTRAINT uq_charge_subject UNIQUE (subject),
    CONSTRAINT fk_charge_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL,
    CONSTRAINT fk_charge_forum_id FOREIGN KEY(forum_id) REFERENCES forum (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_charge_forum_id ON charge (forum_id);

CREATE INDEX ix_charge_partner_id ON charge (partner_id);

CREATE TABLE community_asset (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    partner_id INTEGER,
    place TEXT,
    times TEXT,
    reach TEXT,
    note TEXT,
    source TEXT,
    CONSTRAINT pk_community_asset PRIMARY KEY (id),
    CONSTRAINT ck_community_asset_kind CHECK (kind IN ('group or club', 'place', 'advice', 'transport', 'activity', 'faith community', 'other')),
    CONSTRAINT uq_community_asset_name UNIQUE (name),
    CONSTRAINT fk_community_asset_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_community_asset_partner_id ON community_asset (partner_id);

CREATE TABLE engagement (
    id INTEGER NOT NULL,
    partner_id INTEGER NOT NULL,
    met_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    attendees TEXT,
    summary TEXT,
    sentiment INTEGER,
    next_step TEXT,
    owner TEXT,
    due_on TEXT,
    done_on TEXT,
    CONSTRAINT pk_engagement PRIMARY KEY (id),
    CONSTRAINT ck_engagement_kind CHECK (kind IN ('meeting', 'call', 'e-mail', 'event', 'visit', 'workshop')),
    CONSTRAINT ck_engagement_met_on CHECK (met_on IS date(met_on)),
    CONSTRAINT ck_engagement_due_on CHECK (due_on IS date(due_on)),
    CONSTRAINT ck_engagement_done_on CHECK (done_on IS date(done_on)),
    CONSTRAINT ck_engagement_sentiment CHECK (sentiment BETWEEN -2 AND 2),
    CONSTRAINT fk_engagement_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_engagement_partner_id ON engagement (partner_id);

CREATE TABLE forum_member (
    id INTEGER NOT NULL,
    forum_id INTEGER NOT NULL,
    partner_id INTEGER NOT NULL,
    name TEXT,
    votes INTEGER,
    CONSTRAINT pk_forum_member PRIMARY KEY (id),
    CONSTRAINT uq_forum_member_forum_id_partner_id UNIQUE (forum_id, partner_id),
    CONSTRAINT ck_forum_member_votes CHECK (votes BETWEEN 0 AND 999),
    CONSTRAINT fk_forum_member_forum_id FOREIGN KEY(forum_id) REFERENCES forum (id) ON DELETE CASCADE,
    CONSTRAINT fk_forum_member_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_forum_member_forum_id ON forum_member (forum_id);

CREATE INDEX ix_forum_member_partner_id ON forum_member (partner_id);

CREATE TABLE mobile_unit (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    provider_id INTEGER,
    requirements TEXT,
    daily_pence INTEGER,
    patients_a_day INTEGER,
    signed_off_by TEXT,
    signed_off_on TEXT,
    note TEXT,
    CONSTRAINT pk_mobile_unit PRIMARY KEY (id),
    CONSTRAINT ck_mobile_unit_kind CHECK (kind IN ('theatre', 'endoscopy', 'clean room', 'screening van', 'other')),
    CONSTRAINT ck_mobile_unit_signed_off_on CHECK (signed_off_on IS date(signed_off_on)),
    CONSTRAINT ck_mobile_unit_daily_pence CHECK (daily_pence >= 0),
    CONSTRAINT ck_mobile_unit_patients_a_day CHECK (patients_a_day >= 0),
    CONSTRAINT ck_mobile_unit_signed_off CHECK (signed_off_on IS NULL OR signed_off_by IS NOT NULL),
    CONSTRAINT uq_mobile_unit_name UNIQUE (name),
    CONSTRAINT fk_mobile_unit_provider_id FOREIGN KEY(provider_id) REFERENCES partner (id)
)
 STRICT;

CREATE INDEX ix_mobile_unit_provider_id ON mobile_unit (provider_id);

CREATE TABLE premises_project (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    site_id INTEGER,
    status TEXT NOT NULL,
    needed_on TEXT,
    minutes_a_week INTEGER,
    owner TEXT,
    note TEXT,
    CONSTRAINT pk_premises_project PRIMARY KEY (id),
    CONSTRAINT ck_premises_project_status CHECK (status IN ('idea', 'business case', 'approved', 'works', 'open', 'dropped')),
    CONSTRAINT ck_premises_project_needed_on CHECK (needed_on IS date(needed_on)),
    CONSTRAINT ck_premises_project_minutes_a_week CHECK (minutes_a_week >= 0),
    CONSTRAINT uq_premises_project_name UNIQUE (name),
    CONSTRAINT fk_premises_project_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_premises_project_site_id ON premises_project (site_id);

CREATE TABLE record_flow (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    from_id INTEGER,
    to_id INTEGER,
    agreement_id INTEGER,
    lawful_basis TEXT,
    is_personal INTEGER NOT NULL,
    review_on TEXT,
    note TEXT,
    CONSTRAINT pk_record_flow PRIMARY KEY (id),
    CONSTRAINT ck_record_flow_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT fk_record_flow_from_id FOREIGN KEY(from_id) REFERENCES partner (id) ON DELETE SET NULL,
    CONSTRAINT fk_record_flow_to_id FOREIGN KEY(to_id) REFERENCES partner (id) ON DELETE SET NULL,
    CONSTRAINT fk_record_flow_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_record_flow_agreement_id ON record_flow (agreement_id);

CREATE INDEX ix_record_flow_from_id ON record_flow (from_id);

CREATE INDEX ix_record_flow_to_id ON record_flow (to_id);

CREATE TABLE room (
    id INTEGER NOT NULL,
    site_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    square_metres INTEGER,
    features TEXT,
    hourly_pence INTEGER,
    is_bookable INTEGER NOT NULL,
    note TEXT,
    CONSTRAINT pk_room PRIMARY KEY (id),
    CONSTRAINT uq_room_site_id_name UNIQUE (site_id, name),
    CONSTRAINT ck_room_kind CHECK (kind IN ('consulting', 'treatment', 'procedure', 'group', 'office', 'ward or day room', 'other')),
    CONSTRAINT ck_room_square_metres CHECK (square_metres > 0),
    CONSTRAINT ck_room_hourly_pence CHECK (hourly_pence >= 0),
    CONSTRAINT fk_room_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_room_site_id ON room (site_id);

CREATE TABLE site_opening (
    id INTEGER NOT NULL,
    site_id INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    opens_minute INTEGER NOT NULL,
    closes_minute INTEGER NOT NULL,
    CONSTRAINT pk_site_opening PRIMARY KEY (id),
    CONSTRAINT uq_site_opening_site_id_weekday_opens_minute UNIQUE (site_id, weekday, opens_minute),
    CONSTRAINT ck_site_opening_weekday CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT ck_site_opening_hours CHECK (opens_minute BETWEEN 0 AND 1439 AND closes_minute > opens_minute AND closes_minute <= 1440),
    CONSTRAINT fk_site_opening_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_site_opening_site_id ON site_opening (site_id);

CREATE TABLE vehicle (
    id INTEGER NOT NULL,
    partner_id INTEGER NOT NULL,
    form TEXT,
    may_contract INTEGER,
    may_employ INTEGER,
    has_nhs_pension INTEGER,
    is_vat_registered INTEGER,
    is_payee INTEGER,
    liability TEXT,
    note TEXT,
    source TEXT,
    CONSTRAINT pk_vehicle PRIMARY KEY (id),
    CONSTRAINT uq_vehicle_partner_id UNIQUE (partner_id),
    CONSTRAINT fk_vehicle_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT;

CREATE TABLE vote_cast (
    id INTEGER NOT NULL,
    vote_id INTEGER NOT NULL,
    partner_id INTEGER NOT NULL,
    said TEXT NOT NULL,
    votes INTEGER NOT NULL,
    weight INTEGER,
    CONSTRAINT pk_vote_cast PRIMARY KEY (id),
    CONSTRAINT uq_vote_cast_vote_id_partner_id UNIQUE (vote_id, partner_id),
    CONSTRAINT ck_vote_cast_said CHECK (said IN ('for', 'against', 'abstained', 'absent')),
    CONSTRAINT ck_vote_cast_votes CHECK (votes >= 0 AND weight >= 0),
    CONSTRAINT fk_vote_cast_vote_id FOREIGN KEY(vote_id) REFERENCES vote (id) ON DELETE CASCADE,
    CONSTRAINT fk_vote_cast_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_vote_cast_partner_id ON vote_cast (partner_id);

CREATE INDEX ix_vote_cast_vote_id ON vote_cast (vote_id);

CREATE TABLE premises_option (
    id INTEGER NOT NULL,
    project_id INTEGER NOT NULL,
    way TEXT NOT NULL,
    name TEXT NOT NULL,
    capital_pence INTEGER,
    annual_pence INTEGER,
    life_years INTEGER,
    minutes_a_week INTEGER,
    ready_on TEXT,
    is_chosen INTEGER NOT NULL,
    note TEXT,
    CONSTRAINT pk_premises_option PRIMARY KEY (id),
    CONSTRAINT uq_premises_option_project_id_way_name UNIQUE (project_id, way, name),
    CONSTRAINT ck_premises_option_way CHECK (way IN ('build', 'hire', 'extend hours')),
    CONSTRAINT ck_premises_option_ready_on CHECK (ready_on IS date(ready_on)),
    CONSTRAINT ck_premises_option_costs CHECK (capital_pence >= 0 AND annual_pence >= 0),
    CONSTRAINT ck_premises_option_life_years CHECK (life_years BETWEEN 1 AND 99),
    CONSTRAINT ck_premises_option_minutes_a_week CHECK (minutes_a_week >= 0),
    CONSTRAINT fk_premises_option_project_id FOREIGN KEY(project_id) REFERENCES premises_project (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_premises_option_project_id ON premises_option (project_id);

CREATE TABLE activity_part (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    place_id INTEGER,
    site_id INTEGER,
    patient_practice_id INTEGER,
    slots INTEGER,
    booked INTEGER,
    attended INTEGER,
    not_attended INTEGER,
    referrals INTEGER,
    source TEXT,
    CONSTRAINT pk_activity_part PRIMARY KEY (id),
    CONSTRAINT uq_activity_part_service_id_month_place_id_site_id_patient_practice_id UNIQUE (service_id, month, place_id, site_id, patient_practice_id),
    CONSTRAINT ck_activity_part_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_activity_part_seen CHECK (slots >= 0 AND booked >= 0 AND attended >= 0),
    CONSTRAINT ck_activity_part_counts CHECK (not_attended >= 0 AND referrals >= 0),
    CONSTRAINT fk_activity_part_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE,
    CONSTRAINT fk_activity_part_place_id FOREIGN KEY(place_id) REFERENCES practice (id) ON DELETE CASCADE,
    CONSTRAINT fk_activity_part_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE CASCADE,
    CONSTRAINT fk_activity_part_patient_practice_id FOREIGN KEY(patient_practice_id) REFERENCES practice (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_activity_part_month ON activity_part (month);

CREATE INDEX ix_activity_part_patient_practice_id ON activity_part (patient_practice_id);

CREATE INDEX ix_activity_part_place_id ON activity_part (place_id);

CREATE INDEX ix_activity_part_service_id ON activity_part (service_id);

CREATE INDEX ix_activity_part_site_id ON activity_part (site_id);

CREATE TABLE agreement_service (
    id INTEGER NOT NULL,
    agreement_id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    CONSTRAINT pk_agreement_service PRIMARY KEY (id),
    CONSTRAINT uq_agreement_service_agreement_id_service_id UNIQUE (agreement_id, service_id),
    CONSTRAINT fk_agreement_service_agreement_id FOREIGN KEY(agreement_id) REFERENCES agreement (id) ON DELETE CASCADE,
    CONSTRAINT fk_agreement_service_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_agreement_service_agreement_id ON agreement_service (agreement_id);

CREATE INDEX ix_agreement_service_service_id ON agreement_service (service_id);

CREATE TABLE bed_month (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    beds_open INTEGER,
    admissions INTEGER,
    discharges INTEGER,
    occupied_days INTEGER,
    stay_days INTEGER,
    source TEXT,
    CONSTRAINT pk_bed_month PRIMARY KEY (id),
    CONSTRAINT uq_bed_month_service_id_month UNIQUE (service_id, month),
    CONSTRAINT ck_bed_month_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_bed_month_beds CHECK (beds_open >= 0 AND occupied_days >= 0),
    CONSTRAINT ck_bed_month_stays CHECK (admissions >= 0 AND discharges >= 0 AND stay_days >= 0),
    CONSTRAINT fk_bed_month_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_bed_month_month ON bed_month (month);

CREATE INDEX ix_bed_month_service_id ON bed_month (service_id);

CREATE TABLE booking (
    id INTEGER NOT NULL,
    room_id INTEGER,
    unit_id INTEGER,
    site_id INTEGER,
    partner_id INTEGER,
    service_id INTEGER,
    series_id INTEGER,
    day TEXT NOT NULL,
    starts_minute INTEGER NOT NULL,
    ends_minute INTEGER NOT NULL,
    status TEXT NOT NULL,
    used TEXT,
    used_minutes INTEGER,
    charge_pence INTEGER,
    note TEXT,
    CONSTRAINT pk_booking PRIMARY KEY (id),
    CONSTRAINT ck_booking_status CHECK (status IN ('provisional', 'confirmed', 'cancelled')),
    CONSTRAINT ck_booking_used CHECK (used IN ('used', 'part', 'not used')),
    CONSTRAINT ck_booking_day CHECK (day IS date(day)),
    CONSTRAINT ck_booking_hours CHECK (starts_minute BETWEEN 0 AND 1439 AND ends_minute > starts_minute AND ends_minute <= 1440),
    CONSTRAINT ck_booking_one_place CHECK ((room_id IS NULL) != (unit_id IS NULL)),
    CONSTRAINT ck_booking_used_minutes CHECK (used_minutes >= 0),
    CONSTRAINT ck_booking_charge_pence CHECK (charge_pence >= 0),
    CONSTRAINT fk_booking_room_id FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE CASCADE,
    CONSTRAINT fk_booking_unit_id FOREIGN KEY(unit_id) REFERENCES mobile_unit (id) ON DELETE CASCADE,
    CONSTRAINT fk_booking_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE SET NULL,
    CONSTRAINT fk_booking_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL,
    CONSTRAINT fk_booking_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE SET NULL,
    CONSTRAINT fk_booking_series_id FOREIGN KEY(series_id) REFERENCES booking_series (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_booking_day ON booking (day);

CREATE INDEX ix_booking_partner_id ON booking (partner_id);

CREATE INDEX ix_booking_room_id_day ON booking (room_id, day);

CREATE INDEX ix_booking_series_id ON booking (series_id);

CREATE INDEX ix_booking_service_id ON booking (service_id);

CREATE INDEX ix_booking_site_id ON booking (site_id);

CREATE INDEX ix_booking_unit_id_day ON booking (unit_id, day);

CREATE TABLE call_month (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    offered INTEGER,
    answered INTEGER,
    abandoned INTEGER,
    wait_seconds INTEGER,
    source TEXT,
    CONSTRAINT pk_call_month PRIMARY KEY (id),
    CONSTRAINT uq_call_month_service_id_month UNIQUE (service_id, month),
    CONSTRAINT ck_call_month_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_call_month_calls CHECK (offered >= 0 AND answered >= 0 AND abandoned >= 0),
    CONSTRAINT ck_call_month_wait_seconds CHECK (wait_seconds >= 0),
    CONSTRAINT fk_call_month_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_call_month_month ON call_month (month);

CREATE INDEX ix_call_month_service_id ON call_month (service_id);

CREATE TABLE care_home (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    partner_id INTEGER,
    practice_id INTEGER,
    service_id INTEGER,
    has_nursing INTEGER NOT NULL,
    beds INTEGER,
    residents INTEGER,
    postcode TEXT,
    note TEXT,
    source TEXT,
    CONSTRAINT pk_care_home PRIMARY KEY (id),
    CONSTRAINT ck_care_home_beds CHECK (beds >= 0 AND residents >= 0),
    CONSTRAINT uq_care_home_name UNIQUE (name),
    CONSTRAINT fk_care_home_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL,
    CONSTRAINT fk_care_home_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE SET NULL,
    CONSTRAINT fk_care_home_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_care_home_partner_id ON care_home (partner_id);

CREATE INDEX ix_care_home_practice_id ON care_home (practice_id);

CREATE INDEX ix_care_home_service_id ON care_home (service_id);

CREATE TABLE hour_count (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    site_id INTEGER,
    weekday INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    asked INTEGER,
    slots INTEGER,
    seen INTEGER,
    CONSTRAINT pk_hour_count PRIMARY KEY (id),
    CONSTRAINT uq_hour_count_service_id_month_site_id_weekday_hour UNIQUE (service_id, month, site_id, weekday, hour),
    CONSTRAINT ck_hour_count_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_hour_count_when CHECK (weekday BETWEEN 1 AND 7 AND hour BETWEEN 0 AND 23),
    CONSTRAINT ck_hour_count_counts CHECK (asked >= 0 AND slots >= 0 AND seen >= 0),
    CONSTRAINT fk_hour_count_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE,
    CONSTRAINT fk_hour_count_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_hour_count_month ON hour_count (month);

CREATE INDEX ix_hour_count_service_id ON hour_count (service_id);

CREATE INDEX ix_hour_count_site_id ON hour_count (site_id);

CREATE TABLE lead_time_count (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    from_days INTEGER NOT NULL,
    until_days INTEGER,
    attended INTEGER,
    not_attended INTEGER,
    CONSTRAINT pk_lead_time_count PRIMARY KEY (id),
    CONSTRAINT uq_lead_time_count_service_id_month_from_days UNIQUE (service_id, month, from_days),
    CONSTRAINT ck_lead_time_count_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_lead_time_count_days CHECK (from_days >= 0 AND until_days > from_days),
    CONSTRAINT ck_lead_time_count_people CHECK (attended >= 0 AND not_attended >= 0),
    CONSTRAINT fk_lead_time_count_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_lead_time_count_month ON lead_time_count (month);

CREATE INDEX ix_lead_time_count_service_id ON lead_time_count (service_id);

CREATE TABLE safety_assessment (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    patients TEXT,
    capable TEXT,
    place TEXT,
    conditions TEXT,
    assessed_on TEXT,
    signed_by TEXT,
    signed_on TEXT,
    review_on TEXT,
    CONSTRAINT pk_safety_assessment PRIMARY KEY (id),
    CONSTRAINT ck_safety_assessment_assessed_on CHECK (assessed_on IS date(assessed_on)),
    CONSTRAINT ck_safety_assessment_signed_on CHECK (signed_on IS date(signed_on)),
    CONSTRAINT ck_safety_assessment_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT ck_safety_assessment_signed CHECK (signed_on IS NULL OR signed_by IS NOT NULL),
    CONSTRAINT fk_safety_assessment_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_safety_assessment_service_id ON safety_assessment (service_id);

CREATE TABLE service_setting (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    setting TEXT NOT NULL,
    CONSTRAINT pk_service_setting PRIMARY KEY (id),
    CONSTRAINT uq_service_setting_service_id_setting UNIQUE (service_id, setting),
    CONSTRAINT ck_service_setting_setting CHECK (setting IN ('practice', 'hub', 'community hospital', 'home', 'care home', 'community venue', 'mobile unit', 'online or telephone', 'hospital outreach')),
    CONSTRAINT fk_service_setting_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_service_setting_service_id ON service_setting (service_id);

CREATE TABLE service_target (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    measure TEXT NOT NULL,
    target INTEGER,
    amber INTEGER,
    is_higher_better INTEGER NOT NULL,
    is_outcome INTEGER NOT NULL,
    period TEXT,
    source TEXT,
    owner TEXT,
    CONSTRAINT pk_service_target PRIMARY KEY (id),
    CONSTRAINT uq_service_target_service_id_measure UNIQUE (service_id, measure),
    CONSTRAINT fk_service_target_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_service_target_service_id ON service_target (service_id);

CREATE TABLE social_count (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    people INTEGER NOT NULL,
    CONSTRAINT pk_social_count PRIMARY KEY (id),
    CONSTRAINT uq_social_count_service_id_month_kind_name UNIQUE (service_id, month, kind, name),
    CONSTRAINT ck_social_count_kind CHECK (kind IN ('referred by', 'need or concern', 'referred on to', 'closed because')),
    CONSTRAINT ck_social_count_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_social_count_people CHECK (people >= 0),
    CONSTRAINT fk_social_count_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_social_count_month ON social_count (month);

CREATE INDEX ix_social_count_service_id ON social_count (service_id);

CREATE TABLE social_month (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    referred INTEGER,
    accepted INTEGER,
    in_ten_days INTEGER,
    measured INTEGER,
    mean_change INTEGER,
    CONSTRAINT pk_social_month PRIMARY KEY (id),
    CONSTRAINT uq_social_month_service_id_month UNIQUE (service_id, month),
    CONSTRAINT ck_social_month_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_social_month_counts CHECK (referred >= 0 AND accepted >= 0 AND in_ten_days >= 0),
    CONSTRAINT ck_social_month_measured CHECK (measured >= 0),
    CONSTRAINT fk_social_month_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_social_month_month ON social_month (month);

CREATE INDEX ix_social_month_service_id ON social_month (service_id);

CREATE TABLE wait_count (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_days INTEGER NOT NULL,
    until_days INTEGER,
    people INTEGER NOT NULL,
    CONSTRAINT pk_wait_count PRIMARY KEY (id),
    CONSTRAINT uq_wait_count_service_id_month_kind_from_days UNIQUE (service_id, month, kind, from_days),
    CONSTRAINT ck_wait_count_kind CHECK (kind IN ('days', 'bands')),
    CONSTRAINT ck_wait_count_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_wait_count_days CHECK (from_days >= 0 AND until_days > from_days),
    CONSTRAINT ck_wait_count_people CHECK (people >= 0),
    CONSTRAINT fk_wait_count_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_wait_count_month ON wait_count (month);

CREATE INDEX ix_wait_count_service_id ON wait_count (service_id);

CREATE TABLE target_reading (
    id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    value INTEGER NOT NULL,
    CONSTRAINT pk_target_reading PRIMARY KEY (id),
    CONSTRAINT uq_target_reading_target_id_month UNIQUE (target_id, month),
    CONSTRAINT ck_target_reading_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT fk_target_reading_target_id FOREIGN KEY(target_id) REFERENCES service_target (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_target_reading_target_id ON target_reading (target_id);

CREATE TABLE new_site (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    practice_id INTEGER,
    postcode TEXT,
    is_hub INTEGER NOT NULL,
    owner TEXT,
    tenure TEXT,
    lease_ends_on TEXT,
    note TEXT,
    source TEXT,
    CONSTRAINT pk_site PRIMARY KEY (id),
    CONSTRAINT ck_site_owner CHECK (owner IN ('NHS Property Services', 'practice', 'Community Health Partnerships', 'trust', 'council', 'community interest company', 'private landlord', 'other')),
    CONSTRAINT ck_site_tenure CHECK (tenure IN ('freehold', 'leasehold', 'licence', 'by the session')),
    CONSTRAINT ck_site_lease_ends_on CHECK (lease_ends_on IS date(lease_ends_on)),
    CONSTRAINT uq_site_name UNIQUE (name),
    CONSTRAINT fk_site_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE SET NULL
)
 STRICT;

INSERT INTO new_site (id, name, practice_id, postcode, is_hub, note, source)
SELECT id, name, practice_id, postcode, is_hub, note, source FROM site;

DROP TABLE site;

ALTER TABLE new_site RENAME TO site;

CREATE INDEX ix_site_practice_id ON site (practice_id);

CREATE TABLE new_service (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    lead_partner_id INTEGER,
    budget_line_id INTEGER,
    access_route TEXT,
    status TEXT NOT NULL,
    settings TEXT,
    live_on TEXT,
    review_on TEXT,
    funding_source TEXT,
    funding_ends_on TEXT,
    annual_cost_pence INTEGER,
    focus TEXT,
    segment TEXT,
    commissioner_id INTEGER,
    operator TEXT,
    pathway TEXT,
    is_triaged INTEGER NOT NULL,
    bank_holidays TEXT,
    appointment_minutes INTEGER,
    eligibility TEXT,
    exclusions TEXT,
    is_from_hospital INTEGER NOT NULL,
    acute_point TEXT,
    tariff_pence INTEGER,
    gp_freed_each INTEGER,
    contacts_each INTEGER,
    recharge_pence INTEGER,
    due_days INTEGER,
    has_beds INTEGER NOT NULL,
    takes_calls INTEGER NOT NULL,
    risks TEXT,
    note TEXT,
    source TEXT,
    CONSTRAINT pk_service PRIMARY KEY (id),
    CONSTRAINT ck_service_category CHECK (category IN ('urgent or same-day', 'planned', 'long-term conditions', 'frailty or care home', 'musculoskeletal', 'dermatology', 'diagnostics', 'mental health', 'children', 'end of life', 'prevention', 'social prescribing', 'pharmacy', 'rehabilitation or community bed', 'extended access', 'enabling')),
    CONSTRAINT ck_service_access_route CHECK (access_route IN ('direct or self-referral', 'GP referral', 'any professional', 'care navigator', '111', 'hospital discharge')),
    CONSTRAINT ck_service_status CHECK (status IN ('idea', 'design', 'pilot', 'live', 'paused', 'closed')),
    CONSTRAINT ck_service_focus CHECK (focus IN ('prevention', 'treatment')),
    CONSTRAINT ck_service_live_on CHECK (live_on IS date(live_on)),
    CONSTRAINT ck_service_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT ck_service_funding_ends_on CHECK (funding_ends_on IS date(funding_ends_on)),
    CONSTRAINT ck_service_bank_holidays CHECK (bank_holidays IN ('closed', 'open as on the weekday', 'open as on a Sunday')),
    CONSTRAINT ck_service_acute_point CHECK (acute_point IN ('first outpatient', 'follow-up outpatient', 'day case', 'emergency department', 'non-elective admission', 'diagnostic')),
    CONSTRAINT ck_service_appointment_minutes CHECK (appointment_minutes BETWEEN 1 AND 1440),
    CONSTRAINT ck_service_prices CHECK (tariff_pence >= 0 AND recharge_pence >= 0),
    CONSTRAINT ck_service_each CHECK (gp_freed_each >= 0 AND contacts_each >= 0),
    CONSTRAINT ck_service_due_days CHECK (due_days BETWEEN 0 AND 366),
    CONSTRAINT uq_service_code UNIQUE (code),
    CONSTRAINT uq_service_name UNIQUE (name),
    CONSTRAINT fk_service_lead_partner_id FOREIGN KEY(lead_partner_id) REFERENCES partner (id),
    CONSTRAINT fk_service_budget_line_id FOREIGN KEY(budget_line_id) REFERENCES budget_line (id) ON DELETE SET NULL,
    CONSTRAINT fk_service_commissioner_id FOREIGN KEY(commissioner_id) REFERENCES partner (id)
)
 STRICT;

INSERT INTO new_service (id, code, name, category, lead_partner_id, budget_line_id, access_route, status, settings, live_on, review_on, funding_source, funding_ends_on, annual_cost_pence, focus, note, source, is_triaged, is_from_hospital, has_beds, takes_calls)
SELECT id, code, name, category, lead_partner_id, budget_line_id, access_route, status, settings, live_on, review_on, funding_source, funding_ends_on, annual_cost_pence, focus, note, source, 0, 0, 0, 0 FROM service;

DROP TABLE service;

ALTER TABLE new_service RENAME TO service;

CREATE INDEX ix_service_budget_line_id ON service (budget_line_id);

CREATE INDEX ix_service_commissioner_id ON service (commissioner_id);

CREATE INDEX ix_service_lead_partner_id ON service (lead_partner_id);

CREATE TABLE new_service_month (
    id INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    sessions INTEGER,
    slots INTEGER,
    booked INTEGER,
    attended INTEGER,
    not_attended INTEGER,
    referrals INTEGER,
    waiting INTEGER,
    planned_sessions INTEGER,
    cancelled_by_patient INTEGER,
    cancelled_by_service INTEGER,
    accepted INTEGER,
    rejected INTEGER,
    face_to_face INTEGER,
    telephone INTEGER,
    video INTEGER,
    home_visits INTEGER,
    group_contacts INTEGER,
    first_contacts INTEGER,
    instead_of_hospital INTEGER,
    still_to_hospital INTEGER,
    admissions_avoided INTEGER,
    is_provisional INTEGER NOT NULL,
    source TEXT,
    batch_id INTEGER,
    CONSTRAINT pk_service_month PRIMARY KEY (id),
    CONSTRAINT uq_service_month_service_id_month UNIQUE (service_id, month),
    CONSTRAINT ck_service_month_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_service_month_seen CHECK (slots >= 0 AND booked >= 0 AND attended >= 0),
    CONSTRAINT ck_service_month_counts CHECK (not_attended >= 0 AND referrals >= 0 AND waiting >= 0),
    CONSTRAINT ck_service_month_accepted CHECK (accepted >= 0 AND rejected >= 0),
    CONSTRAINT ck_service_month_planned_sessions CHECK (planned_sessions >= 0),
    CONSTRAINT ck_service_month_cancelled CHECK (cancelled_by_patient >= 0 AND cancelled_by_service >= 0),
    CONSTRAINT ck_service_month_modes CHECK (face_to_face >= 0 AND telephone >= 0 AND video >= 0),
    CONSTRAINT ck_service_month_more_modes CHECK (home_visits >= 0 AND group_contacts >= 0),
    CONSTRAINT ck_service_month_firsts CHECK (first_contacts >= 0 AND admissions_avoided >= 0),
    CONSTRAINT ck_service_month_diverted CHECK (instead_of_hospital >= 0 AND still_to_hospital >= 0),
    CONSTRAINT fk_service_month_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE CASCADE,
    CONSTRAINT fk_service_month_batch_id FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE SET NULL
)
 STRICT;

INSERT INTO new_service_month (id, service_id, month, sessions, slots, booked, attended, not_attended, referrals, waiting, is_provisional, source, batch_id)
SELECT id, service_id, month, sessions, slots, booked, attended, not_attended, referrals, waiting, is_provisional, source, batch_id FROM service_month;

DROP TABLE service_month;

ALTER TABLE new_service_month RENAME TO service_month;

CREATE INDEX ix_service_month_batch_id ON service_month (batch_id);

CREATE INDEX ix_service_month_month ON service_month (month);

CREATE INDEX ix_service_month_service_id ON service_month (service_id);

CREATE TABLE new_agreement (
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT,
    status TEXT NOT NULL,
    effective_on TEXT,
    expires_on TEXT,
    review_on TEXT,
    notice_days INTEGER,
    renews_itself INTEGER NOT NULL,
    value_pence INTEGER,
    signatures_needed INTEGER,
    terms TEXT,
    file_path TEXT,
    note TEXT,
    CONSTRAINT pk_agreement PRIMARY KEY (id),
    CONSTRAINT ck_agreement_kind CHECK (kind IN ('memorandum of understanding', 'alliance agreement', 'PCH or network agreement', 'data sharing agreement', 'data processing agreement', 'service level agreement', 'subcontract', 'secondment', 'honorary contract', 'lease or licence', 'grant', 'risk-share agreement')),
    CONSTRAINT ck_agreement_status CHECK (status IN ('draft', 'out for signature', 'in force', 'terminated')),
    CONSTRAINT ck_agreement_effective_on CHECK (effective_on IS date(effective_on)),
    CONSTRAINT ck_agreement_expires_on CHECK (expires_on IS date(expires_on)),
    CONSTRAINT ck_agreement_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT ck_agreement_notice CHECK (notice_days >= 0)
)
 STRICT;

INSERT INTO new_agreement (id, title, kind, reference, status, effective_on, expires_on, review_on, notice_days, renews_itself, value_pence, note)
SELECT id, title, kind, reference, status, effective_on, expires_on, review_on, notice_days, renews_itself, value_pence, note FROM agreement;

DROP TABLE agreement;

ALTER TABLE new_agreement RENAME TO agreement;
