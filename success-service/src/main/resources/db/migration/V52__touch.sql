-- How each customer is looked after, by whom, and how many of their hours that takes. The subject is the customer, or,
-- as long as a prospect is none yet, its deal.
CREATE TABLE touch (
  tenant_id text NOT NULL,
  subject_id uuid NOT NULL,
  prospect boolean NOT NULL,
  model text NOT NULL,
  manager text,
  -- A quarter; 0 while nobody is wanted or found.
  hours numeric(8, 2) NOT NULL,
  -- Since when somebody is wanted and nobody has the time.
  waiting_since timestamptz,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, subject_id)
);
CREATE INDEX touch_manager ON touch (tenant_id, manager, subject_id) WHERE manager IS NOT NULL;
CREATE INDEX touch_waiting ON touch (tenant_id, waiting_since, subject_id) WHERE waiting_since IS NOT NULL;
SELECT protect_tenant_rows('touch');

CREATE TABLE touch_change (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  subject_id uuid NOT NULL,
  model text NOT NULL,
  manager text,
  reason text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX touch_change_subject ON touch_change (tenant_id, subject_id, id);
SELECT protect_tenant_rows('touch_change');

CREATE TABLE manager_capacity (
  tenant_id text NOT NULL,
  manager text NOT NULL,
  hours_per_week numeric(6, 2) NOT NULL,
  weeks int NOT NULL,
  utilisation numeric(5, 4) NOT NULL,
  admin_share numeric(5, 4) NOT NULL,
  high_touches numeric(6, 2) NOT NULL,
  low_touches numeric(6, 2) NOT NULL,
  hours_per_touch numeric(6, 2) NOT NULL,
  PRIMARY KEY (tenant_id, manager)
);
SELECT protect_tenant_rows('manager_capacity');
