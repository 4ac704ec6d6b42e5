-- Secrets of webhooks are kept sealed. Those there are become the bytes they are of, which are known by their length, and
-- are sealed within the hour; until then they can be used as before.
ALTER TABLE webhook_endpoint
  ALTER COLUMN secret TYPE bytea USING decode(substring(secret FROM length('whsec_') + 1), 'base64');
ALTER TABLE message_settings
  ALTER COLUMN webhook_secret TYPE bytea USING decode(substring(webhook_secret FROM length('whsec_') + 1), 'base64');

-- Tenants that have told nobody anything yet are not visited.
ALTER TABLE webhook_endpoint NO FORCE ROW LEVEL SECURITY;
ALTER TABLE message_settings NO FORCE ROW LEVEL SECURITY;
SELECT set_config('rivulet.tenant', '*', true);
INSERT INTO clocked_tenant (tenant_id)
  SELECT tenant_id FROM webhook_endpoint UNION SELECT tenant_id FROM message_settings WHERE webhook_secret IS NOT NULL
  ON CONFLICT DO NOTHING;
ALTER TABLE webhook_endpoint FORCE ROW LEVEL SECURITY;
ALTER TABLE message_settings FORCE ROW LEVEL SECURITY;

-- Attempts that somebody asked for; they are none of the schedule.
ALTER TABLE webhook_call ADD COLUMN resends int NOT NULL DEFAULT 0;
CREATE INDEX webhook_call_over ON webhook_call (tenant_id, due_at) WHERE status <> 'WAITING';
