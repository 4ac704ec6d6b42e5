-- Which currencies customers with a score pay in, from one to the next: asked before their money is compared.
CREATE INDEX customer_score_currency ON customer_score (tenant_id, currency) WHERE score IS NOT NULL AND mrr_minor <> 0;
