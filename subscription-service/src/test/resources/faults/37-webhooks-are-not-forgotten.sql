-- a delivery that waits and that nobody takes
WITH endpoint AS (
  INSERT INTO webhook_endpoint (tenant_id, id, version, url, event_types, enabled, secret, created_at)
  VALUES (:tenant, gen_random_uuid(), 0, 'https://example.com', '{*}', true, '\x00', now()) RETURNING *),
queue AS (
  INSERT INTO webhook_queue (tenant_id, endpoint_id) SELECT tenant_id, id FROM endpoint)
INSERT INTO webhook_delivery (tenant_id, id, endpoint_id, event_id, event_type, body, status, created_at, next_attempt_at)
SELECT tenant_id, gen_random_uuid(), id, '1', 'invoice.finalized', '{}', 'PENDING', now(), now() FROM endpoint
