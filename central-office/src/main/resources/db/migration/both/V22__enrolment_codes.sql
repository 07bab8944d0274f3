-- Who made a token, and whether it was taken back before a terminal joined with it.
ALTER TABLE enrolment_token ADD COLUMN made_by ${text};        -- a person's id, or 'command'; null for tokens from before
ALTER TABLE enrolment_token ADD COLUMN cancelled_at ${text};
