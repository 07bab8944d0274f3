-- Events and counts go after a time; sealed matters, whose rows have no body, never.
CREATE INDEX terminal_event_received ON terminal_event (received_at) WHERE body IS NOT NULL;
CREATE INDEX usage_count_day ON usage_count (day);
