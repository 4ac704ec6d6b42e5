-- An invoice may be reopened after it was paid, and may end without being paid.
ALTER TABLE receivable
  ADD COLUMN closed boolean NOT NULL DEFAULT false,
  ADD COLUMN told_version bigint NOT NULL DEFAULT -1;
