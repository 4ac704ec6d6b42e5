-- Who cancels with a full credit has the days of the period that has begun for nothing: their terms are WAIVED, so that
-- nobody charges them again.
ALTER TABLE subscription_term
  DROP CONSTRAINT subscription_term_mode_check,
  ADD CONSTRAINT subscription_term_mode_check CHECK (mode IN ('TRIAL', 'SETTLED', 'RUNNING', 'WAIVED', 'PAUSED'));

-- Usage of one span may have been charged more than once, as when it passed a threshold, became known late or was below
-- its minimum. Giving all of it back is a credit of each of these charges, all of them for the same days.
DROP INDEX charge_once;
CREATE UNIQUE INDEX charge_once ON charge
  (tenant_id, subscription_id, component, reason, period_start, cause, credit_of) NULLS NOT DISTINCT
  WHERE status <> 'VOID' AND subscription_id IS NOT NULL;
