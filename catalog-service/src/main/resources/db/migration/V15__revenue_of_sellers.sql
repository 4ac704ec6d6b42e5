-- The legal entity that invoiced it, which is the key of a seller where the two are the same; rows from before do not
-- say it, nor do credit notes of no invoice.
ALTER TABLE product_revenue ADD COLUMN seller_key text;
