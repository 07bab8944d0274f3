package org.openhall.simulator.sensor;

/** What may be wrong with the sensors or their lines; lasts until told otherwise. */
public enum SensorFault {
  /** Nothing. */
  OK,
  /** Nothing is said any more, and the file stays as it is. */
  MUTE,
  /** Each word comes letter by letter. */
  FRAGMENTS,
  /** Bytes that are no word come before each. */
  NOISE,
  /** The opposite is said every quarter of a second. */
  FLAPPING,
  /** The cable is out, and the file is gone. */
  GONE
}
