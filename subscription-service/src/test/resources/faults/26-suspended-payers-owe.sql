-- a case without a step
INSERT INTO dunning_case (tenant_id, id, version, account_id, episode, status, suspended, opened_on)
SELECT tenant_id, gen_random_uuid(), 0, id, 1, 'OPEN', true, '2025-03-01' FROM account WHERE tenant_id = :tenant
