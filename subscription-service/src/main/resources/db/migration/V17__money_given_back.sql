-- What was taken back of a commission is earned again when the money has come again.
ALTER TABLE commission_entry
  DROP CONSTRAINT commission_entry_kind_check,
  ADD CONSTRAINT commission_entry_kind_check CHECK (kind IN ('ACCRUAL', 'REVERSAL', 'REINSTATEMENT'));

-- Refunds that nobody has asked the provider for, or whose answer did not come, are asked for again; system time.
ALTER TABLE payment_refund
  ADD COLUMN begun_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN asked_at timestamptz,
  ADD COLUMN asked int NOT NULL DEFAULT 0;
CREATE INDEX payment_refund_undecided ON payment_refund (tenant_id, id) WHERE status IN ('PENDING', 'UNKNOWN');
