-- The subscription service knows the catalogue's value propositions as they are.
-- same on catalog
SELECT tenant_id, id, status, proposition_version, one_liner FROM value_proposition
-- same on subscription
SELECT tenant_id, id, status, proposition_version, one_liner FROM offer_proposition
