-- What a subscription was charged for by the same terms never overlaps.
-- none on subscription
SELECT tenant_id, subscription_id, component, previous_end, period_start
FROM (
  SELECT *, max(period_end) OVER (
    PARTITION BY tenant_id, subscription_id, component, reason, cause ORDER BY period_start
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS previous_end
  FROM charge
  WHERE status <> 'VOID' AND reason = 'RECURRING' AND subscription_id IS NOT NULL
) periods
WHERE previous_end > period_start
-- By whatever terms, no day of a component is paid for twice, once what was given back is taken off. Left out is what
-- was given up by hand, of which nothing can be given back when the terms change, and what comes to nothing: days of no
-- more than half a minor unit round to no credit.
-- none on subscription
WITH live AS (
  SELECT c.tenant_id, c.subscription_id, c.component, c.id, c.amount_minor, c.period_start, c.period_end,
    coalesce(min(k.period_start) FILTER (WHERE k.reason = 'CREDIT'), c.period_end) AS live_end
  FROM charge c
  LEFT JOIN charge k ON (k.tenant_id, k.credit_of) = (c.tenant_id, c.id) AND k.status <> 'VOID'
  LEFT JOIN invoice i ON (i.tenant_id, i.id) = (c.tenant_id, c.invoice_id)
  WHERE c.reason = 'RECURRING' AND c.status IN ('PENDING', 'INVOICED') AND c.subscription_id IS NOT NULL
    AND c.amount_minor <> 0 AND i.closed_reason IS NULL
  GROUP BY c.tenant_id, c.id
  HAVING count(*) FILTER (WHERE k.reason = 'ADJUSTMENT') = 0),
-- Only who begins before all earlier ones are over is compared with them: years of days are thousands of charges.
late AS (
  SELECT * FROM (
    SELECT *, max(live_end) OVER (PARTITION BY tenant_id, subscription_id, component ORDER BY period_start, id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered
    FROM live
  ) each
  WHERE covered > period_start)
SELECT b.tenant_id, b.subscription_id, b.component, a.live_end, b.period_start
FROM live a
JOIN late b ON (b.tenant_id, b.subscription_id, b.component) = (a.tenant_id, a.subscription_id, a.component)
  AND (b.period_start, b.id) > (a.period_start, a.id)
  AND b.period_start < a.live_end AND b.period_start < b.live_end
WHERE 2 * a.amount_minor * (least(a.live_end, b.live_end) - b.period_start) > a.period_end - a.period_start
-- none on subscription
SELECT s.tenant_id, s.id, 'has no billing cursor'
FROM subscription s
LEFT JOIN billing_cursor c ON (c.tenant_id, c.subscription_id) = (s.tenant_id, s.id)
WHERE c.subscription_id IS NULL
