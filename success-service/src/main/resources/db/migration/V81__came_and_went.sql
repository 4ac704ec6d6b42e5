-- Who came and went within a month, and who came back: counted by products whose churn is a share of all there ever were
-- in it. Months summed up before are without; building the copy anew from its topic counts them as well.
ALTER TABLE revenue_rollup
  ADD COLUMN returned bigint NOT NULL DEFAULT 0,
  ADD COLUMN fleeting bigint NOT NULL DEFAULT 0,
  ADD COLUMN late_returned bigint NOT NULL DEFAULT 0,
  ADD COLUMN late_fleeting bigint NOT NULL DEFAULT 0;
