package org.openhall.simulator.printer;

/** What the paper sensors see. */
public enum Paper {
  OK,
  NEAR_END,
  OUT
}
