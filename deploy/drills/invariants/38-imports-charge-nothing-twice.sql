-- No day of an imported subscription that was charged elsewhere is charged here, whatever was decided about it since.
-- none on subscription
SELECT c.tenant_id, c.subscription_id, c.component, c.period_start, s.charged_through
FROM charge c JOIN subscription s ON (s.tenant_id, s.id) = (c.tenant_id, c.subscription_id)
WHERE s.charged_through IS NOT NULL AND c.status <> 'VOID' AND c.period_start < s.charged_through
-- What was imported has one name elsewhere, and every name leads to what was imported; what was open elsewhere is in
-- the books once, on the opening account.
-- same on subscription
SELECT tenant_id, type, id FROM import_reference WHERE type <> 'account'
-- same on subscription
SELECT tenant_id, 'subscription', id FROM subscription WHERE charged_through IS NOT NULL
UNION ALL
SELECT tenant_id, CASE debit WHEN 'REVENUE' THEN 'receivable' ELSE 'balance' END, cause_id
FROM ledger_transfer WHERE cause_kind = 'MIGRATION'
-- What is real of an import has come of its lines; nothing has before it is activated.
-- none on subscription
SELECT l.tenant_id, l.job_id, l.line, j.status FROM import_line l
JOIN import_job j ON (j.tenant_id, j.id) = (l.tenant_id, l.job_id)
WHERE l.status = 'TAKEN' AND (j.status NOT IN ('ACTIVATING', 'ACTIVE', 'FAILED') OR NOT EXISTS (
  SELECT FROM import_reference r
  WHERE (r.tenant_id, r.type, r.external_id, r.id) = (l.tenant_id, l.type, l.external_id, l.subject_id)))
