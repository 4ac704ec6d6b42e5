-- given back without being earned
INSERT INTO commission_entry (tenant_id, id, kind, partner_id, rule_id, invoice_id, invoice_number, invoice_line_id,
  subscription_id, account_id, customer_name, product_id, base_minor, percent, amount_minor, currency, earned_on, cause,
  explanation, recorded_at)
SELECT tenant_id, gen_random_uuid(), 'REVERSAL', gen_random_uuid(), gen_random_uuid(), invoice_id, '1', id, subscription_id,
  account_id, 'Northwind', gen_random_uuid(), amount_minor, 10, -5, currency, '2025-02-01', gen_random_uuid(), '{}', now()
FROM charge WHERE tenant_id = :tenant AND period_start = '2025-02-28'
-- a statement that is not the sum of its entries
INSERT INTO commission_statement (tenant_id, id, version, partner_id, month, currency, status, total_minor, entries,
  created_at, finalized_at, finalized_by)
VALUES (:tenant, gen_random_uuid(), 0, gen_random_uuid(), '2025-02-01', 'EUR', 'FINAL', 5, 1, now(), now(), 'anna')
