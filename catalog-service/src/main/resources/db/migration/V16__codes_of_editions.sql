-- Codes come by the thousand, all of one edition: that it exists is asked once for each statement. A foreign key asks once
-- for each row, which was more than a quarter of the time of an import.

ALTER TABLE activity_code DROP CONSTRAINT activity_code_tenant_id_edition_id_fkey;

CREATE FUNCTION require_edition_of_codes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  edition record;
BEGIN
  FOR edition IN SELECT DISTINCT tenant_id, edition_id FROM fresh LOOP
    PERFORM FROM activity_edition e WHERE e.tenant_id = edition.tenant_id AND e.id = edition.edition_id FOR KEY SHARE;
    IF NOT FOUND THEN
      RAISE foreign_key_violation USING MESSAGE = 'there is no activity edition ' || edition.edition_id;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER edition_of_codes AFTER INSERT ON activity_code
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION require_edition_of_codes();

CREATE FUNCTION refuse_to_delete_editions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE foreign_key_violation USING MESSAGE = 'activity editions are kept: codes and sellers refer to them';
END $$;

CREATE TRIGGER editions_are_kept BEFORE DELETE ON activity_edition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_delete_editions();
