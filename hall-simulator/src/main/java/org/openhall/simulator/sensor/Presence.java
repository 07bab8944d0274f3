package org.openhall.simulator.sensor;

/** Whether somebody stands before the terminal. */
public enum Presence {
  NEAR,
  AWAY
}
