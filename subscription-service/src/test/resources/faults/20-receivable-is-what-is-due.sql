-- an invoice that is in the books twice
INSERT INTO ledger_transfer SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).*
FROM ledger_transfer t WHERE tenant_id = :tenant AND cause_kind = 'INVOICE'
