package org.openhall.simulator.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest commands, as they were typed, and what came of each. */
public final class CommandLog {

  private static final int KEPT = 200;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /** A command that was carried out or refused. */
  public record Entry(String line, Answer answer) {}

  /** Keeps a command and its answer; the oldest are forgotten. */
  public synchronized void add(String line, Answer answer) {
    entries.addLast(new Entry(line, answer));
    if (entries.size() > KEPT) {
      entries.removeFirst();
    }
  }

  /** Oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }
}
