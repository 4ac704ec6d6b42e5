-- Tasks of every kind: why, in words of any language; whose they are; what is at stake; what the clock does with them.
-- A task may be about no customer in particular, such as one about a cohort.
ALTER TABLE success_task
  ALTER COLUMN account_id DROP NOT NULL,
  ADD COLUMN why jsonb,
  ADD COLUMN severity smallint NOT NULL DEFAULT 2,
  ADD COLUMN owner text,
  ADD COLUMN queue text NOT NULL DEFAULT 'success',
  ADD COLUMN dedupe_key text,
  ADD COLUMN rule_id uuid,
  ADD COLUMN rule_revision int,
  ADD COLUMN minor bigint,
  ADD COLUMN currency char(3),
  -- In major units, for the order: 0 where nothing is known to be at stake.
  ADD COLUMN at_risk numeric NOT NULL DEFAULT 0,
  ADD COLUMN overdue_at timestamptz,
  ADD COLUMN snoozed_until date,
  ADD COLUMN wakes_at timestamptz,
  ADD COLUMN escalate_to text,
  ADD COLUMN escalated_at timestamptz,
  ADD COLUMN note text,
  ADD COLUMN completed_by text;

ALTER TABLE success_task NO FORCE ROW LEVEL SECURITY;
UPDATE success_task SET
  why = jsonb_build_object('code', 'told', 'arguments', jsonb_build_array(reason), 'details', jsonb_build_array()),
  dedupe_key = kind,
  overdue_at = (due_on + 1)::timestamp AT TIME ZONE 'UTC',
  note = outcome,
  outcome = NULL;
ALTER TABLE success_task FORCE ROW LEVEL SECURITY;

ALTER TABLE success_task
  DROP COLUMN reason,
  ALTER COLUMN why SET NOT NULL,
  ALTER COLUMN dedupe_key SET NOT NULL,
  ALTER COLUMN overdue_at SET NOT NULL;

DROP INDEX success_task_open;
CREATE UNIQUE INDEX success_task_open ON success_task (tenant_id, account_id, dedupe_key) NULLS NOT DISTINCT
  WHERE status <> 'DONE';

-- The inbox of one owner, of one kind, or of all, in each of its orders.
CREATE INDEX success_task_owner_due ON success_task (tenant_id, owner, status, due_on, id);
CREATE INDEX success_task_owner_severity ON success_task (tenant_id, owner, status, severity, id);
CREATE INDEX success_task_owner_money ON success_task (tenant_id, owner, status, at_risk, id);
CREATE INDEX success_task_due ON success_task (tenant_id, status, due_on, id);
CREATE INDEX success_task_severity ON success_task (tenant_id, status, severity, id);
CREATE INDEX success_task_money ON success_task (tenant_id, status, at_risk, id);
CREATE INDEX success_task_kind ON success_task (tenant_id, kind, status, due_on, id);
-- What the clock has to do.
CREATE INDEX success_task_wakes ON success_task (tenant_id, wakes_at) WHERE status = 'SNOOZED';
CREATE INDEX success_task_overdue ON success_task (tenant_id, overdue_at)
  WHERE status <> 'DONE' AND escalate_to IS NOT NULL AND escalated_at IS NULL;
CREATE INDEX success_task_rule ON success_task (tenant_id, rule_id, outcome) WHERE rule_id IS NOT NULL;

-- What happened to whose tasks, for those who watch an inbox. Transactions end in another order than they write, so a
-- reader goes by their ids and reads only up to the oldest that is still running: it can overlook none.
CREATE TABLE task_event (
  tenant_id text NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  task_id uuid NOT NULL,
  owner text,
  queue text NOT NULL,
  kind text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, xid, seq),
  FOREIGN KEY (tenant_id, task_id) REFERENCES success_task (tenant_id, id)
);
CREATE INDEX task_event_owner ON task_event (tenant_id, owner, xid, seq);
CREATE INDEX task_event_recorded ON task_event USING brin (recorded_at);
SELECT protect_tenant_rows('task_event');

-- Which tenants have work that only the clock sets off, so that the passing of time is accounted for in each.
CREATE TABLE clocked_tenant (
  tenant_id text PRIMARY KEY
);
SELECT protect_plumbing_rows('clocked_tenant');
SELECT set_config('rivulet.tenant', '*', true);
INSERT INTO clocked_tenant SELECT tenant_id FROM scored_tenant;
