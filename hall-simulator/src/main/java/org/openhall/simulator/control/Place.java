package org.openhall.simulator.control;

/** Where a card can be. */
public enum Place {
  /** On the ID module. */
  MODULE,
  /** In the slot for chips. */
  SLOT,
  /** Either. */
  ANYWHERE
}
