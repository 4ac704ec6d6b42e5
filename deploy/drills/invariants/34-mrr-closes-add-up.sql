-- A closed month begins with what the month before ended with, and start, movements and late movements make its end.
-- none on subscription
SELECT tenant_id, month, currency, start_minor, end_minor FROM mrr_close_line
WHERE end_minor <> start_minor + new_minor + expansion_minor + contraction_minor + churn_minor + reactivation_minor
  + late_minor
-- none on subscription
SELECT l.tenant_id, l.month, l.currency, l.start_minor, b.end_minor
FROM mrr_close_line l JOIN mrr_close_line b ON (b.tenant_id, b.currency) = (l.tenant_id, l.currency)
  AND b.month = (l.month - interval '1 month')::date
WHERE l.start_minor <> b.end_minor
