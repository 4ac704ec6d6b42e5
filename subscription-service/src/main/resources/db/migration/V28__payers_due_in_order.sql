-- Payers are claimed by when they fall due and then by their number. Monthly ones fall due at one instant: an index
-- without the number had every claim read and sort all that were left.
DROP INDEX payer_cursor_due;
CREATE INDEX payer_cursor_due ON payer_cursor (tenant_id, due_at, payer_id) WHERE due_at IS NOT NULL;
