-- Who cancels with a full credit has the days of the period that has begun for nothing: their terms are WAIVED, so that
-- nobody charges them again.
ALTER TABLE subscription_term
  DROP CONSTRAINT subscription_term_mode_check,
  ADD CONSTRAINT subscription_term_mode_check CHECK (mode IN ('TRIAL', 'SETTLED', 'RUNNING', 'WAIVED', 'PAUSED'));
