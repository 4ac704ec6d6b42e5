-- Who moved in some months: net retention over them asks of nobody else.
CREATE INDEX revenue_movement_moved ON revenue_movement (tenant_id, currency, moved_on) INCLUDE (account_id);

-- Who used a metric on some days: retention by metrics reads these and no others.
CREATE INDEX usage_day_metric ON usage_day (tenant_id, metric, day) INCLUDE (account_id, user_id);
