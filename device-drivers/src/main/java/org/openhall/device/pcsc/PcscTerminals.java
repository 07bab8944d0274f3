package org.openhall.device.pcsc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.jspecify.annotations.Nullable;

/**
 * The readers as {@code javax.smartcardio} shows them.
 *
 * <p>Where SunPCSC differs: no readers are an empty list; a reader that comes or goes is a change
 * too; an interrupt ends a wait; a wait outlives a restart of the resource manager.
 */
final class PcscTerminals extends CardTerminals {

  private final Readers readers;
  private final Object lock = new Object();
  private @Nullable Change latest;

  PcscTerminals(Readers readers) {
    this.readers = readers;
  }

  /** What the latest wait found: the states then, and in which readers a card came or went. */
  private record Change(List<ReaderState> states, Set<String> inserted, Set<String> removed) {

    static Change between(List<ReaderState> before, List<ReaderState> after) {
      Map<String, ReaderState> known = new HashMap<>();
      before.forEach(state -> known.put(state.reader(), state));
      Set<String> inserted = new HashSet<>();
      Set<String> removed = new HashSet<>();
      for (ReaderState now : after) {
        ReaderState old = known.getOrDefault(now.reader(), ReaderState.unaware(now.reader()));
        boolean swapped = old.present() && now.present() && old.count() != now.count();
        if (swapped || (now.present() && !old.present())) {
          inserted.add(now.reader());
        }
        if (swapped || (old.present() && !now.present())) {
          removed.add(now.reader());
        }
      }
      return new Change(after, inserted, removed);
    }
  }

  @Override
  public List<CardTerminal> list(State state) throws CardException {
    Objects.requireNonNull(state);
    Change change = latest();
    try {
      return readers.look().stream()
          .filter(now -> isIn(state, now, change))
          .<CardTerminal>map(now -> readers.terminal(now.reader()))
          .toList();
    } catch (PcscException e) {
      throw Readers.failed("listing the readers", e);
    }
  }

  private static boolean isIn(State state, ReaderState now, @Nullable Change change) {
    return switch (state) {
      case ALL -> true;
      case CARD_PRESENT -> now.present();
      case CARD_ABSENT -> !now.present();
      case CARD_INSERTION ->
          change == null ? now.present() : change.inserted().contains(now.reader());
      case CARD_REMOVAL ->
          change == null ? !now.present() : change.removed().contains(now.reader());
    };
  }

  @Override
  public boolean waitForChange(long timeout) throws CardException {
    if (timeout < 0) {
      throw new IllegalArgumentException("a timeout is not negative: " + timeout);
    }
    try {
      Waiting wait = readers.waiting(timeout);
      List<ReaderState> now = wait.await(Readers::look, _ -> true).orElseThrow();
      Change known = latest();
      List<ReaderState> before = known == null ? now : known.states();
      if (before.isEmpty() && now.isEmpty()) {
        throw new IllegalStateException("there is no reader to wait for");
      }
      Optional<List<ReaderState>> after =
          wait.await(context -> begin(context, before), s -> differ(before, s));
      Change change = Change.between(before, after.orElse(before));
      synchronized (lock) {
        latest = change;
      }
      return after.isPresent();
    } catch (PcscException e) {
      throw Readers.failed("waiting for a change", e);
    }
  }

  /** What was known, unless readers have come or gone, or a card has: then how it is now. */
  private static List<ReaderState> begin(Context context, List<ReaderState> before)
      throws PcscException {
    List<ReaderState> now = Readers.look(context);
    return differ(before, now) ? now : before;
  }

  private static boolean differ(List<ReaderState> before, List<ReaderState> after) {
    if (before.size() != after.size()) {
      return true;
    }
    for (int i = 0; i < before.size(); i++) {
      ReaderState old = before.get(i);
      ReaderState now = after.get(i);
      if (!old.reader().equals(now.reader()) || old.cardMoved(now)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Change latest() {
    synchronized (lock) {
      return latest;
    }
  }
}
