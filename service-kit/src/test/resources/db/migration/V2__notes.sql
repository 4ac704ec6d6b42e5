CREATE TABLE note (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  title text NOT NULL,
  minor bigint NOT NULL,
  currency char(3) NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('note');

CREATE TABLE note_copy (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  version bigint NOT NULL,
  effects int NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_rows('note_copy');

CREATE TABLE note_fact (
  tenant_id text NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  note_id uuid NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);
SELECT protect_tenant_rows('note_fact');
