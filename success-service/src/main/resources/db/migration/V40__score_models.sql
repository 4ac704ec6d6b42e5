-- Models of the score, one in force for each segment and for those without; the nil segment is for all that have
-- none of their own. What a tenant begins with is built in and has no row.
CREATE TABLE score_model (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  number int NOT NULL,
  segment_id uuid NOT NULL,
  name text NOT NULL,
  status text NOT NULL,
  components jsonb NOT NULL,
  minimum_coverage numeric NOT NULL,
  healthy_from numeric NOT NULL,
  critical_below numeric NOT NULL,
  waiver jsonb,
  created_at timestamptz NOT NULL,
  activated_at timestamptz,
  retired_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number)
);
CREATE UNIQUE INDEX score_model_active ON score_model (tenant_id, segment_id) WHERE status = 'ACTIVE';
CREATE UNIQUE INDEX score_model_shadow ON score_model (tenant_id, segment_id) WHERE status = 'SHADOW';
SELECT protect_tenant_rows('score_model');

-- Counts the changes of models in force: a score that was computed under an earlier count is computed again.
ALTER TABLE scored_tenant ADD COLUMN generation bigint NOT NULL DEFAULT 0;

-- The score with what it was computed from, in the components' own units, as {"NPS": [7.5, 12]}: value and days of age.
ALTER TABLE customer_score
  ADD COLUMN model_id uuid NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001',
  ADD COLUMN inputs jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN day date,
  ADD COLUMN computed_on date,
  ADD COLUMN mrr_minor bigint,
  ADD COLUMN currency char(3),
  ADD COLUMN generation bigint NOT NULL DEFAULT 0;
-- The owner is bound by the policies too; this goes over all tenants.
ALTER TABLE customer_score NO FORCE ROW LEVEL SECURITY;
-- What was kept so far are the values after the only scales there were, which lead back.
UPDATE customer_score SET
  inputs = jsonb_strip_nulls(jsonb_build_object(
    'LICENCES', CASE WHEN licences IS NOT NULL THEN jsonb_build_array(round(licences * 0.008, 4)) END,
    'NPS', CASE WHEN nps IS NOT NULL THEN jsonb_build_array(round(nps / 10, 4), 0) END,
    'PAYMENT', CASE WHEN payment IS NOT NULL THEN jsonb_build_array(round(30 - payment * 0.3)) END)),
  day = (computed_at AT TIME ZONE 'UTC')::date,
  computed_on = (computed_at AT TIME ZONE 'UTC')::date;
ALTER TABLE customer_score
  ALTER COLUMN model_id DROP DEFAULT,
  ALTER COLUMN inputs DROP DEFAULT,
  ALTER COLUMN day SET NOT NULL,
  ALTER COLUMN computed_on SET NOT NULL,
  DROP COLUMN licences,
  DROP COLUMN nps,
  DROP COLUMN payment;
CREATE INDEX customer_score_lowest ON customer_score (tenant_id, score, account_id) WHERE score IS NOT NULL;

-- Every score there was, with its inputs; what each component gave follows from the inputs and the model, which does
-- not change. Days on which nothing but time went by have no row: the inputs tell how they age.
CREATE TABLE score_history (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  version bigint NOT NULL,
  day date NOT NULL,
  computed_at timestamptz NOT NULL,
  model_id uuid NOT NULL,
  score numeric(4, 1),
  coverage numeric(5, 4) NOT NULL,
  inputs jsonb NOT NULL,
  mrr_minor bigint,
  currency char(3),
  PRIMARY KEY (tenant_id, account_id, version)
);
CREATE INDEX score_history_day ON score_history (tenant_id, account_id, day, version);
INSERT INTO score_history
  SELECT tenant_id, account_id, version, day, computed_at, model_id, score, coverage, inputs, mrr_minor, currency
  FROM customer_score;
ALTER TABLE customer_score FORCE ROW LEVEL SECURITY;
SELECT protect_tenant_rows('score_history');
