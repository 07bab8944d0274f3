package org.openhall.kiosk.shell;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * Finds the newest snapshot on this terminal that can be read: the current one, or the one before
 * it when the current one is damaged. Only reads; mending is the sync agent's work.
 */
final class SnapshotShelf {
  private static final int LOOKS_BEFORE_RETRY = 30;

  private final SnapshotDirectory folder;
  private final Clock clock;

  /** Did not open; tried again now and then, since the reason may pass. */
  private final Set<FileStamp> closed = new HashSet<>();

  /** Opened, and were found damaged while they were read; only another file can be better. */
  private final Set<FileStamp> damaged = new HashSet<>();

  private String why = "";
  private int looksUntilRetry = LOOKS_BEFORE_RETRY;

  SnapshotShelf(SnapshotDirectory folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** What a look at the folder found. */
  sealed interface Found {}

  /** There is no snapshot. */
  record Nothing() implements Found {}

  /** None of the snapshots can be read. */
  record AllDamaged(String sentence) implements Found {}

  /**
   * The newest that can be read was open already.
   *
   * @param passedOver the newest release that cannot be read, 0 for none
   */
  record Known(long passedOver) implements Found {}

  /** The newest that can be read, opened now. */
  record Fresh(Opened opened, long passedOver) implements Found {}

  /** Looks; the files with these stamps are open already. */
  Found look(Set<FileStamp> open) {
    if (--looksUntilRetry <= 0) {
      looksUntilRetry = LOOKS_BEFORE_RETRY;
      closed.clear();
    }
    List<CurrentContent> candidates = folder.candidates();
    long passedOver = 0;
    for (CurrentContent candidate : candidates) {
      FileStamp stamp = FileStamp.of(candidate.file());
      if (open.contains(stamp) && !damaged.contains(stamp)) {
        return new Known(passedOver);
      }
      if (opens(candidate, stamp) instanceof Fresh(Opened opened, long _)) {
        return new Fresh(opened, passedOver);
      }
      passedOver = Math.max(passedOver, candidate.release());
    }
    return candidates.isEmpty() ? new Nothing() : new AllDamaged(why);
  }

  /** Takes a snapshot for damaged from now on. */
  void damaged(Opened opened, UnreadableSnapshotException reason) {
    damaged.add(opened.stamp());
    why = String.valueOf(reason.getMessage());
  }

  private Found opens(CurrentContent candidate, FileStamp stamp) {
    if (closed.contains(stamp) || damaged.contains(stamp)) {
      return new AllDamaged(why);
    }
    try {
      return new Fresh(Opened.of(candidate, clock), 0);
    } catch (UnreadableSnapshotException e) {
      closed.add(stamp);
      why = String.valueOf(e.getMessage());
      System.err.println("Release " + candidate.release() + " cannot be shown: " + why);
      return new AllDamaged(why);
    }
  }
}
