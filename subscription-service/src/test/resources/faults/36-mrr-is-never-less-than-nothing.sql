-- more lost than there was
UPDATE mrr_movement SET amount_minor = -amount_minor WHERE tenant_id = :tenant
