-- Every account is exactly one customer of the success service, and no other.
-- same on subscription
SELECT tenant_id, id, name, zone, currency FROM account
-- same on success
SELECT tenant_id, id, name, zone, currency FROM customer
