-- a claim that was never approved
WITH registration AS (
  INSERT INTO deal_registration (tenant_id, id, version, partner_id, product_id, customer_name, status, submitted_by,
    submitted_at)
  VALUES (:tenant, gen_random_uuid(), 0, gen_random_uuid(), gen_random_uuid(), 'Northwind', 'SUBMITTED', 'anna', now())
  RETURNING *)
INSERT INTO deal_protection (tenant_id, registration_id, customer_key, product_id)
SELECT tenant_id, id, 'northwind', product_id FROM registration
