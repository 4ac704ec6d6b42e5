-- How a product is sold, by whom else, and when they may.

-- A row per version; product and segment together say whose versions they are.
CREATE TABLE playbook (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  segment_id uuid,
  playbook_version int NOT NULL CHECK (playbook_version > 0),
  status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
  title text NOT NULL,
  steps jsonb NOT NULL,
  objections jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  superseded_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, product_id, segment_id, playbook_version),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product,
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment,
  CHECK ((status = 'DRAFT') = (published_at IS NULL)),
  CHECK ((status = 'SUPERSEDED') = (superseded_at IS NOT NULL))
);
CREATE UNIQUE INDEX playbook_draft ON playbook (tenant_id, product_id, segment_id) NULLS NOT DISTINCT
  WHERE status = 'DRAFT';
CREATE UNIQUE INDEX playbook_published ON playbook (tenant_id, product_id, segment_id) NULLS NOT DISTINCT
  WHERE status = 'PUBLISHED';
SELECT protect_tenant_rows('playbook');

-- Roles of the tenant's own, beside vendor, distributor, reseller and consumer.
CREATE TABLE partner_role (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  sells boolean NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key)
);
SELECT protect_tenant_rows('partner_role');

CREATE TABLE partner (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  key text,
  name text NOT NULL,
  role text NOT NULL,
  tier text,
  territory jsonb NOT NULL,
  manager text,
  status text NOT NULL CHECK (status IN ('PROSPECT', 'CONTRACTED', 'TRAINING', 'ACTIVE', 'SUSPENDED', 'ENDED')),
  status_since timestamptz NOT NULL,
  contract_reference text,
  contract_signed_on date,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  CHECK (status IN ('PROSPECT', 'ENDED') OR contract_reference IS NOT NULL),
  CHECK ((contract_reference IS NULL) = (contract_signed_on IS NULL))
);
SELECT protect_tenant_rows('partner');

CREATE TABLE partner_move (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  partner_id uuid NOT NULL,
  from_status text NOT NULL,
  to_status text NOT NULL,
  reason text,
  moved_by text NOT NULL,
  moved_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, partner_id) REFERENCES partner
);
CREATE INDEX partner_move_partner ON partner_move (tenant_id, partner_id, id);
SELECT protect_tenant_rows('partner_move');

CREATE TABLE partner_person (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  partner_id uuid NOT NULL,
  name text NOT NULL,
  email text,
  left_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, partner_id) REFERENCES partner
);
CREATE INDEX partner_person_partner ON partner_person (tenant_id, partner_id, id);
SELECT protect_tenant_rows('partner_person');

CREATE TABLE certification (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  partner_id uuid NOT NULL,
  person_id uuid NOT NULL,
  playbook_id uuid NOT NULL,
  product_id uuid NOT NULL,
  playbook_version int NOT NULL,
  passed_on date NOT NULL,
  examiner text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, person_id, playbook_id),
  FOREIGN KEY (tenant_id, partner_id) REFERENCES partner,
  FOREIGN KEY (tenant_id, person_id) REFERENCES partner_person,
  FOREIGN KEY (tenant_id, playbook_id) REFERENCES playbook
);
CREATE INDEX certification_partner ON certification (tenant_id, partner_id, id);
CREATE INDEX certification_playbook ON certification (tenant_id, playbook_id);
SELECT protect_tenant_rows('certification');

-- A client who can vouch for a partner; a client counts once, however its name is capitalised.
CREATE TABLE partner_reference (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  partner_id uuid NOT NULL,
  client text NOT NULL,
  contact text,
  confirmed_by text,
  confirmed_on date,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, partner_id) REFERENCES partner,
  CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL))
);
CREATE UNIQUE INDEX partner_reference_client ON partner_reference (tenant_id, partner_id, lower(client));
SELECT protect_tenant_rows('partner_reference');

CREATE TABLE channel_opening (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  criteria jsonb NOT NULL,
  waiver text,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_by text,
  closed_at timestamptz,
  close_reason text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product,
  CHECK (num_nulls(closed_by, closed_at, close_reason) IN (0, 3))
);
CREATE INDEX channel_opening_product ON channel_opening (tenant_id, product_id, id);
CREATE UNIQUE INDEX channel_opening_open ON channel_opening (tenant_id, product_id) WHERE closed_at IS NULL;
SELECT protect_tenant_rows('channel_opening');
