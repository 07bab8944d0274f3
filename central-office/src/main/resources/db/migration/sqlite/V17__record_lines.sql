-- The database itself keeps versions and lines, whatever writes to the catalogue.
CREATE TRIGGER record_version_changed AFTER UPDATE ON record WHEN OLD.sha256 <> NEW.sha256 BEGIN
  INSERT INTO record_version (id, type, kind, source, key, revision, as_of, sha256, json)
  VALUES (OLD.id, OLD.type, OLD.kind, OLD.source, OLD.key, OLD.revision, OLD.as_of, OLD.sha256, OLD.json);
END;

CREATE TRIGGER record_version_removed AFTER DELETE ON record BEGIN
  INSERT INTO record_version (id, type, kind, source, key, revision, as_of, sha256, json)
  VALUES (OLD.id, OLD.type, OLD.kind, OLD.source, OLD.key, OLD.revision, OLD.as_of, OLD.sha256, OLD.json);
END;

CREATE VIEW record_line_of AS
  SELECT id, type, source,
    substr(coalesce(j ->> '$.name', j ->> '$.title', j ->> '$.hall', j ->> '$.year', id), 1, 500) AS title,
    coalesce(j ->> '$.documentNumber', j ->> '$.itemCode', '') AS number,
    coalesce(j ->> '$.header.departmentId', '') AS department_id,
    substr(coalesce(j ->> '$.publisher', j ->> '$.departmentName', ''), 1, 500) AS publisher,
    coalesce(j ->> '$.publishedOn', j ->> '$.writtenOn', as_of) AS day,
    coalesce(j ->> '$.header.effectiveUntil', '') AS until,
    revision, as_of, unhex(sha256) AS sha256,
    lower(concat_ws(' ', j ->> '$.name', j ->> '$.title', j ->> '$.hall', j ->> '$.year', j ->> '$.documentNumber',
      j ->> '$.itemCode', j ->> '$.indexNumber', id)) AS words
  FROM (SELECT *, CAST(json AS TEXT) AS j FROM record);

INSERT INTO record_line SELECT * FROM record_line_of;

CREATE TRIGGER record_line_added AFTER INSERT ON record BEGIN
  INSERT INTO record_line SELECT * FROM record_line_of WHERE id = NEW.id;
END;

CREATE TRIGGER record_line_changed AFTER UPDATE ON record BEGIN
  DELETE FROM record_line WHERE id = NEW.id;
  INSERT INTO record_line SELECT * FROM record_line_of WHERE id = NEW.id;
END;
