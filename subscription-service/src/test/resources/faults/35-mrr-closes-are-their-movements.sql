-- a month that counts what nobody moved
INSERT INTO mrr_close_line VALUES (:tenant, '2025-02-01', 'EUR', 0, 5, 0, 0, 0, 0, 0, 5)
