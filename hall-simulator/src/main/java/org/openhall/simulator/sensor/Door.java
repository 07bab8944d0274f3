package org.openhall.simulator.sensor;

/** The maintenance door. */
public enum Door {
  OPEN,
  CLOSED
}
