package org.openhall.simulator.printer;

/** The cover over the paper roll. */
public enum Cover {
  CLOSED,
  OPEN
}
