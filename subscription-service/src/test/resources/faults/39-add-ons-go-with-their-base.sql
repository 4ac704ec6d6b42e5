-- one that goes on when its base has ended
UPDATE subscription s SET base_id = (SELECT max(id::text)::uuid FROM subscription WHERE tenant_id = s.tenant_id),
  end_date = CASE WHEN id = (SELECT max(id::text)::uuid FROM subscription WHERE tenant_id = s.tenant_id)
    THEN date '2025-04-15' END
WHERE tenant_id = :tenant
