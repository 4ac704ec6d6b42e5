-- Where a tenant draws the lines of the risk of renewals; who has no row has the usual ones.
CREATE TABLE renewal_policy (
  tenant_id text PRIMARY KEY,
  version bigint NOT NULL,
  score_fall numeric NOT NULL,
  steep_score_fall numeric NOT NULL,
  enough_use numeric NOT NULL,
  little_use numeric NOT NULL,
  unpaid_days int NOT NULL,
  silent_days int NOT NULL,
  many_reasons int NOT NULL,
  good_reasons int NOT NULL
);
SELECT protect_tenant_rows('renewal_policy');
