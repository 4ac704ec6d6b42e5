-- Both services know the same subscriptions, with seats, price, status and dates.
-- same on subscription
SELECT tenant_id, id, account_id, seats, price_minor, currency, status, start_date, end_date FROM subscription
-- same on success
SELECT tenant_id, id, account_id, seats, minor, currency, status, start_date, end_date FROM subscription
