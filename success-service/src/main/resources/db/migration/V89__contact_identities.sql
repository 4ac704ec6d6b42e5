-- All names and addresses that people at customers went by here, so that what is kept under an earlier one is found when
-- they are erased; gone with them. Not a copy: compaction forgets the snapshots that told of the earlier ones.
CREATE TABLE contact_identity (
  tenant_id text NOT NULL,
  contact_id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (tenant_id, contact_id, name, email)
);

-- Of those known already, with the addresses that journeys and surveys wrote to.
ALTER TABLE contact NO FORCE ROW LEVEL SECURITY;
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
ALTER TABLE survey_invitation NO FORCE ROW LEVEL SECURITY;
INSERT INTO contact_identity (tenant_id, contact_id, account_id, name, email)
  SELECT tenant_id, id, account_id, name, email FROM contact
  UNION
  SELECT c.tenant_id, c.id, c.account_id, c.name, m.recipient
    FROM contact c
    JOIN message m ON (m.tenant_id, m.account_id) = (c.tenant_id, c.account_id)
    LEFT JOIN survey_invitation i ON i.tenant_id = m.tenant_id AND 'survey:' || i.id = m.dedupe_key
    WHERE i.respondent = c.id::text OR (m.dedupe_key LIKE 'journey:%' AND split_part(m.dedupe_key, ':', 4) = c.id::text);
ALTER TABLE survey_invitation FORCE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
ALTER TABLE contact FORCE ROW LEVEL SECURITY;
SELECT protect_tenant_rows('contact_identity');
