-- Brings the draft into its order: n follows kind, rank and length.
INSERT INTO title
SELECT row_number() OVER (ORDER BY kind, rank, length, id), id, kind, title, publisher,
  document_number, index_number, day, year, category_id, item_type, theme, natural_person,
  legal_person, complete, sample, effective_from, effective_until, seal
FROM draft.line ORDER BY kind, rank, length, id;
