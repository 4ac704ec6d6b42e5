-- Stories that are told no more and propositions that another version stands for are not found any longer.
-- Row-level security binds the owner too, and a migration has no tenant.
ALTER TABLE search_document NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_study NO FORCE ROW LEVEL SECURITY;
ALTER TABLE value_proposition NO FORCE ROW LEVEL SECURITY;
DELETE FROM search_document d USING case_study c
  WHERE (c.tenant_id, c.id) = (d.tenant_id, d.id) AND c.status = 'WITHDRAWN';
DELETE FROM search_document d USING value_proposition p
  WHERE (p.tenant_id, p.id) = (d.tenant_id, d.id) AND p.status = 'SUPERSEDED';
ALTER TABLE value_proposition FORCE ROW LEVEL SECURITY;
ALTER TABLE case_study FORCE ROW LEVEL SECURITY;
ALTER TABLE search_document FORCE ROW LEVEL SECURITY;
