-- How a customer was looked after before its journey, to go back to when the deal is lost, and whether the deal is won.
-- Of journeys under way it is not known; they go back to tech touch, as they did.
ALTER TABLE journey_enrolment NO FORCE ROW LEVEL SECURITY;
ALTER TABLE journey_enrolment
  ADD COLUMN touch_before text,
  ADD COLUMN signed boolean NOT NULL DEFAULT false;
UPDATE journey_enrolment SET touch_before = 'TECH' WHERE status <> 'ENDED' AND deal_id IS NOT NULL;
ALTER TABLE journey_enrolment FORCE ROW LEVEL SECURITY;
