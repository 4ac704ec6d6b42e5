-- What billing needs to know of plans and prices; what was there before is billed as it always was.

ALTER TABLE plan
  ADD COLUMN billing text NOT NULL DEFAULT 'IN_ADVANCE' CHECK (billing IN ('IN_ADVANCE', 'IN_ARREARS')),
  ADD COLUMN phases jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN fixed_term_periods int CHECK (fixed_term_periods BETWEEN 1 AND 1000),
  ADD COLUMN commitment_minor bigint CHECK (commitment_minor > 0),
  ADD COLUMN commitment_currency char(3) CHECK (commitment_currency = price_currency),
  ADD CHECK ((commitment_minor IS NULL) = (commitment_currency IS NULL));
ALTER TABLE plan ALTER COLUMN billing DROP DEFAULT, ALTER COLUMN phases DROP DEFAULT;

ALTER TABLE plan_version
  ADD COLUMN billing text NOT NULL DEFAULT 'IN_ADVANCE' CHECK (billing IN ('IN_ADVANCE', 'IN_ARREARS')),
  ADD COLUMN phases jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN fixed_term_periods int CHECK (fixed_term_periods BETWEEN 1 AND 1000),
  ADD COLUMN commitment_minor bigint CHECK (commitment_minor > 0),
  ADD COLUMN commitment_currency char(3) CHECK (commitment_currency = price_currency),
  ADD CHECK ((commitment_minor IS NULL) = (commitment_currency IS NULL));
ALTER TABLE plan_version ALTER COLUMN billing DROP DEFAULT, ALTER COLUMN phases DROP DEFAULT;

ALTER TABLE price
  ADD COLUMN minimum_charge numeric CHECK (minimum_charge >= 0),
  -- Null where it is as the plan says; usage is known when the period is over.
  ADD COLUMN billing text CHECK (billing IN ('IN_ADVANCE', 'IN_ARREARS')),
  ADD CHECK (billing IS NULL OR metric IS NULL);
