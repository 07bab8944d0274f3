package org.openhall.simulator.scanner;

/** What may be wrong with the scanner or its line; lasts until told otherwise. */
public enum ScannerFault {
  /** Nothing: a code comes whole, with a carriage return behind it. */
  OK,
  /** Codes are seen and never sent. */
  MUTE,
  /** Codes come a few bytes at a time. */
  FRAGMENTS,
  /** Bytes that are no text come before each code. */
  NOISE,
  /** Codes stop in the middle, without an end. */
  TRUNCATED,
  /** Each code is far longer than any code can be. */
  OVERLONG,
  /** The cable is out. */
  GONE
}
