-- The catalogue's evidence is exactly what customers have settled.
-- same on success
SELECT tenant_id, id, account_id, proposition_id, metric, status, trim_scale(measured), confirmed_on
FROM promise WHERE status IN ('CONFIRMED', 'PARTLY', 'NOT_ACHIEVED')
-- same on catalog
SELECT tenant_id, promise_id, account_id, proposition_id, metric, outcome, trim_scale(measured), confirmed_on
FROM evidence
