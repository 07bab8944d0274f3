-- Whom a security administrator has met and compared with the account: null until then, and again with every new code.
ALTER TABLE person ADD COLUMN confirmed_by ${text};

-- The hash of the code by which a first sign-in began: it ends by that code alone, not by one that was given since.
ALTER TABLE desk_session ADD COLUMN first_code ${text};

-- From where somebody signed in, for the list of their own sessions.
ALTER TABLE desk_session ADD COLUMN place ${text} NOT NULL DEFAULT '';
