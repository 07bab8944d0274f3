-- What bounds the lists of records, however many there are. Two letters in a row are a word here: Chinese has no
-- spaces, and people look for words of two. The last letter of a text stands alone, so that one letter finds it too.
CREATE INDEX record_line_type ON record_line (type, day, id);
CREATE INDEX record_line_source ON record_line (source, day, id);
CREATE INDEX record_line_changed ON record_line (as_of, id);
CREATE INDEX audit_entry_deed ON audit_entry (deed, number);

-- What the catalogue may hold otherwise than the present release: all that it does, and some that it does not.
CREATE TABLE record_ahead (
  id text COLLATE "C" PRIMARY KEY REFERENCES record_line (id) ON DELETE CASCADE
);
INSERT INTO record_ahead SELECT l.id FROM record_line l
  LEFT JOIN published_record p ON p.channel = 'city' AND p.id = l.id WHERE p.sha256 IS DISTINCT FROM l.sha256;

CREATE FUNCTION record_grams(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_tsvector(coalesce(array_agg(DISTINCT substr($1, at, 2)), '{}'))
  FROM generate_series(1, length($1)) AS at
$$;
CREATE INDEX record_line_grams ON record_line USING gin (record_grams(words));

CREATE FUNCTION record_line_found() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO record_ahead VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER record_line_found AFTER INSERT ON record_line
  FOR EACH ROW EXECUTE FUNCTION record_line_found();
