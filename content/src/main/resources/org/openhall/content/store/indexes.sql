-- Made when all titles are in. The first holds all that a list of entries, its count and its
-- facets ask for, in the list's order, so that they never touch the table.
CREATE INDEX title_order ON title (kind, n, effective_from, effective_until, publisher, year, category_id, theme, genre, validity);
CREATE INDEX title_category ON title (kind, category_id, n, effective_from, effective_until, publisher, year, theme, genre, validity);

-- One piece instead of many, so that a token is looked up once.
INSERT INTO name_index (name_index) VALUES ('optimize');

INSERT INTO text_index (text_index) VALUES ('optimize');

CREATE VIRTUAL TABLE temp.name_token USING fts5vocab (main, name_index, row);

CREATE VIRTUAL TABLE temp.text_token USING fts5vocab (main, text_index, row);

INSERT INTO common_token SELECT 0, term, doc FROM temp.name_token WHERE doc > 255;

INSERT INTO common_token SELECT 1, term, doc FROM temp.text_token WHERE doc > 255;

DROP TABLE temp.name_token;

DROP TABLE temp.text_token;

ANALYZE;

