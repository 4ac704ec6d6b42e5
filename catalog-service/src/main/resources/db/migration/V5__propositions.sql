-- Propositions through review, versions and contests; what helps to sell them; deals as far as the catalog counts them.

ALTER TABLE value_proposition
  ADD COLUMN line_id uuid,
  ADD COLUMN locale text NOT NULL DEFAULT 'en',
  ADD COLUMN audience text,
  ADD COLUMN needs jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN case_study_ids jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN role text CHECK (role IN ('CHAMPION', 'CHALLENGER')),
  ADD COLUMN weight int NOT NULL DEFAULT 100 CHECK (weight BETWEEN 0 AND 1000),
  ADD COLUMN return_reason text;

DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname FROM pg_constraint
    WHERE conrelid = 'value_proposition'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%status%'
  LOOP
    EXECUTE format('ALTER TABLE value_proposition DROP CONSTRAINT %I', c.conname);
  END LOOP;
END $$;

-- Row-level security binds the owner too, and a migration has no tenant.
ALTER TABLE value_proposition NO FORCE ROW LEVEL SECURITY;
UPDATE value_proposition SET line_id = id;
UPDATE value_proposition p SET role = CASE
  WHEN EXISTS (SELECT FROM value_proposition older
    WHERE older.tenant_id = p.tenant_id AND older.product_id = p.product_id AND older.segment_id = p.segment_id
      AND older.status = 'APPROVED' AND older.id < p.id)
  THEN 'CHALLENGER' ELSE 'CHAMPION' END
  WHERE status = 'APPROVED';
ALTER TABLE value_proposition FORCE ROW LEVEL SECURITY;

ALTER TABLE value_proposition
  ALTER COLUMN line_id SET NOT NULL,
  ALTER COLUMN locale DROP DEFAULT,
  ADD CONSTRAINT value_proposition_status CHECK (status IN ('DRAFT', 'REVIEW', 'APPROVED', 'SUPERSEDED')),
  ADD CONSTRAINT value_proposition_approved CHECK ((status IN ('APPROVED', 'SUPERSEDED')) = (approved_at IS NOT NULL)),
  ADD CONSTRAINT value_proposition_role CHECK ((status = 'APPROVED') = (role IS NOT NULL)),
  ADD CONSTRAINT value_proposition_line UNIQUE (tenant_id, line_id, proposition_version);

CREATE UNIQUE INDEX value_proposition_champion ON value_proposition (tenant_id, product_id, segment_id, locale)
  WHERE role = 'CHAMPION';

-- Competitors, and the alternatives that are none: doing it by hand, in a spreadsheet, not at all.
CREATE TABLE competitor (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('COMPETITOR', 'ALTERNATIVE')),
  website text,
  description text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);
SELECT protect_tenant_rows('competitor');

CREATE TABLE battlecard (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  competitor_id uuid NOT NULL,
  product_id uuid NOT NULL,
  strengths jsonb NOT NULL,
  weaknesses jsonb NOT NULL,
  how_to_win jsonb NOT NULL,
  questions jsonb NOT NULL,
  review_by date NOT NULL,
  reviewed_on date NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, competitor_id, product_id),
  FOREIGN KEY (tenant_id, competitor_id) REFERENCES competitor,
  FOREIGN KEY (tenant_id, product_id) REFERENCES product
);
CREATE INDEX battlecard_product ON battlecard (tenant_id, product_id, id);
CREATE INDEX battlecard_review_by ON battlecard (tenant_id, review_by);
SELECT protect_tenant_rows('battlecard');

CREATE TABLE case_study (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  product_id uuid NOT NULL,
  segment_id uuid,
  proposition_id uuid,
  promise_id uuid,
  account_id uuid,
  status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  title text NOT NULL,
  customer text,
  problem text,
  story text,
  result text,
  consent text NOT NULL CHECK (consent IN ('NONE', 'INTERNAL', 'ANONYMOUS', 'NAMED')),
  consent_given_by text,
  consent_given_on date,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, promise_id),
  FOREIGN KEY (tenant_id, product_id) REFERENCES product,
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment,
  FOREIGN KEY (tenant_id, proposition_id) REFERENCES value_proposition,
  CHECK (status <> 'PUBLISHED' OR consent <> 'NONE'),
  CHECK (status <> 'PUBLISHED' OR consent <> 'NAMED' OR customer IS NOT NULL)
);
CREATE INDEX case_study_product ON case_study (tenant_id, product_id, id);
SELECT protect_tenant_rows('case_study');

-- A tenant's own rules of the linter; one with the code of a built-in rule stands in its place.
CREATE TABLE lint_rule (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  code text NOT NULL,
  active boolean NOT NULL,
  severity text NOT NULL CHECK (severity IN ('ERROR', 'WARNING', 'INFO')),
  place text NOT NULL CHECK (place IN ('START', 'FIRST_SENTENCE', 'ANYWHERE', 'WHOLE')),
  fields jsonb NOT NULL,
  functions jsonb NOT NULL,
  unless_proven boolean NOT NULL,
  phrases jsonb NOT NULL,
  advice text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
SELECT protect_tenant_rows('lint_rule');

-- Deals and what became of them, from other services' facts or by hand. A subscription sold without a known deal
-- counts as a won one under its own id. No foreign keys: a fact may come before the thing it names is known.
CREATE TABLE deal (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  segment_id uuid,
  proposition_id uuid,
  status text NOT NULL CHECK (status IN ('OPEN', 'WON', 'LOST')),
  subscription_id uuid,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX deal_proposition ON deal (tenant_id, proposition_id, status);
CREATE INDEX deal_open ON deal (tenant_id, product_id, segment_id) WHERE status = 'OPEN';
CREATE UNIQUE INDEX deal_subscription ON deal (tenant_id, subscription_id);
SELECT protect_tenant_rows('deal');
