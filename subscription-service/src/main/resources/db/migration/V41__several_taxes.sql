-- A rate may combine others that are owed together, each on the same amount.
ALTER TABLE tax_rate
  ALTER COLUMN percent DROP NOT NULL,
  ADD COLUMN components text[],
  ADD CONSTRAINT tax_rate_is_one_or_several CHECK ((percent IS NULL) = (components IS NOT NULL));

-- What a line owes by each rate, as JSON; tax_minor is all of it, tax_percent the sum of the rates. Of a line that was
-- written before there was one rate at most, whose code is tax_rate.
ALTER TABLE charge ADD COLUMN taxes text;

CREATE OR REPLACE FUNCTION keep_charge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving CONSTANT text[] :=
    '{status,invoice_id,position,discount_minor,tax_minor,tax_percent,tax_inclusive,tax_rate,taxes}';
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - moving IS DISTINCT FROM to_jsonb(NEW) - moving THEN
    RAISE EXCEPTION '% on charge: such rows are final', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
