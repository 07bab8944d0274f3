-- The last word of each terminal on each of its devices, as its events told it.
CREATE TABLE terminal_device (
  terminal_id ${text} NOT NULL REFERENCES terminal (id),
  device      ${text} NOT NULL,
  state       ${text} NOT NULL,
  detail      ${text} NOT NULL,
  since       ${text} NOT NULL,          -- by the terminal's clock
  PRIMARY KEY (terminal_id, device)
);

-- Which releases a terminal has shown, and since when.
CREATE TABLE terminal_shown (
  terminal_id ${text} NOT NULL REFERENCES terminal (id),
  release     ${integer} NOT NULL,
  since       ${text} NOT NULL,          -- by the terminal's clock
  PRIMARY KEY (terminal_id, release)
);

-- That somebody has seen an alarm; it counts while the alarm has the same beginning.
CREATE TABLE alarm_acknowledgement (
  terminal_id ${text} NOT NULL REFERENCES terminal (id),
  alarm       ${text} NOT NULL,
  since       ${text} NOT NULL,
  who         ${text} NOT NULL,
  at          ${text} NOT NULL,
  note        ${text} NOT NULL,
  PRIMARY KEY (terminal_id, alarm)
);
