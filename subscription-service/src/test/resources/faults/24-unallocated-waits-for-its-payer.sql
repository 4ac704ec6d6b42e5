-- money without an entry of the bank
INSERT INTO ledger_transfer (tenant_id, id, debit, credit, amount_minor, currency, cause_kind, cause_id, posted_on,
  recorded_at)
VALUES (:tenant, gen_random_uuid(), 'CASH', 'UNALLOCATED', 5, 'EUR', 'BANK_ENTRY', gen_random_uuid(), '2025-02-01', now())
