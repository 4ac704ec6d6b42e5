-- The subscription service and the success service count the same usage.
-- same on success
SELECT tenant_id, account_id, metric, sum(quantity), sum(events) FROM usage_day GROUP BY tenant_id, account_id, metric
-- same on subscription
SELECT tenant_id, account_id, metric, sum(quantity), sum(events) FROM usage_day GROUP BY tenant_id, account_id, metric
