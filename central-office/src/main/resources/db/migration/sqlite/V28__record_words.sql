-- What bounds the lists of records, however many there are. Two letters in a row are a word here: Chinese has no
-- spaces, and people look for words of two. The last letter of a text stands alone, so that one letter finds it too.
CREATE INDEX record_line_type ON record_line (type, day, id);
CREATE INDEX record_line_source ON record_line (source, day, id);
CREATE INDEX record_line_changed ON record_line (as_of, id);
CREATE INDEX audit_entry_deed ON audit_entry (deed, number);

-- What the catalogue may hold otherwise than the present release: all that it does, and some that it does not.
CREATE TABLE record_ahead (
  id TEXT PRIMARY KEY REFERENCES record_line (id) ON DELETE CASCADE
) WITHOUT ROWID;

-- Numbers of lines that VACUUM does not change.
CREATE TABLE record_gram_of (
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE record_gram USING fts5 (
  grams, content = '', contentless_delete = 1, detail = none,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'");

CREATE VIEW record_grams AS
  SELECT id, (WITH RECURSIVE place (at) AS (
      SELECT 1 UNION ALL SELECT at + 1 FROM place WHERE at < length(words))
    SELECT group_concat(substr(words, at, 2), ' ') FROM place) AS grams
  FROM record_line;

INSERT INTO record_ahead SELECT l.id FROM record_line l
  LEFT JOIN published_record p ON p.channel = 'city' AND p.id = l.id WHERE p.sha256 IS NOT l.sha256;
INSERT INTO record_gram_of (id) SELECT id FROM record_line;
INSERT INTO record_gram (rowid, grams)
  SELECT o.number, g.grams FROM record_grams g JOIN record_gram_of o ON o.id = g.id;

CREATE TRIGGER record_line_found AFTER INSERT ON record_line BEGIN
  INSERT INTO record_ahead VALUES (NEW.id);
  INSERT INTO record_gram_of (id) VALUES (NEW.id);
  INSERT INTO record_gram (rowid, grams)
    SELECT o.number, g.grams FROM record_grams g JOIN record_gram_of o ON o.id = g.id WHERE g.id = NEW.id;
END;

CREATE TRIGGER record_line_lost AFTER DELETE ON record_line BEGIN
  DELETE FROM record_gram WHERE rowid = (SELECT number FROM record_gram_of WHERE id = OLD.id);
  DELETE FROM record_gram_of WHERE id = OLD.id;
END;
