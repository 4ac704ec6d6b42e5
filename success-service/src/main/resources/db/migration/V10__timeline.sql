-- What happened with a customer, told by every feature in its own words. No foreign key: a fact may be heard before the
-- customer is. The id follows from what an entry tells, so that telling it again changes nothing.
CREATE TABLE timeline_entry (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  occurred_at timestamptz NOT NULL,
  source_id uuid NOT NULL,
  contact_id uuid,
  text text,
  facts jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, account_id, id)
);
CREATE INDEX timeline_entry_order ON timeline_entry (tenant_id, account_id, occurred_at DESC, id DESC);
CREATE INDEX timeline_entry_contact ON timeline_entry (tenant_id, contact_id) WHERE contact_id IS NOT NULL;
SELECT protect_tenant_rows('timeline_entry');
