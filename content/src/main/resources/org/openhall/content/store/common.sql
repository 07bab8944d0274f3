-- Counts the tokens that more than 255 records have.
DELETE FROM common_token;

CREATE VIRTUAL TABLE temp.name_token USING fts5vocab (main, name_index, row);

CREATE VIRTUAL TABLE temp.text_token USING fts5vocab (main, text_index, row);

INSERT INTO common_token SELECT 0, term, doc FROM temp.name_token WHERE doc > 255;

INSERT INTO common_token SELECT 1, term, doc FROM temp.text_token WHERE doc > 255;

DROP TABLE temp.name_token;

DROP TABLE temp.text_token;
