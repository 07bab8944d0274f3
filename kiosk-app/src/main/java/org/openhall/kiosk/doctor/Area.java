package org.openhall.kiosk.doctor;

/** What is looked at, in the order in which it is told. */
public enum Area {
  DEVICES,
  PROGRAMS,
  FONTS,
  CLOCK,
  DISK,
  MEMORY,
  CERTIFICATES,
  LINE,
  CONTENT,
  SPOOL,
  LOCK_DOWN
}
