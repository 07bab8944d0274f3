package org.openhall.office.push;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What waits for one terminal: at most one frame of each kind, in the order in which they came. A
 * terminal that takes nothing costs no more than that, and finds the newest when it takes again.
 */
public final class Mailbox {
  private final Deque<Frame> waiting = new ArrayDeque<>(3);

  /** Puts a frame in, in the place of an older one of its kind. */
  public synchronized void put(Frame frame) {
    if (frame.kind() == Frame.Kind.BEAT && !waiting.isEmpty()) {
      return; // what waits is a sign of life as well
    }
    waiting.removeIf(old -> old.kind() == frame.kind() || old.kind() == Frame.Kind.BEAT);
    waiting.add(frame);
  }

  /** Takes the oldest out. */
  public synchronized Optional<Frame> take() {
    return Optional.ofNullable(waiting.poll());
  }
}
