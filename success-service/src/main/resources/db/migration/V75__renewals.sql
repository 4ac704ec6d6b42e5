-- One row for each day on which a subscription comes up for renewal: at most one of a subscription is still to come out.
CREATE TABLE renewal (
  tenant_id text NOT NULL,
  subscription_id uuid NOT NULL,
  due_on date NOT NULL,
  account_id uuid NOT NULL,
  plan_name text NOT NULL,
  start_on date NOT NULL,
  -- The end has been decided: it is not renewed unless something happens.
  ends boolean NOT NULL,
  -- Where its years begin; null unless it is paid by the year.
  anchor_first date,
  anchor_day int,
  -- Monthly recurring revenue, as last heard.
  minor bigint NOT NULL,
  currency char(3) NOT NULL,
  -- The risk as it was shown beforehand, and the day it was.
  seen_on date,
  risk text,
  -- The local day from which on there is something to do by the clock.
  look_on date,
  outcome text,
  minor_before bigint,
  minor_after bigint,
  PRIMARY KEY (tenant_id, subscription_id, due_on)
);
CREATE UNIQUE INDEX renewal_to_come ON renewal (tenant_id, subscription_id) WHERE outcome IS NULL;
CREATE INDEX renewal_due ON renewal (tenant_id, due_on, subscription_id) WHERE outcome IS NULL;
CREATE INDEX renewal_look ON renewal (tenant_id, look_on) WHERE look_on IS NOT NULL;
CREATE INDEX renewal_account ON renewal (tenant_id, account_id, due_on);
CREATE INDEX renewal_came_out ON renewal (tenant_id, due_on) WHERE outcome IS NOT NULL;
SELECT protect_tenant_rows('renewal');
