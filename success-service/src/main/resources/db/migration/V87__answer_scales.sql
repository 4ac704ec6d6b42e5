-- On a scale of how many points an answer is: those of before are on the usual one of their kind.
ALTER TABLE survey NO FORCE ROW LEVEL SECURITY;
ALTER TABLE survey_answer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE survey ADD COLUMN points smallint;
ALTER TABLE survey_answer ADD COLUMN points smallint;
UPDATE survey SET points = CASE kind WHEN 'NPS' THEN 11 WHEN 'CSAT' THEN 5 ELSE 7 END;
UPDATE survey_answer SET points = CASE kind WHEN 'NPS' THEN 11 WHEN 'CSAT' THEN 5 ELSE 7 END;
ALTER TABLE survey ALTER COLUMN points SET NOT NULL;
ALTER TABLE survey_answer
  ALTER COLUMN points SET NOT NULL,
  DROP CONSTRAINT survey_answer_value_check,
  ADD CONSTRAINT survey_answer_value_check CHECK (
    value BETWEEN CASE kind WHEN 'NPS' THEN 0 ELSE 1 END AND CASE kind WHEN 'NPS' THEN points - 1 ELSE points END);
ALTER TABLE survey_answer FORCE ROW LEVEL SECURITY;
ALTER TABLE survey FORCE ROW LEVEL SECURITY;
