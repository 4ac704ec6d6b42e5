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
-- cost nothing and what was given up by hand, of which nothing can be given back when the terms change.
-- none on subscription
SELECT tenant_id, subscription_id, component, previous_end, period_start
FROM (
  SELECT *, max(live_end) OVER (
    PARTITION BY tenant_id, subscription_id, component ORDER BY period_start, live_end
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS previous_end
  FROM (
    SELECT c.tenant_id, c.subscription_id, c.component, c.period_start,
      coalesce(min(k.period_start) FILTER (WHERE k.reason = 'CREDIT'), c.period_end) AS live_end
    FROM charge c
    LEFT JOIN charge k ON (k.tenant_id, k.credit_of) = (c.tenant_id, c.id) AND k.status <> 'VOID'
    LEFT JOIN invoice i ON (i.tenant_id, i.id) = (c.tenant_id, c.invoice_id)
    WHERE c.reason = 'RECURRING' AND c.status IN ('PENDING', 'INVOICED') AND c.subscription_id IS NOT NULL
      AND c.amount_minor <> 0 AND i.closed_reason IS NULL
    GROUP BY c.tenant_id, c.id
    HAVING count(*) FILTER (WHERE k.reason = 'ADJUSTMENT') = 0
  ) live
  WHERE period_start < live_end
) periods
WHERE previous_end > period_start
-- none on subscription
SELECT s.tenant_id, s.id, 'has no billing cursor'
FROM subscription s
LEFT JOIN billing_cursor c ON (c.tenant_id, c.subscription_id) = (s.tenant_id, s.id)
WHERE c.subscription_id IS NULL
