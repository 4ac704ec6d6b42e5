-- A final invoice is to this day what was told of it when it became final, where a webhook has kept that.
-- none on subscription
WITH told AS (
  SELECT DISTINCT tenant_id, event_id, body::jsonb -> 'data' AS data
  FROM webhook_delivery WHERE event_type = 'dev.rivulet.subscription.invoice.finalized.v1')
SELECT t.tenant_id, t.data, i
FROM told t LEFT JOIN invoice i ON (i.tenant_id, i.id) = (t.tenant_id, (t.data ->> 'id')::uuid)
WHERE (i.account_id::text, i.legal_entity, i.number, i.currency, i.issue_date::text, i.due_date::text,
    i.period_start::text, i.period_end::text, i.total_minor, i.subtotal_minor, i.discount_minor, i.tax_minor,
    i.to_balance_minor)
  IS DISTINCT FROM (t.data ->> 'accountId', t.data ->> 'legalEntity', substring(t.data ->> 'number', '\d+$')::bigint,
    t.data #>> '{total,currency}', t.data ->> 'issueDate', t.data ->> 'dueDate',
    t.data ->> 'periodStart', t.data ->> 'periodEnd', replace(t.data #>> '{total,amount}', '.', '')::bigint,
    replace(t.data #>> '{subtotal,amount}', '.', '')::bigint, replace(t.data #>> '{discount,amount}', '.', '')::bigint,
    replace(t.data #>> '{tax,amount}', '.', '')::bigint, replace(t.data #>> '{toBalance,amount}', '.', '')::bigint)
-- So are its lines.
-- none on subscription
WITH told AS (
  SELECT DISTINCT tenant_id, event_id, body::jsonb -> 'data' AS data
  FROM webhook_delivery WHERE event_type = 'dev.rivulet.subscription.invoice.finalized.v1'),
said AS (
  SELECT t.tenant_id, t.event_id, (t.data ->> 'id')::uuid AS invoice_id, array_agg(line ORDER BY line) AS lines
  FROM told t, jsonb_array_elements(t.data -> 'lines' || (t.data -> 'otherCharges')) l,
    concat_ws(' ', l ->> 'accountId', l ->> 'subscriptionId', l ->> 'planId', l ->> 'planVersion',
      l ->> 'periodStart', l ->> 'periodEnd', l ->> 'reason', replace(l #>> '{amount,amount}', '.', '')::bigint,
      replace(l #>> '{tax,amount}', '.', '')::bigint) line
  GROUP BY t.tenant_id, t.event_id, t.data),
stands AS (
  SELECT c.tenant_id, c.invoice_id, array_agg(line ORDER BY line) AS lines
  FROM charge c,
    concat_ws(' ', c.account_id, c.subscription_id, c.plan_id,
      CASE WHEN c.plan_id IS NOT NULL THEN coalesce(c.plan_version, 1) END,
      CASE WHEN c.plan_id IS NOT NULL THEN c.period_start END, CASE WHEN c.plan_id IS NOT NULL THEN c.period_end END,
      c.reason, c.amount_minor - CASE WHEN c.tax_inclusive THEN c.tax_minor ELSE 0 END - c.discount_minor,
      c.tax_minor) line
  WHERE (c.tenant_id, c.invoice_id) IN (SELECT tenant_id, invoice_id FROM said)
  GROUP BY c.tenant_id, c.invoice_id)
SELECT a.tenant_id, a.invoice_id, a.lines, b.lines
FROM said a LEFT JOIN stands b ON (b.tenant_id, b.invoice_id) = (a.tenant_id, a.invoice_id)
WHERE a.lines IS DISTINCT FROM b.lines
