package org.openhall.simulator.idmodule;

/**
 * What may be wrong with the module or its line. All but {@link #TEAR} last until told otherwise.
 */
public enum Fault {
  /** Nothing: the module answers as it should. */
  OK,
  /** Requests are read and never answered. */
  MUTE,
  /** Bytes that belong to no frame, half a preamble among them, come before each answer. */
  NOISE,
  /** Answers come a few bytes at a time. */
  FRAGMENTS,
  /** Answers carry a wrong checksum. */
  CHECKSUM,
  /** Answers stop in the middle of the frame. */
  TRUNCATED,
  /** The card is lifted during the next read, once. */
  TEAR
}
