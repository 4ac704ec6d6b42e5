-- Somebody has looked at what would be charged at once, and takes it for right up to so many lines.
ALTER TABLE billing_incident
  ADD COLUMN accepted_lines int CHECK (accepted_lines > 0),
  ADD COLUMN accepted_by text,
  ADD CHECK ((accepted_lines IS NULL) = (accepted_by IS NULL));
