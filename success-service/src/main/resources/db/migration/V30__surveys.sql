-- Surveys that are sent out in waves, by invitations that are answered once.
CREATE TABLE survey (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('NPS', 'CSAT', 'CES')),
  status text NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'CLOSED')),
  anonymous boolean NOT NULL,
  minimum_group int NOT NULL CHECK (minimum_group BETWEEN 1 AND 1000),
  revision int NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('survey');

-- What is asked, word by word; never changed, so that answers can be read beside their question.
CREATE TABLE survey_revision (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  survey_id uuid NOT NULL,
  revision int NOT NULL,
  question_en text NOT NULL,
  question_ru text NOT NULL,
  prompt_en text,
  prompt_ru text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, survey_id, revision),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id)
);
SELECT protect_tenant_rows('survey_revision');

CREATE TABLE survey_wave (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  survey_id uuid NOT NULL,
  revision int NOT NULL,
  status text NOT NULL CHECK (status IN ('SCHEDULED', 'OPEN', 'ENDED', 'CANCELLED')),
  zone text NOT NULL,
  first_on date NOT NULL,
  every_months int CHECK (every_months > 0),
  occurrence int NOT NULL,
  starts_on date NOT NULL,
  open_days int NOT NULL CHECK (open_days > 0),
  audience jsonb NOT NULL,
  share numeric NOT NULL CHECK (share > 0 AND share <= 1),
  candidates int NOT NULL DEFAULT 0,
  sampled int NOT NULL DEFAULT 0,
  invited int NOT NULL DEFAULT 0,
  ends_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id)
);
CREATE INDEX survey_wave_survey ON survey_wave (tenant_id, survey_id, id);
CREATE INDEX survey_wave_waiting ON survey_wave (tenant_id, status, starts_on) WHERE status IN ('SCHEDULED', 'OPEN');
SELECT protect_tenant_rows('survey_wave');

-- When each person was last asked anything, whatever the survey.
CREATE TABLE survey_asked (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  respondent text NOT NULL,
  asked_on date NOT NULL,
  PRIMARY KEY (tenant_id, account_id, respondent)
);
SELECT protect_tenant_rows('survey_asked');

CREATE TABLE survey_setting (
  tenant_id text PRIMARY KEY,
  version bigint NOT NULL,
  days_between int NOT NULL CHECK (days_between >= 0)
);
SELECT protect_tenant_rows('survey_setting');

-- Of the secret in a link only the hash is kept. An anonymous survey's invitation knows that it was used, not when.
CREATE TABLE survey_invitation (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  survey_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  account_id uuid NOT NULL,
  respondent text NOT NULL,
  erased boolean NOT NULL DEFAULT false,
  status text NOT NULL CHECK (status IN ('INVITED', 'ANSWERED', 'DISMISSED')),
  token_hash text,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash),
  UNIQUE (tenant_id, wave_id, account_id, respondent),
  FOREIGN KEY (tenant_id, wave_id) REFERENCES survey_wave (tenant_id, id),
  FOREIGN KEY (tenant_id, account_id) REFERENCES customer (tenant_id, id)
);
CREATE INDEX survey_invitation_person ON survey_invitation (tenant_id, account_id, respondent);
SELECT protect_tenant_rows('survey_invitation');

-- Answers that belong to nobody: no account, no person, no invitation, no time, and an id without one.
CREATE TABLE survey_anonymous_answer (
  tenant_id text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  wave_id uuid NOT NULL,
  value int NOT NULL,
  comment text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, wave_id) REFERENCES survey_wave (tenant_id, id)
);
CREATE INDEX survey_anonymous_answer_wave ON survey_anonymous_answer (tenant_id, wave_id);
SELECT protect_tenant_rows('survey_anonymous_answer');

-- Answers of persons: of all three kinds, from surveys or entered, and what their customer was at the time.
ALTER TABLE survey_answer
  DROP CONSTRAINT survey_answer_value_check,
  ADD CONSTRAINT survey_answer_value_check CHECK (
    kind = 'NPS' AND value BETWEEN 0 AND 10 OR kind = 'CSAT' AND value BETWEEN 1 AND 5
    OR kind = 'CES' AND value BETWEEN 1 AND 7),
  ADD COLUMN survey_id uuid,
  ADD COLUMN wave_id uuid,
  ADD COLUMN erased boolean NOT NULL DEFAULT false,
  ADD COLUMN segment text,
  ADD COLUMN plan text,
  ADD COLUMN function text,
  ADD COLUMN answered_on date,
  ADD FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id);
-- Row-level security binds the owner too; until it is forced again the owner sees the rows there are.
ALTER TABLE survey_answer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
UPDATE survey_answer a SET answered_on = (SELECT (a.answered_at AT TIME ZONE coalesce(c.zone, 'UTC'))::date
  FROM customer c WHERE c.tenant_id = a.tenant_id AND c.id = a.account_id);
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE survey_answer FORCE ROW LEVEL SECURITY;
ALTER TABLE survey_answer ALTER COLUMN answered_on SET NOT NULL;
CREATE INDEX survey_answer_days ON survey_answer (tenant_id, kind, answered_on);
CREATE INDEX survey_answer_survey ON survey_answer (tenant_id, survey_id, id) WHERE survey_id IS NOT NULL;
CREATE INDEX survey_answer_person ON survey_answer (tenant_id, account_id, respondent);
