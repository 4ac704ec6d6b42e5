-- The success service's clock of a sandbox tenant stands where the subscription service's does.
-- same on subscription
SELECT tenant_id, now FROM tenant_clock
-- same on success
SELECT tenant_id, now FROM tenant_clock
