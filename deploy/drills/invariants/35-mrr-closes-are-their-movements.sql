-- What a month was closed with is the sum of the movements it counted, kind by kind.
-- same on subscription
SELECT tenant_id, month, currency, new_minor, expansion_minor, contraction_minor, churn_minor, reactivation_minor,
  late_minor
FROM mrr_close_line
WHERE (new_minor, expansion_minor, contraction_minor, churn_minor, reactivation_minor, late_minor) <> (0, 0, 0, 0, 0, 0)
-- same on subscription
SELECT tenant_id, month, currency, new_minor, expansion_minor, contraction_minor, churn_minor, reactivation_minor,
  late_minor
FROM (
  SELECT c.tenant_id, c.month, m.currency,
    coalesce(sum(amount_minor) FILTER (WHERE part = 'IN_MONTH' AND kind = 'NEW'), 0)::bigint AS new_minor,
    coalesce(sum(amount_minor) FILTER (WHERE part = 'IN_MONTH' AND kind = 'EXPANSION'), 0)::bigint AS expansion_minor,
    coalesce(sum(amount_minor) FILTER (WHERE part = 'IN_MONTH' AND kind = 'CONTRACTION'), 0)::bigint
      AS contraction_minor,
    coalesce(sum(amount_minor) FILTER (WHERE part = 'IN_MONTH' AND kind = 'CHURN'), 0)::bigint AS churn_minor,
    coalesce(sum(amount_minor) FILTER (WHERE part = 'IN_MONTH' AND kind = 'REACTIVATION'), 0)::bigint
      AS reactivation_minor,
    coalesce(sum(amount_minor) FILTER (WHERE part = 'LATE'), 0)::bigint AS late_minor
  FROM mrr_closed_movement c JOIN mrr_movement m ON (m.tenant_id, m.id) = (c.tenant_id, c.movement_id)
  GROUP BY c.tenant_id, c.month, m.currency) counted
WHERE (new_minor, expansion_minor, contraction_minor, churn_minor, reactivation_minor, late_minor) <> (0, 0, 0, 0, 0, 0)
