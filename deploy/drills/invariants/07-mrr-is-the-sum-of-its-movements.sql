-- The movements of recurring revenue add up to the balance of the account and to its active subscriptions.
-- same on subscription
SELECT tenant_id, account_id, sum(amount_minor) FROM mrr_movement
GROUP BY tenant_id, account_id HAVING sum(amount_minor) <> 0
-- same on subscription
SELECT tenant_id, account_id, minor FROM mrr_balance WHERE minor <> 0
-- same on subscription
SELECT tenant_id, account_id, sum(price_minor) FROM subscription WHERE status = 'ACTIVE'
GROUP BY tenant_id, account_id HAVING sum(price_minor) <> 0
