package org.openhall.kiosk.widget;

import javafx.animation.AnimationTimer;

/**
 * Completes a page in the frame after its first picture: what is below the glass anyway need not
 * keep a citizen waiting for what is on it.
 */
public final class FollowingFrame extends AnimationTimer {
  private final Runnable rest;
  private boolean pictured;

  private FollowingFrame(Runnable rest) {
    this.rest = rest;
  }

  /** Runs once, on the screen's thread, in the frame after the next. */
  public static void run(Runnable rest) {
    new FollowingFrame(rest).start();
  }

  @Override
  public void handle(long now) {
    if (pictured) {
      stop();
      rest.run();
    }
    pictured = true;
  }
}
