-- Nothing of a tenant refers to what is another's, whether a foreign key says so or not.
-- none on subscription
SELECT r.tenant_id, 'account.parent_id', r.id, p.tenant_id
FROM account r JOIN account p ON p.id = r.parent_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'account.payer_id', r.id, p.tenant_id
FROM account r JOIN account p ON p.id = r.payer_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'subscription.account_id', r.id, p.tenant_id
FROM subscription r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'subscription.base_id', r.id, p.tenant_id
FROM subscription r JOIN subscription p ON p.id = r.base_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'subscription_term.subscription_id', r.subscription_id, p.tenant_id
FROM subscription_term r JOIN subscription p ON p.id = r.subscription_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'subscription_change.subscription_id', r.id, p.tenant_id
FROM subscription_change r JOIN subscription p ON p.id = r.subscription_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'billing_cursor.subscription_id', r.subscription_id, p.tenant_id
FROM billing_cursor r JOIN subscription p ON p.id = r.subscription_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'payer_cursor.payer_id', r.payer_id, p.tenant_id
FROM payer_cursor r JOIN account p ON p.id = r.payer_id AND p.tenant_id <> r.tenant_id
-- none on subscription
SELECT r.tenant_id, 'charge.account_id', r.id, p.tenant_id
FROM charge r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'charge.payer_id', r.id, p.tenant_id
FROM charge r JOIN account p ON p.id = r.payer_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'charge.subscription_id', r.id, p.tenant_id
FROM charge r JOIN subscription p ON p.id = r.subscription_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'charge.invoice_id', r.id, p.tenant_id
FROM charge r JOIN invoice p ON p.id = r.invoice_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'charge.credit_note_id', r.id, p.tenant_id
FROM charge r JOIN credit_note p ON p.id = r.credit_note_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'charge.credit_of', r.id, p.tenant_id
FROM charge r JOIN charge p ON p.id = r.credit_of AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'invoice.account_id', r.id, p.tenant_id
FROM invoice r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'invoice.subscription_id', r.id, p.tenant_id
FROM invoice r JOIN subscription p ON p.id = r.subscription_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'invoice.replaces_id', r.id, p.tenant_id
FROM invoice r JOIN invoice p ON p.id = r.replaces_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'credit_note.account_id', r.id, p.tenant_id
FROM credit_note r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'credit_note.invoice_id', r.id, p.tenant_id
FROM credit_note r JOIN invoice p ON p.id = r.invoice_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'coupon_use.invoice_id', r.invoice_id, p.tenant_id
FROM coupon_use r JOIN invoice p ON p.id = r.invoice_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'coupon_use.redemption_id', r.redemption_id, p.tenant_id
FROM coupon_use r JOIN coupon_redemption p ON p.id = r.redemption_id AND p.tenant_id <> r.tenant_id
-- none on subscription
SELECT r.tenant_id, 'payment.account_id', r.id, p.tenant_id
FROM payment r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'payment_allocation.payment_id', r.id, p.tenant_id
FROM payment_allocation r JOIN payment p ON p.id = r.payment_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'payment_allocation.invoice_id', r.id, p.tenant_id
FROM payment_allocation r JOIN invoice p ON p.id = r.invoice_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'payment_target.invoice_id', r.invoice_id, p.tenant_id
FROM payment_target r JOIN invoice p ON p.id = r.invoice_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'payment_refund.payment_id', r.id, p.tenant_id
FROM payment_refund r JOIN payment p ON p.id = r.payment_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'payment_dispute.payment_id', r.id, p.tenant_id
FROM payment_dispute r JOIN payment p ON p.id = r.payment_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'bank_entry.payment_id', r.id, p.tenant_id
FROM bank_entry r JOIN payment p ON p.id = r.payment_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'ledger_transfer.account_id', r.id, p.tenant_id
FROM ledger_transfer r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'customer_balance.account_id', r.account_id, p.tenant_id
FROM customer_balance r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'mrr_movement.account_id', r.id, p.tenant_id
FROM mrr_movement r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'mrr_movement.subscription_id', r.id, p.tenant_id
FROM mrr_movement r JOIN subscription p ON p.id = r.subscription_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'dunning_case.account_id', r.id, p.tenant_id
FROM dunning_case r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'dunning_step.case_id', r.case_id, p.tenant_id
FROM dunning_step r JOIN dunning_case p ON p.id = r.case_id AND p.tenant_id <> r.tenant_id
-- none on subscription
SELECT r.tenant_id, 'deal.account_id', r.id, p.tenant_id
FROM deal r JOIN account p ON p.id = r.account_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'deal_subscription.subscription_id', r.subscription_id, p.tenant_id
FROM deal_subscription r JOIN subscription p ON p.id = r.subscription_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'deal_subscription.deal_id', r.deal_id, p.tenant_id
FROM deal_subscription r JOIN deal p ON p.id = r.deal_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'commission_entry.invoice_line_id', r.id, p.tenant_id
FROM commission_entry r JOIN charge p ON p.id = r.invoice_line_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'commission_entry.statement_id', r.id, p.tenant_id
FROM commission_entry r JOIN commission_statement p ON p.id = r.statement_id AND p.tenant_id <> r.tenant_id
UNION ALL SELECT r.tenant_id, 'webhook_delivery.endpoint_id', r.id, p.tenant_id
FROM webhook_delivery r JOIN webhook_endpoint p ON p.id = r.endpoint_id AND p.tenant_id <> r.tenant_id
