-- How closed cells of cohort tables were judged; an empty currency stands for customers of all currencies.
CREATE TABLE cohort_mark (
  tenant_id text NOT NULL,
  measure text NOT NULL,
  currency text NOT NULL,
  start_month int NOT NULL,
  age int NOT NULL,
  verdict text NOT NULL,
  position double precision,
  mark jsonb NOT NULL,
  judged_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, measure, currency, start_month, age)
);
CREATE INDEX cohort_mark_red ON cohort_mark (tenant_id, start_month, age) WHERE verdict LIKE 'RED%';
SELECT protect_tenant_rows('cohort_mark');

-- The last month a tenant's tables have been judged through.
CREATE TABLE cohort_watch (
  tenant_id text PRIMARY KEY,
  judged_through int NOT NULL
);
SELECT protect_tenant_rows('cohort_watch');

-- A cell that turned red, in whichever tables: somebody has to react, once.
CREATE TABLE cohort_case (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  start_month int NOT NULL,
  age int NOT NULL,
  summary text NOT NULL,
  state text NOT NULL,
  owner text NOT NULL,
  due_on date NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  close_reason text,
  close_note text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, start_month, age)
);
CREATE INDEX cohort_case_state ON cohort_case (tenant_id, state, id);
SELECT protect_tenant_rows('cohort_case');
