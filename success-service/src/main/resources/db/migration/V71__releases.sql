-- What came out, as the catalog tells; it never changes.
CREATE TABLE product_release (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  title text NOT NULL,
  notes text NOT NULL,
  features text[] NOT NULL,
  announced_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX product_release_order ON product_release (tenant_id, announced_at, id);
SELECT protect_tenant_rows('product_release');

-- Who asked for it, and has been told. No foreign key: an account may be named before it is heard of.
CREATE TABLE release_asker (
  tenant_id text NOT NULL,
  release_id uuid NOT NULL,
  account_id uuid NOT NULL,
  told_by text,
  told_at timestamptz,
  PRIMARY KEY (tenant_id, release_id, account_id),
  FOREIGN KEY (tenant_id, release_id) REFERENCES product_release (tenant_id, id)
);
SELECT protect_tenant_rows('release_asker');

-- That a function of the company knows of a release; once each.
CREATE TABLE release_acknowledgement (
  tenant_id text NOT NULL,
  release_id uuid NOT NULL,
  team text NOT NULL CHECK (team IN ('SUPPORT', 'SALES', 'MARKETING', 'SUCCESS')),
  acknowledged_by text NOT NULL,
  acknowledged_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, release_id, team),
  FOREIGN KEY (tenant_id, release_id) REFERENCES product_release (tenant_id, id)
);
SELECT protect_tenant_rows('release_acknowledgement');

-- Whom a release of a product concerns.
CREATE INDEX subscription_product ON subscription (tenant_id, product_id, account_id);
