-- Which economic activity a sale is, who may carry it on, and what the law says of it by date.

CREATE TABLE activity_edition (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  scheme text NOT NULL,
  edition text NOT NULL,
  valid_from date,
  codes int NOT NULL CHECK (codes >= 0),
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, scheme, edition)
);
SELECT protect_tenant_rows('activity_edition');

-- COLLATE "C" so that a code's descendants are a range of the primary key.
CREATE TABLE activity_code (
  tenant_id text NOT NULL,
  edition_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  parent text COLLATE "C",
  section text,
  level text,
  name text NOT NULL,
  licensed boolean NOT NULL,
  PRIMARY KEY (tenant_id, edition_id, code),
  FOREIGN KEY (tenant_id, edition_id) REFERENCES activity_edition
);
SELECT protect_tenant_rows('activity_code');

CREATE TABLE seller (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  edition_id uuid NOT NULL,
  main_code text NOT NULL,
  additional_codes jsonb NOT NULL,
  licences jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, edition_id) REFERENCES activity_edition
);
SELECT protect_tenant_rows('seller');

CREATE TABLE activity_assignment (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  seller_id uuid NOT NULL,
  product_id uuid NOT NULL,
  code text NOT NULL,
  channel_codes jsonb NOT NULL,
  goods text,
  service_lines jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, seller_id, product_id),
  FOREIGN KEY (tenant_id, seller_id) REFERENCES seller,
  FOREIGN KEY (tenant_id, product_id) REFERENCES product
);
CREATE INDEX activity_assignment_product ON activity_assignment (tenant_id, product_id, id);
SELECT protect_tenant_rows('activity_assignment');

-- Dated: valid_from inclusive, valid_to exclusive. What a column leaves out the rule does not look at.
CREATE TABLE sale_rule (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('BANNED', 'LICENSED', 'NEEDS_CODE')),
  goods text,
  channel text,
  service_line text,
  code text,
  valid_from date NOT NULL,
  valid_to date,
  basis text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (valid_to > valid_from),
  CHECK (goods IS NOT NULL OR channel IS NOT NULL OR service_line IS NOT NULL),
  CHECK ((code IS NULL) = (kind = 'BANNED'))
);
SELECT protect_tenant_rows('sale_rule');

-- What invoices brought in by product, as subscription-service told it.
CREATE TABLE product_revenue (
  tenant_id text NOT NULL,
  invoice_id uuid NOT NULL,
  position int NOT NULL,
  product_id uuid NOT NULL,
  minor bigint NOT NULL,
  currency char(3) NOT NULL,
  issued_on date NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id, position),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product
);
CREATE INDEX product_revenue_product ON product_revenue (tenant_id, product_id, issued_on);
SELECT protect_tenant_rows('product_revenue');
