-- No day on which a subscription runs is left out: each component is charged for every one from the first to the last
-- that is billed, or was before its invoice became void; in arrears for those before the last one charged.
-- none on subscription
WITH charged AS (
  SELECT tenant_id, subscription_id, component, range_agg(daterange(period_start, live_end)) AS days,
    max(live_end) AS until
  FROM (
    SELECT c.tenant_id, c.subscription_id, c.component, c.period_start,
      coalesce(min(k.period_start), c.period_end) AS live_end
    FROM charge c
    LEFT JOIN charge k ON (k.tenant_id, k.credit_of) = (c.tenant_id, c.id) AND k.reason = 'CREDIT'
      AND k.status <> 'VOID' AND NOT (k.status = 'FORGIVEN' AND c.status = 'FORGIVEN')
    WHERE c.reason = 'RECURRING' AND c.subscription_id IS NOT NULL
    GROUP BY c.tenant_id, c.id
  ) live
  GROUP BY tenant_id, subscription_id, component),
bought AS (
  SELECT tenant_id, id, part ->> 'key' AS component, part ->> 'timing' = 'IN_ARREARS' AS in_arrears
  FROM price_set, jsonb_array_elements(content::jsonb -> 'components') part
  WHERE part ->> 'metered' IS NULL),
term AS (
  SELECT t.tenant_id, t.subscription_id, t.mode, t.price_set_id, t.from_date, least(s.end_date, b.billed_through + 1,
    lead(t.from_date) OVER (PARTITION BY t.tenant_id, t.subscription_id ORDER BY t.from_date)) AS until
  FROM subscription_term t
  JOIN subscription s ON (s.tenant_id, s.id) = (t.tenant_id, t.subscription_id)
  JOIN billing_cursor b ON (b.tenant_id, b.subscription_id) = (t.tenant_id, t.subscription_id)
  WHERE b.billed_through IS NOT NULL),
running AS (
  SELECT t.tenant_id, t.subscription_id, p.component, c.days AS charged, t.from_date,
    CASE WHEN p.in_arrears THEN least(t.until, coalesce(c.until, t.from_date)) ELSE t.until END AS until
  FROM term t
  JOIN bought p ON (p.tenant_id, p.id) = (t.tenant_id, t.price_set_id)
  LEFT JOIN charged c
    ON (c.tenant_id, c.subscription_id, c.component) = (t.tenant_id, t.subscription_id, p.component)
  WHERE t.mode = 'RUNNING')
SELECT tenant_id, subscription_id, component, days
FROM (
  SELECT tenant_id, subscription_id, component,
    range_agg(daterange(from_date, until)) - coalesce(charged, '{}'::datemultirange) AS days
  FROM running WHERE from_date < until
  GROUP BY tenant_id, subscription_id, component, charged
) left_out
WHERE NOT isempty(days)
