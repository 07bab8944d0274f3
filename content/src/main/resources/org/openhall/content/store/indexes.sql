-- Made when all titles are in. The first holds all that a list of entries, its count and its
-- facets ask for, in the list's order, so that they never touch the table.
CREATE INDEX title_order ON title (kind, n, effective_from, effective_until, publisher, year, category_id, theme, genre, validity);
CREATE INDEX title_category ON title (kind, category_id, n, effective_from, effective_until, publisher, year, theme, genre, validity);
CREATE INDEX title_id ON title (id);

-- One piece instead of many, so that a token is looked up once.
INSERT INTO name_index (name_index) VALUES ('optimize');

INSERT INTO text_index (text_index) VALUES ('optimize');

ANALYZE;
