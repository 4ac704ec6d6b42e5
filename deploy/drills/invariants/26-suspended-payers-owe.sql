-- A case that is open has taken a step, and who is suspended has a step that said so.
-- none on subscription
SELECT c.tenant_id, c.account_id, c.status, c.suspended FROM dunning_case c
WHERE NOT EXISTS (SELECT FROM dunning_step s WHERE (s.tenant_id, s.case_id) = (c.tenant_id, c.id))
  OR c.suspended AND NOT EXISTS (SELECT FROM dunning_step s
    WHERE (s.tenant_id, s.case_id, s.action) = (c.tenant_id, c.id, 'SUSPEND'))
