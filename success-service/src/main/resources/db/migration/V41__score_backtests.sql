-- Scores by models that are not in force.
CREATE TABLE shadow_score (
  tenant_id text NOT NULL,
  model_id uuid NOT NULL,
  account_id uuid NOT NULL,
  score numeric(4, 1),
  coverage numeric(5, 4) NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, model_id, account_id)
);
SELECT protect_tenant_rows('shadow_score');

-- What a model would have told of customers that left or bought less.
CREATE TABLE score_backtest (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  model_id uuid NOT NULL,
  sufficient boolean NOT NULL,
  result jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, model_id) REFERENCES score_model (tenant_id, id)
);
CREATE INDEX score_backtest_model ON score_backtest (tenant_id, model_id, id);
SELECT protect_tenant_rows('score_backtest');
