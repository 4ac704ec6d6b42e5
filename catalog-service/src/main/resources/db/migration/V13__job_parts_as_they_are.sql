-- A part lives as long as its job: to press it together takes longer than to write it as it is, and reading presses it
-- apart again each time.
ALTER TABLE job_part ALTER COLUMN content SET STORAGE EXTERNAL;
