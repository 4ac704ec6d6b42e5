-- "тренажер" finds "тренажёр" and "cafe" finds "café": the dots and accents that people leave out are left out.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION catalog_search (COPY = russian);
ALTER TEXT SEARCH CONFIGURATION catalog_search
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, russian_stem;

ALTER TABLE search_document DROP COLUMN words;
ALTER TABLE search_document ADD COLUMN words tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('catalog_search', title), 'A') || setweight(to_tsvector('catalog_search', body), 'B')) STORED;
