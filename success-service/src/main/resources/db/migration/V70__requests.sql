-- What several customers ask for. One that was merged into another stays, so that it can be taken out again.
CREATE TABLE product_request (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  title text NOT NULL,
  description text,
  product_id uuid NOT NULL,
  feature text,
  status text NOT NULL CHECK (status IN ('OPEN', 'PLANNED', 'RELEASED', 'DECLINED')),
  reason text,
  merged_into uuid,
  release_id uuid,
  merges int NOT NULL DEFAULT 0,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  moved_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, merged_into) REFERENCES product_request (tenant_id, id),
  CHECK (status <> 'DECLINED' OR reason IS NOT NULL)
);
CREATE INDEX product_request_product ON product_request (tenant_id, product_id, id);
SELECT protect_tenant_rows('product_request');

-- What was put together, and by it exactly what is taken apart again.
CREATE TABLE request_merge (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  request_id uuid NOT NULL,
  merged_request_id uuid,
  feedback_ids jsonb NOT NULL,
  merged_by text NOT NULL,
  merged_at timestamptz NOT NULL,
  undone_by text,
  undone_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES product_request (tenant_id, id),
  FOREIGN KEY (tenant_id, merged_request_id) REFERENCES product_request (tenant_id, id)
);
CREATE INDEX request_merge_request ON request_merge (tenant_id, request_id, id);
SELECT protect_tenant_rows('request_merge');

-- Who asks for what, how often: an account is one, however often it asked.
CREATE TABLE request_asker (
  tenant_id text NOT NULL,
  request_id uuid NOT NULL,
  account_id uuid NOT NULL,
  items int NOT NULL,
  first_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, request_id, account_id)
);
CREATE INDEX request_asker_account ON request_asker (tenant_id, account_id);
SELECT protect_tenant_rows('request_asker');

-- What those who ask are worth, as known now; kept in the transaction of whatever changes it.
CREATE TABLE request_revenue (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  currency char(3),
  mrr_minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, account_id)
);
SELECT protect_tenant_rows('request_revenue');
