-- When an answer became known: a month's figures as they were when it closed are made of those known by then. Of the
-- answers there are it is not known; they count as known when they were given.
ALTER TABLE survey_answer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE survey_answer ADD COLUMN recorded_at timestamptz;
UPDATE survey_answer SET recorded_at = answered_at;
ALTER TABLE survey_answer ALTER COLUMN recorded_at SET NOT NULL;
ALTER TABLE survey_answer FORCE ROW LEVEL SECURITY;
