package org.openhall.kiosk.screen.takeaway;

import java.util.function.Consumer;

/** Tells what a page says at the moment when it is taken away. */
@FunctionalInterface
public interface Taking {

  /**
   * Tells it, now or as soon as it is known.
   *
   * @param then told on the screen's thread, once
   */
  void tell(Consumer<TakenPage> then);
}
