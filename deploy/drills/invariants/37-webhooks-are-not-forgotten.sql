-- An enabled webhook endpoint for which something waits is due at some time.
-- none on subscription
SELECT e.tenant_id, e.id
FROM webhook_endpoint e JOIN webhook_queue q ON (q.tenant_id, q.endpoint_id) = (e.tenant_id, e.id)
WHERE e.enabled AND q.due_at IS NULL AND EXISTS (SELECT FROM webhook_delivery d
  WHERE (d.tenant_id, d.endpoint_id) = (e.tenant_id, e.id) AND d.status = 'PENDING')
