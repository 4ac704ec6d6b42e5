-- Money that was taken back, or that we sent and that came back, is shown until somebody has dealt with it. bank_reference
-- is the bank's own name without the account and without what tells entries of one name apart.
ALTER TABLE bank_entry
  ADD COLUMN kind text NOT NULL DEFAULT 'CREDIT' CHECK (kind IN ('CREDIT', 'BATCH', 'BOUNCED', 'RETURNED')),
  ADD COLUMN bank_reference text,
  ADD COLUMN resolution text CHECK (resolution IS NULL OR (kind = 'RETURNED' AND payment_id IS NULL)),
  ADD CONSTRAINT bank_entry_pays CHECK (payment_id IS NULL OR kind <> 'RETURNED');

-- For all tenants at once, which only the owner without its own policies can do. Entries of camt.053 begin with the IBAN.
ALTER TABLE bank_entry NO FORCE ROW LEVEL SECURITY;
UPDATE bank_entry SET bank_reference = regexp_replace(reference, '^([A-Z]{2}[0-9]{2}[A-Z0-9]{1,30})?:', '');
ALTER TABLE bank_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE bank_entry ALTER COLUMN bank_reference SET NOT NULL;
ALTER TABLE bank_entry ALTER COLUMN kind DROP DEFAULT;

CREATE INDEX bank_entry_look_alike ON bank_entry (tenant_id, bank_reference);
DROP INDEX bank_entry_unmatched;
CREATE INDEX bank_entry_waiting ON bank_entry (tenant_id, id) WHERE payment_id IS NULL AND resolution IS NULL;
