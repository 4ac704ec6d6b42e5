-- A won deal led to one subscription for each line of its quote, all of its customer's and with its promise; no other
-- deal led to any.
-- none on subscription
SELECT d.tenant_id, d.id FROM deal d
LEFT JOIN deal_quote q ON (q.tenant_id, q.id) = (d.tenant_id, d.quote_id)
WHERE (SELECT count(*) FROM deal_subscription s WHERE (s.tenant_id, s.deal_id) = (d.tenant_id, d.id))
    <> CASE WHEN d.stage = 'WON' THEN coalesce(jsonb_array_length(q.lines), -1) ELSE 0 END
  OR EXISTS (
    SELECT FROM deal_subscription s
    JOIN subscription b ON (b.tenant_id, b.id) = (s.tenant_id, s.subscription_id)
    WHERE (s.tenant_id, s.deal_id) = (d.tenant_id, d.id)
      AND (b.account_id, b.proposition_id, b.proposition_version)
        IS DISTINCT FROM (d.account_id, d.proposition_id, d.proposition_version))
