package org.openhall.simulator.printer;

/** The paper cutter. */
public enum Cutter {
  OK,
  ERROR
}
