-- Nothing that is bought in addition to a subscription outlives it.
-- none on subscription
SELECT a.tenant_id, a.id, a.end_date, b.id, b.end_date
FROM subscription a JOIN subscription b ON (b.tenant_id, b.id) = (a.tenant_id, a.base_id)
WHERE b.end_date IS NOT NULL AND (a.end_date IS NULL OR a.end_date > b.end_date)
-- On every day its periods begin where those of its base do.
-- none on subscription
WITH term AS (
  SELECT t.tenant_id, t.subscription_id, t.from_date, t.anchor_first, t.anchor_day,
    coalesce(lead(t.from_date) OVER (PARTITION BY t.tenant_id, t.subscription_id ORDER BY t.from_date), s.end_date,
      'infinity') AS until
  FROM subscription_term t JOIN subscription s ON (s.tenant_id, s.id) = (t.tenant_id, t.subscription_id))
SELECT a.tenant_id, a.id, a.base_id, own.from_date, own.anchor_first, own.anchor_day, base.anchor_first, base.anchor_day
FROM subscription a
JOIN term own ON (own.tenant_id, own.subscription_id) = (a.tenant_id, a.id)
JOIN term base ON (base.tenant_id, base.subscription_id) = (a.tenant_id, a.base_id)
WHERE greatest(own.from_date, base.from_date) < least(own.until, base.until)
  AND (own.anchor_first, own.anchor_day) <> (base.anchor_first, base.anchor_day)
