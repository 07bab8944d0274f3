package org.openhall.office.database;

import java.util.Locale;

/** What only one does at a time, of all the programs that work on one office. */
public enum Turn {
  /** An import: two would give a record the same revision. */
  IMPORT,
  /** Packing a release, or laying one out. */
  RELEASE,
  /** Reading what keys or an emergency list say, and signing what follows from it. */
  REPOSITORY,
  /** Using up a token, giving a terminal its next certificate. */
  ENROLMENT,
  /** Putting another intake key into use. */
  INTAKE_KEY,
  /** Counting what one terminal tells. */
  EVENTS,
  /** Adding to the audit log: the last turn that a transaction takes. */
  AUDIT;

  /** The name under which programs find each other: never another one. */
  String lockName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
