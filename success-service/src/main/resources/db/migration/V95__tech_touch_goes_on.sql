-- Who has graduated goes on in tech touch: an enrolment that has ended may still have a step to take.
DROP INDEX journey_enrolment_due;
CREATE INDEX journey_enrolment_due ON journey_enrolment (tenant_id, due_at, id) WHERE status <> 'PAUSED' AND due_at IS NOT NULL;

-- The built-in journey says what follows. Who is on its way goes on by the edition it began with; tenants that have
-- drafted an edition of their own keep that.
ALTER TABLE journey NO FORCE ROW LEVEL SECURITY;
INSERT INTO journey (tenant_id, id, version, key, edition, name, status, definition, built_in, created_at, published_at)
  SELECT tenant_id, gen_random_uuid(), 0, key, 2, name, 'PUBLISHED',
    jsonb_set(
      jsonb_set(definition, '{steps}', definition -> 'steps' || '[
        {"key": "under-way", "type": "MESSAGE", "template": "under-way"},
        {"key": "month-alone", "type": "WAIT", "days": 30},
        {"key": "used-alone", "type": "CONDITION", "criteria": [{"kind": "LICENCES", "at": "50"}], "then": "quarter-alone"},
        {"key": "first-steps", "type": "MESSAGE", "template": "first-steps"},
        {"key": "quarter-alone", "type": "WAIT", "days": 60},
        {"key": "how-it-goes", "type": "MESSAGE", "template": "how-it-goes"}]'),
      '{exit,then}', '"under-way"'),
    true, now(), now()
  FROM journey own
  WHERE built_in AND edition = 1
    AND NOT EXISTS (SELECT FROM journey later WHERE (later.tenant_id, later.key) = (own.tenant_id, own.key) AND later.edition > 1);
ALTER TABLE journey FORCE ROW LEVEL SECURITY;
