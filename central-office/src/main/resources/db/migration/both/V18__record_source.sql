-- The sources that there are, which every page of the list of records offers.
CREATE INDEX record_source ON record (source);
