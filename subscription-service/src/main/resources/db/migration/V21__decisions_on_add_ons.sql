-- What one decision changed: the subscription it was made on, and those bought in addition to it. Null for decisions of
-- before, each of which stands for itself.
ALTER TABLE subscription_change ADD COLUMN decision_id uuid;
CREATE INDEX subscription_change_of_decision ON subscription_change (tenant_id, decision_id);
