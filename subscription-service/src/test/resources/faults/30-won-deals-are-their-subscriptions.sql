-- a deal won without anything
INSERT INTO deal (tenant_id, id, version, stage, account_id, customer_name, product_id, segment_id, owner, expected_minor,
  currency, expected_close, proposition_id, proposition_version, lines, quote_id, opened_at, stage_since, closed_at)
SELECT tenant_id, gen_random_uuid(), 0, 'WON', id, name, gen_random_uuid(), gen_random_uuid(), 'anna', 1, 'EUR',
  '2025-02-01', gen_random_uuid(), 1, '[]', gen_random_uuid(), now(), now(), now() FROM account WHERE tenant_id = :tenant
