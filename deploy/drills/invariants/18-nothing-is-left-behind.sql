-- No event waits in an outbox and none has been parked as a dead letter.
-- none on catalog
SELECT tenant_id, type, aggregateid FROM outbox
-- none on subscription
SELECT tenant_id, type, aggregateid FROM outbox
-- none on success
SELECT tenant_id, type, aggregateid FROM outbox
-- none on catalog
SELECT tenant_id, consumer, topic, reason FROM dead_letter WHERE resolved_at IS NULL
-- none on subscription
SELECT tenant_id, consumer, topic, reason FROM dead_letter WHERE resolved_at IS NULL
-- none on success
SELECT tenant_id, consumer, topic, reason FROM dead_letter WHERE resolved_at IS NULL
