-- What a terminal said last, as it said it, in the place of single columns of it.
ALTER TABLE terminal ADD COLUMN contact_status TEXT;              -- JSON of the agent's status
UPDATE terminal SET contact_status = json_object(
    'release', contact_release, 'outcome', contact_outcome, 'detail', contact_detail)
  WHERE contact_at IS NOT NULL;
ALTER TABLE terminal DROP COLUMN contact_release;
ALTER TABLE terminal DROP COLUMN contact_outcome;
ALTER TABLE terminal DROP COLUMN contact_detail;
