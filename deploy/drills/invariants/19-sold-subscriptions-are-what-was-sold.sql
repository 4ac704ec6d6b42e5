-- The catalogue has counted exactly the subscriptions that were sold.
-- same on subscription
SELECT tenant_id, id, product_id, account_id, start_date FROM subscription
-- same on catalog
SELECT tenant_id, id, product_id, account_id, start_date FROM sold_subscription
