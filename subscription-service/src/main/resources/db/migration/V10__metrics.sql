-- A movement of recurring revenue belongs to a move: what a cause (a subscription's change) makes of the subscription's
-- revenue from a day on. Of what it concerned, figures are told apart by these.
ALTER TABLE mrr_movement
  DROP CONSTRAINT IF EXISTS mrr_movement_cause_check,
  DROP CONSTRAINT IF EXISTS mrr_movement_once,
  ADD COLUMN effective_on date,
  ADD COLUMN plan_id uuid,
  ADD COLUMN product_id uuid,
  ADD COLUMN segment_id uuid,
  ADD COLUMN partner_id uuid,
  ADD COLUMN activity_code text;

-- For all tenants at once, which only the owner without its own policies can do.
ALTER TABLE mrr_movement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE subscription NO FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_proposition NO FORCE ROW LEVEL SECURITY;
ALTER TABLE mrr_movement DISABLE TRIGGER mrr_movement_is_final;
UPDATE mrr_movement SET effective_on = moved_on;
UPDATE mrr_movement m SET plan_id = s.plan_id, product_id = s.product_id
FROM subscription s WHERE (s.tenant_id, s.id) = (m.tenant_id, m.subscription_id);
UPDATE mrr_movement m SET segment_id = p.segment_id
FROM subscription s JOIN offer_proposition p ON (p.tenant_id, p.id) = (s.tenant_id, s.proposition_id)
WHERE (s.tenant_id, s.id) = (m.tenant_id, m.subscription_id);
ALTER TABLE mrr_movement ENABLE TRIGGER mrr_movement_is_final;
ALTER TABLE mrr_movement FORCE ROW LEVEL SECURITY;
ALTER TABLE subscription FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_proposition FORCE ROW LEVEL SECURITY;

ALTER TABLE mrr_movement
  ALTER COLUMN effective_on SET NOT NULL,
  ADD CONSTRAINT mrr_movement_once UNIQUE (tenant_id, subscription_id, cause, effective_on, moved_on),
  ADD CONSTRAINT mrr_movement_reaches_forward CHECK (moved_on >= effective_on);
CREATE INDEX mrr_movement_account ON mrr_movement (tenant_id, account_id, moved_on);

-- A month closed: what was known of it then. It stays, whatever becomes known later.
CREATE TABLE mrr_close (
  tenant_id text NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, month)
);
SELECT protect_tenant_rows('mrr_close');

CREATE TABLE mrr_close_line (
  tenant_id text NOT NULL,
  month date NOT NULL,
  currency char(3) NOT NULL,
  start_minor bigint NOT NULL,
  new_minor bigint NOT NULL,
  expansion_minor bigint NOT NULL,
  contraction_minor bigint NOT NULL,
  churn_minor bigint NOT NULL,
  reactivation_minor bigint NOT NULL,
  late_minor bigint NOT NULL,
  end_minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, month, currency),
  FOREIGN KEY (tenant_id, month) REFERENCES mrr_close,
  CONSTRAINT mrr_close_adds_up CHECK (end_minor = start_minor + new_minor + expansion_minor + contraction_minor
    + churn_minor + reactivation_minor + late_minor)
);
SELECT protect_tenant_rows('mrr_close_line');

-- In which month's close a movement was counted: its own, or a later one in which it became known. OPENING is what was
-- there before the first month ever closed.
CREATE TABLE mrr_closed_movement (
  tenant_id text NOT NULL,
  movement_id uuid NOT NULL,
  month date NOT NULL,
  part text NOT NULL CHECK (part IN ('OPENING', 'IN_MONTH', 'LATE')),
  PRIMARY KEY (tenant_id, movement_id),
  FOREIGN KEY (tenant_id, movement_id) REFERENCES mrr_movement,
  FOREIGN KEY (tenant_id, month) REFERENCES mrr_close
);
CREATE INDEX mrr_closed_movement_month ON mrr_closed_movement (tenant_id, month, part, movement_id);
SELECT protect_tenant_rows('mrr_closed_movement');

CREATE TRIGGER mrr_close_is_final BEFORE UPDATE OR DELETE ON mrr_close
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER mrr_close_line_is_final BEFORE UPDATE OR DELETE ON mrr_close_line
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER mrr_closed_movement_is_final BEFORE UPDATE OR DELETE ON mrr_closed_movement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
