-- Made when all titles are in; each covers what a filter and its facets ask for.
CREATE INDEX title_category ON title (kind, category_id, publisher, year, effective_from, effective_until);
CREATE INDEX title_publisher ON title (kind, publisher, year, category_id, effective_from, effective_until);
CREATE INDEX title_year ON title (kind, year);
ANALYZE;
