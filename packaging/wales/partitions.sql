-- Divides every table of a record by authority: four parts each, by hash. As the owner of the tables, in
-- the schema they are in, with nobody writing. What is divided already is left alone, so that it can be run
-- again after an upgrade made tables anew. What was protected stays protected, and
-- each part by itself too. The work does not notice (tests/store/postgres_divided_test.cc).
DO $$
DECLARE
  whole record;
  part text;
  protection record;
BEGIN
  FOR whole IN
    SELECT c.oid, c.relname AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'authority'
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND NOT c.relispartition
    ORDER BY c.relname
  LOOP
    EXECUTE format('ALTER TABLE %I RENAME TO %I', whole.name, whole.name || '_undivided');
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL) PARTITION BY HASH (authority)',
                   whole.name, whole.name || '_undivided');
    FOR number IN 0..3 LOOP
      part := whole.name || '_part_' || number;
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 4, REMAINDER %s)',
                     part, whole.name, number);
    END LOOP;
    FOR protection IN
      SELECT t.tgname AS name, pg_get_triggerdef(t.oid) AS made_by FROM pg_trigger t
      WHERE t.tgrelid = whole.oid AND NOT t.tgisinternal
    LOOP
      EXECUTE replace(protection.made_by, whole.name || '_undivided', whole.name);
      FOR number IN 0..3 LOOP
        EXECUTE replace(protection.made_by, whole.name || '_undivided',
                        whole.name || '_part_' || number);
      END LOOP;
    END LOOP;
    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', whole.name || '_undivided');
    EXECUTE format('INSERT INTO %I SELECT * FROM %I', whole.name, whole.name || '_undivided');
    EXECUTE format('DROP TABLE %I', whole.name || '_undivided');
  END LOOP;
END $$;
