-- Every subscription with a promised benefit has exactly one promise, as it was pinned.
-- same on subscription
SELECT tenant_id, id, account_id, proposition_id, proposition_version, benefit_metric, benefit_unit,
  trim_scale(benefit_baseline::numeric), trim_scale(benefit_target::numeric), start_date + benefit_within_days
FROM subscription WHERE benefit_metric IS NOT NULL
-- same on success
SELECT tenant_id, subscription_id, account_id, proposition_id, proposition_version, metric, unit,
  trim_scale(baseline), trim_scale(target), due_on
FROM promise
