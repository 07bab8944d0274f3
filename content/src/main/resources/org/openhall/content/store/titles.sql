-- Brings the draft into its order: n counts up.
INSERT INTO title
SELECT NULL, id, kind, title, publisher, document_number, index_number, day, year, category_id,
  item_type, theme, genre, validity, natural_person, legal_person, cases, complete, sample, own, effective_from,
  effective_until, seal
FROM draft.line ORDER BY kind, rank, length, id;
