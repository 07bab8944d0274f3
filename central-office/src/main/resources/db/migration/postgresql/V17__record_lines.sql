-- The database itself keeps versions and lines, whatever writes to the catalogue.
CREATE FUNCTION record_version_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO record_version (id, type, kind, source, key, revision, as_of, sha256, json)
  VALUES (OLD.id, OLD.type, OLD.kind, OLD.source, OLD.key, OLD.revision, OLD.as_of, OLD.sha256, OLD.json);
  RETURN NULL;
END $$;
CREATE TRIGGER record_version_changed AFTER UPDATE ON record
  FOR EACH ROW WHEN (OLD.sha256 <> NEW.sha256) EXECUTE FUNCTION record_version_keep();
CREATE TRIGGER record_version_removed AFTER DELETE ON record
  FOR EACH ROW EXECUTE FUNCTION record_version_keep();

CREATE VIEW record_line_of AS
  SELECT id, type, source,
    substr(coalesce(j ->> 'name', j ->> 'title', j ->> 'hall', j ->> 'year', id), 1, 500) AS title,
    coalesce(j ->> 'documentNumber', j ->> 'itemCode', '') AS number,
    coalesce(j #>> '{header,departmentId}', '') AS department_id,
    substr(coalesce(j ->> 'publisher', j ->> 'departmentName', ''), 1, 500) AS publisher,
    coalesce(j ->> 'publishedOn', j ->> 'writtenOn', as_of) AS day,
    coalesce(j #>> '{header,effectiveUntil}', '') AS until,
    revision, as_of, decode(sha256, 'hex') AS sha256,
    lower(concat_ws(' ', j ->> 'name', j ->> 'title', j ->> 'hall', j ->> 'year', j ->> 'documentNumber',
      j ->> 'itemCode', j ->> 'indexNumber', id)) AS words
  FROM (SELECT *, convert_from(json, 'UTF8')::jsonb AS j FROM record) AS read;

INSERT INTO record_line SELECT * FROM record_line_of;

CREATE FUNCTION record_line_put() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM record_line WHERE id = NEW.id;
  INSERT INTO record_line SELECT * FROM record_line_of WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER record_line_put AFTER INSERT OR UPDATE ON record
  FOR EACH ROW EXECUTE FUNCTION record_line_put();
