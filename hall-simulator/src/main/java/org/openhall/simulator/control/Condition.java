package org.openhall.simulator.control;

/** What can be waited for. */
public enum Condition {
  /** A card lies on the module or is in the slot. */
  CARD,
  /** Every card that lies there has been read. */
  CARD_READ,
  /** No card lies anywhere. */
  NO_CARD,
  /** The resource manager sees the chip in the slot. */
  READER_SERVICE,
  /** A terminal has the printer's line open. */
  TERMINAL,
  /** The printer can print, and holds nothing back. */
  PRINTED,
  /** A slip has come out of which nobody has been told yet, by this or by {@code show}. */
  SLIP
}
