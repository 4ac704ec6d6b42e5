-- usage of no event
INSERT INTO usage_day (tenant_id, account_id, metric, day, quantity, events, largest, last_quantity, last_at, last_key)
VALUES (:tenant, gen_random_uuid(), 'lessons', '2025-02-01', 1, 1, 1, 1, now(), gen_random_uuid())
-- an event counted twice
WITH event AS (
  INSERT INTO usage_event (tenant_id, account_id, key, received_at, metric, user_id, quantity, occurred_at, day, source,
    event_id)
  SELECT :tenant, id, '00000000-0000-0000-0000-000000000001', now(), 'lessons', 'anna', 1, now(), '2025-02-01', 'app', '1'
  FROM (VALUES (gen_random_uuid()), (gen_random_uuid())) account (id)
  RETURNING *)
INSERT INTO usage_day (tenant_id, account_id, metric, day, quantity, events, largest, last_quantity, last_at, last_key)
SELECT tenant_id, account_id, metric, day, quantity, 1, quantity, quantity, occurred_at, key FROM event
