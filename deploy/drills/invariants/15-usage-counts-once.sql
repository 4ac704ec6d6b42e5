-- Every usage event of the demo load counts exactly once.
-- none on success
SELECT sum(events), trim_scale(sum(quantity)), ${usageEvents}, ${usageQuantity}
FROM usage_day WHERE tenant_id = 'demo'
HAVING coalesce(sum(events), 0) <> ${usageEvents} OR coalesce(sum(quantity), 0) <> ${usageQuantity}
