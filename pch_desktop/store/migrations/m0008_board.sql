CREATE TABLE issued_pack (
    id INTEGER NOT NULL,
    month TEXT NOT NULL,
    major INTEGER NOT NULL,
    minor INTEGER NOT NULL,
    audience TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    reason TEXT,
    program TEXT NOT NULL,
    last_step INTEGER NOT NULL,
    chain_head TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    contents TEXT NOT NULL,
    CONSTRAINT pk_issued_pack PRIMARY KEY (id),
    CONSTRAINT uq_issued_pack_month_audience_major_minor UNIQUE (month, audience, major, minor),
    CONSTRAINT ck_issued_pack_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_issued_pack_audience CHECK (audience IN ('internal', 'board', 'public')),
    CONSTRAINT ck_issued_pack_edition CHECK (major >= 1 AND minor >= 0)
)
 STRICT;

CREATE TABLE logo (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    alt_text TEXT NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    CONSTRAINT pk_logo PRIMARY KEY (id),
    CONSTRAINT ck_logo_only_one CHECK (id = 1),
    CONSTRAINT ck_logo_kind CHECK (kind IN ('png', 'jpeg'))
)
 STRICT;

CREATE TABLE pack_sheet (
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    CONSTRAINT pk_pack_sheet PRIMARY KEY (id),
    CONSTRAINT uq_pack_sheet_title UNIQUE (title)
)
 STRICT;

CREATE TABLE pack_words (
    id INTEGER NOT NULL,
    month TEXT NOT NULL,
    "key" TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_pack_words PRIMARY KEY (id),
    CONSTRAINT uq_pack_words_month_key UNIQUE (month, "key"),
    CONSTRAINT ck_pack_words_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_pack_words_key CHECK (key IN ('sentence', 'summary by the chair', 'what the board is asked', 'prepared by', 'checked by', 'whom to ask', 'purpose'))
)
 STRICT;

CREATE TABLE rating_override (
    id INTEGER NOT NULL,
    month TEXT NOT NULL,
    measure TEXT NOT NULL,
    rating TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_rating_override PRIMARY KEY (id),
    CONSTRAINT uq_rating_override_month_measure UNIQUE (month, measure),
    CONSTRAINT ck_rating_override_month CHECK (month IS strftime('%Y-%m', month || '-01')),
    CONSTRAINT ck_rating_override_rating CHECK (rating IN ('Green', 'Amber', 'Red'))
)
 STRICT;

CREATE TABLE issued_picture (
    id INTEGER NOT NULL,
    issued_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    on_sheet TEXT NOT NULL,
    finding TEXT NOT NULL,
    alt_text TEXT NOT NULL,
    svg TEXT NOT NULL,
    png TEXT NOT NULL,
    CONSTRAINT pk_issued_picture PRIMARY KEY (id),
    CONSTRAINT uq_issued_picture_issued_id_position UNIQUE (issued_id, position),
    CONSTRAINT fk_issued_picture_issued_id FOREIGN KEY(issued_id) REFERENCES issued_pack (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_issued_picture_issued_id ON issued_picture (issued_id);

CREATE TABLE meeting (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    forum_id INTEGER,
    held_on TEXT NOT NULL,
    starts_minute INTEGER,
    place TEXT,
    chair TEXT,
    secretary TEXT,
    status TEXT NOT NULL,
    papers_due_on TEXT,
    issued_on TEXT,
    minutes_agreed_on TEXT,
    themes TEXT,
    note TEXT,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT ck_meeting_status CHECK (status IN ('planned', 'papers called for', 'agenda agreed', 'papers issued', 'held', 'minutes agreed', 'cancelled')),
    CONSTRAINT ck_meeting_held_on CHECK (held_on IS date(held_on)),
    CONSTRAINT ck_meeting_papers_due_on CHECK (papers_due_on IS date(papers_due_on)),
    CONSTRAINT ck_meeting_issued_on CHECK (issued_on IS date(issued_on)),
    CONSTRAINT ck_meeting_minutes_agreed_on CHECK (minutes_agreed_on IS date(minutes_agreed_on)),
    CONSTRAINT ck_meeting_starts CHECK (starts_minute BETWEEN 0 AND 1439),
    CONSTRAINT uq_meeting_name_held_on UNIQUE (name, held_on),
    CONSTRAINT fk_meeting_forum_id FOREIGN KEY(forum_id) REFERENCES forum (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_meeting_forum_id ON meeting (forum_id);

CREATE TABLE attendance (
    id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    partner_id INTEGER,
    presence TEXT NOT NULL,
    stands_for TEXT,
    CONSTRAINT pk_attendance PRIMARY KEY (id),
    CONSTRAINT uq_attendance_meeting_id_name UNIQUE (meeting_id, name),
    CONSTRAINT ck_attendance_presence CHECK (presence IN ('present', 'apologies', 'deputy', 'in attendance')),
    CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_attendance_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);

CREATE INDEX ix_attendance_partner_id ON attendance (partner_id);

CREATE TABLE interest (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    partner_id INTEGER,
    nature TEXT NOT NULL,
    detail TEXT NOT NULL,
    from_on TEXT,
    to_on TEXT,
    handled TEXT,
    CONSTRAINT pk_interest PRIMARY KEY (id),
    CONSTRAINT ck_interest_nature CHECK (nature IN ('financial', 'non-financial professional', 'non-financial personal', 'indirect')),
    CONSTRAINT ck_interest_from_on CHECK (from_on IS date(from_on)),
    CONSTRAINT ck_interest_to_on CHECK (to_on IS date(to_on)),
    CONSTRAINT fk_interest_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_interest_partner_id ON interest (partner_id);

CREATE TABLE paper (
    id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    author TEXT,
    sponsor TEXT,
    purpose TEXT,
    status TEXT NOT NULL,
    due_on TEXT,
    received_on TEXT,
    summary TEXT,
    recommendation TEXT,
    finance TEXT,
    risk TEXT,
    equality TEXT,
    patients TEXT,
    considered TEXT,
    is_confidential INTEGER NOT NULL,
    sheet TEXT,
    CONSTRAINT pk_paper PRIMARY KEY (id),
    CONSTRAINT ck_paper_purpose CHECK (purpose IN ('approve', 'decide', 'discuss', 'assure', 'note')),
    CONSTRAINT ck_paper_status CHECK (status IN ('called for', 'received', 'checked', 'issued', 'withdrawn')),
    CONSTRAINT ck_paper_due_on CHECK (due_on IS date(due_on)),
    CONSTRAINT ck_paper_received_on CHECK (received_on IS date(received_on)),
    CONSTRAINT fk_paper_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_paper_meeting_id ON paper (meeting_id);

CREATE TABLE risk (
    id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    cause TEXT,
    event TEXT,
    effect TEXT,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    owner TEXT,
    partner_id INTEGER,
    controls TEXT,
    inherent_consequence INTEGER,
    inherent_likelihood INTEGER,
    current_consequence INTEGER,
    current_likelihood INTEGER,
    target_consequence INTEGER,
    target_likelihood INTEGER,
    appetite INTEGER,
    proximity TEXT,
    found_on TEXT,
    reviewed_on TEXT,
    closed_on TEXT,
    note TEXT,
    CONSTRAINT pk_risk PRIMARY KEY (id),
    CONSTRAINT ck_risk_category CHECK (category IN ('finance', 'workforce', 'quality and safety', 'access', 'partnership', 'estates', 'records and systems', 'reputation', 'other')),
    CONSTRAINT ck_risk_status CHECK (status IN ('open', 'accepted', 'closed')),
    CONSTRAINT ck_risk_proximity CHECK (proximity IN ('now', 'within a month', 'within three months', 'within a year', 'later')),
    CONSTRAINT ck_risk_found_on CHECK (found_on IS date(found_on)),
    CONSTRAINT ck_risk_reviewed_on CHECK (reviewed_on IS date(reviewed_on)),
    CONSTRAINT ck_risk_closed_on CHECK (closed_on IS date(closed_on)),
    CONSTRAINT ck_risk_scale CHECK ((inherent_consequence IS NULL OR inherent_consequence BETWEEN 1 AND 5) AND (inherent_likelihood IS NULL OR inherent_likelihood BETWEEN 1 AND 5) AND (current_consequence IS NULL OR current_consequence BETWEEN 1 AND 5) AND (current_likelihood IS NULL OR current_likelihood BETWEEN 1 AND 5) AND (target_consequence IS NULL OR target_consequence BETWEEN 1 AND 5) AND (target_likelihood IS NULL OR target_likelihood BETWEEN 1 AND 5)),
    CONSTRAINT ck_risk_appetite CHECK (appetite BETWEEN 1 AND 25),
    CONSTRAINT uq_risk_reference UNIQUE (reference),
    CONSTRAINT fk_risk_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_risk_partner_id ON risk (partner_id);

CREATE TABLE agenda_line (
    id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    reference TEXT,
    title TEXT NOT NULL,
    lead TEXT,
    minutes INTEGER,
    purpose TEXT,
    paper_id INTEGER,
    is_confidential INTEGER NOT NULL,
    minute TEXT,
    CONSTRAINT pk_agenda_line PRIMARY KEY (id),
    CONSTRAINT ck_agenda_line_purpose CHECK (purpose IN ('approve', 'decide', 'discuss', 'assure', 'note')),
    CONSTRAINT ck_agenda_line_minutes CHECK (minutes BETWEEN 0 AND 600),
    CONSTRAINT fk_agenda_line_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_agenda_line_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_agenda_line_meeting_id ON agenda_line (meeting_id);

CREATE INDEX ix_agenda_line_paper_id ON agenda_line (paper_id);

CREATE TABLE board_issue (
    id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    detail TEXT,
    severity TEXT NOT NULL,
    status TEXT NOT NULL,
    raised_on TEXT,
    owner TEXT,
    forum_id INTEGER,
    asked TEXT,
    risk_id INTEGER,
    due_on TEXT,
    closed_on TEXT,
    CONSTRAINT pk_board_issue PRIMARY KEY (id),
    CONSTRAINT ck_board_issue_severity CHECK (severity IN ('low', 'moderate', 'high', 'extreme')),
    CONSTRAINT ck_board_issue_status CHECK (status IN ('open', 'escalated', 'decided', 'closed')),
    CONSTRAINT ck_board_issue_raised_on CHECK (raised_on IS date(raised_on)),
    CONSTRAINT ck_board_issue_due_on CHECK (due_on IS date(due_on)),
    CONSTRAINT ck_board_issue_closed_on CHECK (closed_on IS date(closed_on)),
    CONSTRAINT uq_board_issue_reference UNIQUE (reference),
    CONSTRAINT fk_board_issue_forum_id FOREIGN KEY(forum_id) REFERENCES forum (id) ON DELETE SET NULL,
    CONSTRAINT fk_board_issue_risk_id FOREIGN KEY(risk_id) REFERENCES risk (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_board_issue_forum_id ON board_issue (forum_id);

CREATE INDEX ix_board_issue_risk_id ON board_issue (risk_id);

CREATE TABLE risk_mitigation (
    id INTEGER NOT NULL,
    risk_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    owner TEXT,
    due_on TEXT,
    done_on TEXT,
    CONSTRAINT pk_risk_mitigation PRIMARY KEY (id),
    CONSTRAINT ck_risk_mitigation_due_on CHECK (due_on IS date(due_on)),
    CONSTRAINT ck_risk_mitigation_done_on CHECK (done_on IS date(done_on)),
    CONSTRAINT fk_risk_mitigation_risk_id FOREIGN KEY(risk_id) REFERENCES risk (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_risk_mitigation_risk_id ON risk_mitigation (risk_id);

CREATE TABLE risk_score (
    id INTEGER NOT NULL,
    risk_id INTEGER NOT NULL,
    scored_on TEXT NOT NULL,
    consequence INTEGER NOT NULL,
    likelihood INTEGER NOT NULL,
    CONSTRAINT pk_risk_score PRIMARY KEY (id),
    CONSTRAINT uq_risk_score_risk_id_scored_on UNIQUE (risk_id, scored_on),
    CONSTRAINT ck_risk_score_scored_on CHECK (scored_on IS date(scored_on)),
    CONSTRAINT ck_risk_score_scale CHECK ((consequence IS NULL OR consequence BETWEEN 1 AND 5) AND (likelihood IS NULL OR likelihood BETWEEN 1 AND 5)),
    CONSTRAINT fk_risk_score_risk_id FOREIGN KEY(risk_id) REFERENCES risk (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_risk_score_risk_id ON risk_score (risk_id);

CREATE TABLE board_action (
    id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    meeting_id INTEGER,
    agenda_line_id INTEGER,
    text TEXT NOT NULL,
    owner TEXT,
    partner_id INTEGER,
    due_on TEXT,
    status TEXT NOT NULL,
    closed_on TEXT,
    CONSTRAINT pk_board_action PRIMARY KEY (id),
    CONSTRAINT ck_board_action_status CHECK (status IN ('open', 'in progress', 'complete', 'closed')),
    CONSTRAINT ck_board_action_due_on CHECK (due_on IS date(due_on)),
    CONSTRAINT ck_board_action_closed_on CHECK (closed_on IS date(closed_on)),
    CONSTRAINT uq_board_action_reference UNIQUE (reference),
    CONSTRAINT fk_board_action_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
    CONSTRAINT fk_board_action_agenda_line_id FOREIGN KEY(agenda_line_id) REFERENCES agenda_line (id) ON DELETE SET NULL,
    CONSTRAINT fk_board_action_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_board_action_agenda_line_id ON board_action (agenda_line_id);

CREATE INDEX ix_board_action_meeting_id ON board_action (meeting_id);

CREATE INDEX ix_board_action_partner_id ON board_action (partner_id);

CREATE TABLE decision (
    id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    meeting_id INTEGER,
    agenda_line_id INTEGER,
    vote_id INTEGER,
    decided_on TEXT NOT NULL,
    text TEXT NOT NULL,
    rule TEXT,
    votes TEXT,
    conflicts TEXT,
    review_on TEXT,
    CONSTRAINT pk_decision PRIMARY KEY (id),
    CONSTRAINT ck_decision_rule CHECK (rule IN ('unanimous', 'consensus, one objection refers', 'simple majority', 'weighted by list size', 'qualified majority', 'reserved to the commissioner')),
    CONSTRAINT ck_decision_decided_on CHECK (decided_on IS date(decided_on)),
    CONSTRAINT ck_decision_review_on CHECK (review_on IS date(review_on)),
    CONSTRAINT uq_decision_reference UNIQUE (reference),
    CONSTRAINT fk_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
    CONSTRAINT fk_decision_agenda_line_id FOREIGN KEY(agenda_line_id) REFERENCES agenda_line (id) ON DELETE SET NULL,
    CONSTRAINT fk_decision_vote_id FOREIGN KEY(vote_id) REFERENCES vote (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_decision_agenda_line_id ON decision (agenda_line_id);

CREATE INDEX ix_decision_meeting_id ON decision (meeting_id);

CREATE INDEX ix_decision_vote_id ON decision (vote_id);

CREATE TABLE initiative (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    workstream TEXT,
    aim TEXT,
    sponsor TEXT,
    lead TEXT,
    partner_id INTEGER,
    service_id INTEGER,
    budget_line_id INTEGER,
    status TEXT NOT NULL,
    confidence TEXT,
    starts_on TEXT,
    ends_on TEXT,
    cost_pence INTEGER,
    spent_pence INTEGER,
    saving_pence INTEGER,
    saved_pence INTEGER,
    progress TEXT,
    CONSTRAINT pk_initiative PRIMARY KEY (id),
    CONSTRAINT ck_initiative_status CHECK (status IN ('idea', 'planned', 'under way', 'done', 'stopped')),
    CONSTRAINT ck_initiative_confidence CHECK (confidence IN ('Green', 'Amber', 'Red')),
    CONSTRAINT ck_initiative_starts_on CHECK (starts_on IS date(starts_on)),
    CONSTRAINT ck_initiative_ends_on CHECK (ends_on IS date(ends_on)),
    CONSTRAINT uq_initiative_name UNIQUE (name),
    CONSTRAINT fk_initiative_partner_id FOREIGN KEY(partner_id) REFERENCES partner (id) ON DELETE SET NULL,
    CONSTRAINT fk_initiative_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE SET NULL,
    CONSTRAINT fk_initiative_budget_line_id FOREIGN KEY(budget_line_id) REFERENCES budget_line (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_initiative_budget_line_id ON initiative (budget_line_id);

CREATE INDEX ix_initiative_partner_id ON initiative (partner_id);

CREATE INDEX ix_initiative_service_id ON initiative (service_id);

CREATE TABLE interest_declared (
    id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    agenda_line_id INTEGER,
    interest_id INTEGER,
    name TEXT NOT NULL,
    detail TEXT NOT NULL,
    handled TEXT,
    CONSTRAINT pk_interest_declared PRIMARY KEY (id),
    CONSTRAINT fk_interest_declared_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_interest_declared_agenda_line_id FOREIGN KEY(agenda_line_id) REFERENCES agenda_line (id) ON DELETE SET NULL,
    CONSTRAINT fk_interest_declared_interest_id FOREIGN KEY(interest_id) REFERENCES interest (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_interest_declared_agenda_line_id ON interest_declared (agenda_line_id);

CREATE INDEX ix_interest_declared_interest_id ON interest_declared (interest_id);

CREATE INDEX ix_interest_declared_meeting_id ON interest_declared (meeting_id);

CREATE TABLE patient_voice (
    id INTEGER NOT NULL,
    heard_on TEXT NOT NULL,
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    said TEXT NOT NULL,
    people INTEGER,
    service_id INTEGER,
    practice_id INTEGER,
    done TEXT,
    status TEXT NOT NULL,
    CONSTRAINT pk_patient_voice PRIMARY KEY (id),
    CONSTRAINT ck_patient_voice_source CHECK (source IN ('patient group', 'survey', 'event', 'Healthwatch', 'patient story', 'complaint or compliment', 'social media', 'other')),
    CONSTRAINT ck_patient_voice_status CHECK (status IN ('heard', 'being acted on', 'done', 'fed back')),
    CONSTRAINT ck_patient_voice_heard_on CHECK (heard_on IS date(heard_on)),
    CONSTRAINT ck_patient_voice_people CHECK (people >= 0),
    CONSTRAINT fk_patient_voice_service_id FOREIGN KEY(service_id) REFERENCES service (id) ON DELETE SET NULL,
    CONSTRAINT fk_patient_voice_practice_id FOREIGN KEY(practice_id) REFERENCES practice (id) ON DELETE SET NULL
)
 STRICT;

CREATE INDEX ix_patient_voice_practice_id ON patient_voice (practice_id);

CREATE INDEX ix_patient_voice_service_id ON patient_voice (service_id);

CREATE TABLE action_update (
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    told_on TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_action_update PRIMARY KEY (id),
    CONSTRAINT ck_action_update_told_on CHECK (told_on IS date(told_on)),
    CONSTRAINT fk_action_update_action_id FOREIGN KEY(action_id) REFERENCES board_action (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_action_update_action_id ON action_update (action_id);

CREATE TABLE initiative_measure (
    id INTEGER NOT NULL,
    initiative_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit TEXT,
    baseline INTEGER,
    target INTEGER,
    latest INTEGER,
    latest_on TEXT,
    CONSTRAINT pk_initiative_measure PRIMARY KEY (id),
    CONSTRAINT uq_initiative_measure_initiative_id_name UNIQUE (initiative_id, name),
    CONSTRAINT ck_initiative_measure_latest_on CHECK (latest_on IS date(latest_on)),
    CONSTRAINT fk_initiative_measure_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_initiative_measure_initiative_id ON initiative_measure (initiative_id);

CREATE TABLE milestone (
    id INTEGER NOT NULL,
    initiative_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    baseline_on TEXT,
    due_on TEXT,
    done_on TEXT,
    owner TEXT,
    note TEXT,
    CONSTRAINT pk_milestone PRIMARY KEY (id),
    CONSTRAINT ck_milestone_baseline_on CHECK (baseline_on IS date(baseline_on)),
    CONSTRAINT ck_milestone_due_on CHECK (due_on IS date(due_on)),
    CONSTRAINT ck_milestone_done_on CHECK (done_on IS date(done_on)),
    CONSTRAINT fk_milestone_initiative_id FOREIGN KEY(initiative_id) REFERENCES initiative (id) ON DELETE CASCADE
)
 STRICT;

CREATE INDEX ix_milestone_initiative_id ON milestone (initiative_id);
