package org.openhall.kiosk.technician;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.kiosk.technician.TechnicianDesk.Said;

/** What the service area knows: who is in it, where, and how long still. */
public final class TechnicianModel {
  private static final long PIN_SECONDS = 30;
  private static final long IDLE_SECONDS = 180;

  /** How long the touch panel is off for cleaning. */
  static final int CLEANING_SECONDS = 60;

  private final TechnicianDesk desk;
  private final LongSupplier nanoTime;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Closed());
  private final StringBuilder typed = new StringBuilder();
  private final List<Said> said = new ArrayList<>();
  private long touchedAt;
  private long cleaningSince;
  private long busy;

  TechnicianModel(TechnicianDesk desk, LongSupplier nanoTime) {
    this.desk = desk;
    this.nanoTime = nanoTime;
  }

  /** How the area stands. */
  sealed interface State {
    /** Citizens are served. */
    record Closed() implements State {}

    /**
     * A PIN is typed.
     *
     * @param digits how many were typed
     */
    record Typing(int digits, Word word) implements State {}

    /** Somebody is in it. */
    record Open(Role role, Page page) implements State {}

    /** The touch panel is off for so many seconds more. */
    record Cleaning(Role role, int secondsLeft) implements State {}
  }

  /** What is said beside the keys: the key of the words, and a number for them. */
  record Word(String key, long number) {
    static final Word NONE = new Word("technician.pin.ask", 0);
  }

  /** The pages of the area. */
  enum Page {
    MENU(true),
    FINDINGS(false),
    DEVICES(false),
    ABOUT(false),
    TOUCH(false),
    COLOURS(false),
    SERVICE(false),
    RESTART(true),
    ACCEPTANCE(false);

    private final boolean attendants;

    Page(boolean attendants) {
      this.attendants = attendants;
    }

    boolean isFor(Role role) {
      return attendants || role == Role.TECHNICIAN;
    }
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  boolean isOpen() {
    return !(state.get() instanceof State.Closed);
  }

  /** Somebody made the gesture. */
  void knock() {
    if (!isOpen()) {
      touched();
      typed.setLength(0);
      state.set(new State.Typing(0, Word.NONE));
    }
  }

  /** A finger is on the screen, or a key was pressed. */
  void touched() {
    touchedAt = nanoTime.getAsLong();
  }

  void digit(char digit) {
    if (state.get() instanceof State.Typing && busy == 0 && typed.length() < Pins.MOST_DIGITS) {
      typed.append(digit);
      state.set(new State.Typing(typed.length(), Word.NONE));
    }
  }

  void clear() {
    if (state.get() instanceof State.Typing && busy == 0) {
      typed.setLength(0);
      state.set(new State.Typing(0, Word.NONE));
    }
  }

  /** Has what was typed judged. */
  void enter() {
    if (!(state.get() instanceof State.Typing) || busy != 0 || typed.isEmpty()) {
      return;
    }
    char[] pin = new char[typed.length()];
    typed.getChars(0, pin.length, pin, 0);
    typed.setLength(0);
    long now = nanoTime.getAsLong() | 1;
    busy = now;
    state.set(new State.Typing(0, new Word("technician.pin.checking", 0)));
    desk.enter(
        pin,
        outcome -> {
          if (busy == now) {
            busy = 0;
            judged(outcome);
          }
        });
  }

  private void judged(Access.Outcome outcome) {
    switch (outcome) {
      case Access.Outcome.Entered(Role role) -> {
        desk.did(Optional.of(role), Deed.ENTERED, "");
        said.clear();
        state.set(new State.Open(role, Page.MENU));
      }
      case Access.Outcome.Wrong(Duration pause) -> {
        desk.did(Optional.empty(), Deed.REFUSED, "");
        String key = pause.isPositive() ? "technician.pin.wait" : "technician.pin.wrong";
        state.set(new State.Typing(0, new Word(key, seconds(pause))));
      }
      case Access.Outcome.Locked(Duration left) -> {
        desk.did(Optional.empty(), Deed.LOCKED, "");
        state.set(new State.Typing(0, new Word("technician.pin.locked", seconds(left))));
      }
      case Access.Outcome.NoPin() ->
          state.set(new State.Typing(0, new Word("technician.pin.none", 0)));
    }
  }

  private static long seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds();
  }

  /** Turns to a page, where the role may see it. */
  void go(Page page) {
    if (state.get() instanceof State.Open open && page.isFor(open.role())) {
      desk.cancel();
      state.set(new State.Open(open.role(), page));
    }
  }

  /** Does something for whoever is in the area; nothing where nobody is. */
  void did(Deed deed, String about) {
    role().ifPresent(role -> desk.did(Optional.of(role), deed, about));
  }

  /** A person says how something is; the last word on a thing counts. */
  void say(String code, boolean well) {
    said.removeIf(one -> one.code().equals(code));
    said.add(new Said(code, well));
  }

  /** What persons said since the area was opened. */
  List<Said> said() {
    return List.copyOf(said);
  }

  Optional<Role> role() {
    return switch (state.get()) {
      case State.Open open -> Optional.of(open.role());
      case State.Cleaning cleaning -> Optional.of(cleaning.role());
      case State.Closed _, State.Typing _ -> Optional.empty();
    };
  }

  /** Switches the touch panel off for a minute. */
  void clean() {
    role()
        .ifPresent(role -> {
          desk.did(Optional.of(role), Deed.CLEANED, "");
          cleaningSince = nanoTime.getAsLong();
          state.set(new State.Cleaning(role, CLEANING_SECONDS));
        });
  }

  /** Leaves the area. */
  void leave() {
    role().ifPresent(role -> desk.did(Optional.of(role), Deed.LEFT, ""));
    desk.cancel();
    busy = 0;
    typed.setLength(0);
    state.set(new State.Closed());
  }

  /** Looks at the time; called a few times a second. */
  void tick() {
    long now = nanoTime.getAsLong();
    switch (state.get()) {
      case State.Closed _ -> {
        // nothing to end
      }
      case State.Typing _ -> leaveAfter(now, PIN_SECONDS);
      case State.Open _ -> leaveAfter(now, IDLE_SECONDS);
      case State.Cleaning cleaning -> {
        long left = CLEANING_SECONDS - TimeUnit.NANOSECONDS.toSeconds(now - cleaningSince);
        if (left > 0) {
          state.set(new State.Cleaning(cleaning.role(), (int) left));
        } else {
          touchedAt = now;
          state.set(new State.Open(cleaning.role(), Page.MENU));
        }
      }
    }
  }

  private void leaveAfter(long now, long seconds) {
    if (TimeUnit.NANOSECONDS.toSeconds(now - touchedAt) >= seconds) {
      leave();
    }
  }
}
