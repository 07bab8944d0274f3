package org.openhall.kiosk.screen.search;

/** A short wait that begins anew with every key, so that a fast typist asks once. */
interface Pause {

  /** Runs the action after the wait, unless this is called again or stopped before. */
  void thenRun(Runnable action);

  void stop();
}
