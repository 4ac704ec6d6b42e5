-- Who ends without a credit has paid beyond the end of the service, up to this day: what takes effect in between, as a
-- change of plan that was decided on before, must not give back what the end did not.
ALTER TABLE subscription ADD COLUMN paid_until date;
