-- Brings the draft into its order: n counts up by 4, in 2^32 numbers for each kind, from their middle.
INSERT INTO draft.place SELECT NULL, r FROM draft.line ORDER BY kind, rank, length, id;

INSERT INTO title
SELECT (kind << 32) + (1 << 31) + 4 * p, id, kind, title, publisher, document_number, index_number, day, year, category_id,
  item_type, theme, genre, validity, natural_person, legal_person, cases, complete, sample, own, effective_from,
  effective_until, seal
FROM draft.place CROSS JOIN draft.line USING (r) ORDER BY p;
