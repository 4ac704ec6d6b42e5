-- Money that was taken back is known by the dispute of the payment it was, once somebody has said which.
ALTER TABLE bank_entry
  ADD COLUMN dispute_id uuid,
  ADD CONSTRAINT bank_entry_disputed FOREIGN KEY (tenant_id, dispute_id) REFERENCES payment_dispute,
  ADD CONSTRAINT bank_entry_takes_back CHECK (dispute_id IS NULL OR resolution IS NOT NULL);
