-- Who holds a seat, as the customer reports it; released rows stay, so that it is known that it reports at all.
CREATE TABLE licence_assignment (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  user_id text NOT NULL,
  assigned_on date NOT NULL,
  released_on date,
  PRIMARY KEY (tenant_id, account_id, user_id)
);
SELECT protect_tenant_rows('licence_assignment');

-- How each customer's seats stand, so that all customers can be ranked by the money idle: made anew whenever something
-- of the customer changes, and when its day is over.
CREATE TABLE licence_standing (
  tenant_id text NOT NULL,
  account_id uuid NOT NULL,
  currency char(3) NOT NULL,
  purchased int NOT NULL,
  assigned int NOT NULL,
  active int NOT NULL,
  idle int NOT NULL,
  reported boolean NOT NULL,
  recurring_minor bigint NOT NULL,
  idle_minor bigint NOT NULL,
  as_of date NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, account_id, currency)
);
CREATE INDEX licence_standing_idle ON licence_standing (tenant_id, currency, idle_minor DESC, account_id);
CREATE INDEX licence_standing_due ON licence_standing (tenant_id, due_at);
SELECT protect_tenant_rows('licence_standing');

-- Which tenants have any, so that the passing of time can be accounted for in each.
CREATE TABLE licence_tenant (
  tenant_id text PRIMARY KEY
);
SELECT protect_plumbing_rows('licence_tenant');
