-- Through whom a subscription was sold: sales of partners are none of one's own. Copies from before say nothing of it
-- until their subscription is told of again.
ALTER TABLE sold_subscription ADD COLUMN partner_id uuid;
