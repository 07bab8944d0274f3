package org.openhall.simulator.printer;

/** Whether the printer was taken off line by hand. */
public enum Switch {
  ONLINE,
  OFFLINE
}
