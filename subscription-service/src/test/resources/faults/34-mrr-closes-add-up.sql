-- a month that begins with more than the one before ended with
INSERT INTO mrr_close_line VALUES (:tenant, '2025-02-01', 'EUR', 0, 0, 0, 0, 0, 0, 0, 0),
  (:tenant, '2025-03-01', 'EUR', 5, 0, 0, 0, 0, 0, 0, 5)
