-- Digests of weeks that are over, as they were when they closed. Of words they hold titles and names of customers only.
CREATE TABLE digest (
  tenant_id text NOT NULL,
  monday date NOT NULL,
  content jsonb NOT NULL,
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, monday)
);
SELECT protect_tenant_rows('digest');

-- What a week brought.
CREATE INDEX problem_opened ON problem (tenant_id, opened_at);
CREATE INDEX feedback_given ON feedback (tenant_id, given_at);
CREATE INDEX promise_step_taken ON promise_step (tenant_id, taken_at) WHERE step IN ('CONFIRM', 'FALL_DUE');
CREATE INDEX survey_answer_given ON survey_answer (tenant_id, kind, answered_at) INCLUDE (value);
