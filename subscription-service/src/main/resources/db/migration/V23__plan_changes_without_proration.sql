-- Days that run on what the terms before were charged with in advance: another plan that is charged from the next period on.
ALTER TABLE subscription_term
  DROP CONSTRAINT subscription_term_mode_check,
  ADD CONSTRAINT subscription_term_mode_check
    CHECK (mode IN ('TRIAL', 'SETTLED', 'RUNNING', 'WAIVED', 'PREPAID', 'PAUSED'));
