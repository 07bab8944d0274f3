package org.openhall.kiosk.enrol;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.kiosk.enrol.Typed.Look;
import org.openhall.link.EnrolmentCode;
import org.openhall.link.MalformedTokenException;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.EnrolJoined;
import org.openhall.link.message.AgentMessage.EnrolLooked;
import org.openhall.link.message.AgentMessage.EnrolMet;
import org.openhall.link.message.AgentMessage.EnrolTrouble;
import org.openhall.link.message.EnrolmentCheck;
import org.openhall.link.message.EnrolmentCheck.Item;
import org.openhall.link.message.KioskMessage.Enrol;
import org.openhall.link.message.KioskMessage.Step;
import org.openhall.link.message.TwoTongues;

/**
 * How far the joining of an office has come. What was typed is forgotten when nobody has touched
 * the screen for a while: a code lies open on it.
 */
final class EnrolModel {
  private static final long LOOK_SECONDS = 2;
  private static final long IDLE_SECONDS = 600;

  private final Agent agent;
  private final LongSupplier nanoTime;
  private final Runnable finish;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Welcome());
  private String address = "";
  private Typed typed = Typed.NOTHING;
  private int turn; // what is answered to an earlier one is not heard
  private boolean isAsking;
  private long lookedAt;
  private long touchedAt;

  /** Who does it. */
  @FunctionalInterface
  interface Agent {
    /** Asks; the answer comes on the screen's thread, and is empty where there is no agent. */
    void ask(Enrol what, Consumer<Optional<AgentMessage>> then);
  }

  /** How far it is. */
  sealed interface State {
    /** Nobody has begun. */
    record Welcome() implements State {}

    /** It was broken off while the office was being asked. */
    record BrokenOff(String office) implements State {}

    /**
     * What joining needs.
     *
     * @param isAgentAway whether nobody is there who could do it
     * @param isOfOffice whether a code is there already
     */
    record Checks(List<EnrolmentCheck> checks, boolean isAgentAway, boolean isOfOffice)
        implements State {
      /** Whether one may go on: of a code that is there, only when all is well. */
      boolean isWell() {
        return !isAgentAway && !checks.isEmpty() && checks.stream().noneMatch(this::isInTheWay);
      }

      private boolean isInTheWay(EnrolmentCheck check) {
        return switch (check.item()) {
          case DISK -> check.state() == EnrolmentCheck.State.WRONG;
          case LINE, CLOCK -> isOfOffice && check.state() != EnrolmentCheck.State.WELL;
          case NETWORK, OTHER -> false; // the line says more
        };
      }
    }

    /** The office's address is typed, or a code scanned. */
    record Address(String typed, Hint hint) implements State {}

    /** The token is typed, or a code scanned. */
    record Token(Typed typed, Hint hint) implements State {}

    /** The office is asked what it is to be trusted by. */
    record Meeting() implements State {}

    /** Two persons compare. */
    record Compare(EnrolMet met) implements State {}

    /** They found a difference. */
    record Differs(String office) implements State {}

    /** The office is asked. */
    record Joining() implements State {}

    /**
     * It did not come about.
     *
     * @param isForAgain whether the same code may do it later
     */
    record Failed(TwoTongues words, boolean isForAgain) implements State {}

    /** The terminal has joined. */
    record Done(EnrolJoined joined) implements State {}
  }

  /** What is said beside what is typed. */
  enum Hint {
    NONE,
    /** No address of an office. */
    NO_ADDRESS,
    /** Something was scanned that is no code of an office. */
    NOT_A_CODE,
    /** It could not be read. */
    UNREADABLE
  }

  /**
   * @param nanoTime nanoseconds that only grow
   * @param finish what follows when the terminal has joined
   */
  EnrolModel(Agent agent, LongSupplier nanoTime, Runnable finish) {
    this.agent = agent;
    this.nanoTime = nanoTime;
    this.finish = finish;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether a code may be held to the scanner now. */
  boolean isForScanning() {
    return state.get() instanceof State.Address || state.get() instanceof State.Token;
  }

  void touched() {
    touchedAt = nanoTime.getAsLong();
  }

  /** The technician begins. */
  void begin() {
    turnTo(new State.Checks(List.of(), false, false));
    look();
  }

  private void turnTo(State next) {
    turn++;
    isAsking = false;
    state.set(next);
  }

  private void ask(Step step, String office, String token, Consumer<Optional<AgentMessage>> then) {
    int mine = turn;
    isAsking = true;
    agent.ask(
        new Enrol(step, office, token),
        said -> {
          if (mine == turn) {
            isAsking = false;
            then.accept(said);
          }
        });
  }

  private void look() {
    lookedAt = nanoTime.getAsLong();
    boolean isOfOffice = state.get() instanceof State.Checks checks && checks.isOfOffice();
    ask(Step.LOOK, isOfOffice ? address : "", "", this::looked);
  }

  private void looked(Optional<AgentMessage> said) {
    lookedAt = nanoTime.getAsLong();
    boolean isOfOffice = state.get() instanceof State.Checks checks && checks.isOfOffice();
    switch (said.orElse(null)) {
      case EnrolLooked looked when looked.isEnrolled() -> finish.run();
      case EnrolLooked looked when state.get() instanceof State.Checks -> {
        String brokenOff = looked.brokenOff();
        if (brokenOff != null && !isOfOffice) {
          turnTo(new State.BrokenOff(brokenOff));
        } else {
          checked(new State.Checks(looked.checks(), false, isOfOffice));
        }
      }
      case null, default -> {
        if (state.get() instanceof State.Checks) {
          state.set(new State.Checks(List.of(), true, isOfOffice));
        }
      }
    }
  }

  private void checked(State.Checks checks) {
    state.set(checks);
    if (checks.isOfOffice() && checks.isWell()) {
      meet();
    }
  }

  /** Goes on from what was looked at. */
  void next() {
    switch (state.get()) {
      case State.Checks checks when checks.isWell() && !checks.isOfOffice() ->
          turnTo(new State.Address(address, Hint.NONE));
      case State.Address _ -> addressDone();
      case State.Token _ when typed.look() == Look.WHOLE -> checkOffice();
      default -> {
        // there is nothing to go on with yet
      }
    }
  }

  private void addressDone() {
    Optional<URI> office = EnrolmentCode.office(address);
    if (office.isPresent()) {
      address = office.get().toString();
      turnTo(new State.Token(typed, Hint.NONE));
    } else {
      turnTo(new State.Address(address, Hint.NO_ADDRESS));
    }
  }

  private void checkOffice() {
    turnTo(new State.Checks(List.of(), false, true));
    look();
  }

  private void meet() {
    turnTo(new State.Meeting());
    ask(
        Step.MEET,
        address,
        typed.token(),
        said -> {
          if (said.orElse(null) instanceof EnrolMet met) {
            turnTo(new State.Compare(met));
          } else {
            failed(said);
          }
        });
  }

  private void failed(Optional<AgentMessage> said) {
    switch (said.orElse(null)) {
      case EnrolTrouble(TwoTongues words, boolean isForAgain) ->
          turnTo(new State.Failed(words, isForAgain));
      case EnrolLooked looked when looked.isEnrolled() -> finish.run();
      case null, default -> turnTo(new State.Checks(List.of(), true, !typed.text().isEmpty()));
    }
  }

  /** Both sides show the same. */
  void same() {
    if (state.get() instanceof State.Compare) {
      join(address, typed.token());
    }
  }

  /** They do not: nothing was told to that office, and nothing will be. */
  void differs() {
    if (state.get() instanceof State.Compare(EnrolMet met)) {
      forget();
      turnTo(new State.Differs(met.office()));
    }
  }

  /** Goes on where it was broken off; the fingerprints were compared before. */
  void goOn() {
    if (state.get() instanceof State.BrokenOff) {
      join("", "");
    }
  }

  /** Begins anew instead of going on. */
  void forgetBrokenOff() {
    if (state.get() instanceof State.BrokenOff) {
      turnTo(new State.Checks(List.of(), false, false));
      ask(Step.FORGET, "", "", this::looked);
    }
  }

  private void join(String office, String token) {
    turnTo(new State.Joining());
    ask(
        Step.JOIN,
        office,
        token,
        said -> {
          if (said.orElse(null) instanceof EnrolJoined joined) {
            forget();
            turnTo(new State.Done(joined));
          } else {
            failed(said);
          }
        });
  }

  /** The same code once more. */
  void again() {
    if (state.get() instanceof State.Failed(_, boolean isForAgain) && isForAgain) {
      if (typed.text().isEmpty()) {
        begin(); // it goes on where it was broken off
      } else {
        checkOffice();
      }
    }
  }

  /** Another code. */
  void anew() {
    typed = Typed.NOTHING;
    turnTo(new State.Address(address, Hint.NONE));
  }

  /** One step back. */
  void back() {
    switch (state.get()) {
      case State.Token _ -> turnTo(new State.Address(address, Hint.NONE));
      case State.Checks checks when checks.isOfOffice() ->
          turnTo(new State.Token(typed, Hint.NONE));
      case State.Address _ -> begin();
      case State.Compare _ -> turnTo(new State.Token(typed, Hint.NONE));
      case State.Joining _, State.Done _ -> {
        // the office may have said yes
      }
      default -> leave();
    }
  }

  /** To the beginning; what was typed is forgotten. */
  void leave() {
    if (!(state.get() instanceof State.Joining || state.get() instanceof State.Done)) {
      forget();
      turnTo(new State.Welcome());
    }
  }

  private void forget() {
    typed = Typed.NOTHING;
    address = "";
  }

  /** The terminal serves from now on. */
  void finish() {
    if (state.get() instanceof State.Done) {
      finish.run();
    }
  }

  void type(char key) {
    switch (state.get()) {
      case State.Address _ -> {
        if (key > ' ' && key < 127 && address.length() < 200) {
          address += Character.toLowerCase(key);
        }
        state.set(new State.Address(address, Hint.NONE));
      }
      case State.Token _ -> {
        typed = typed.with(key);
        state.set(new State.Token(typed, Hint.NONE));
      }
      default -> {
        // nothing is typed here
      }
    }
  }

  void backspace() {
    switch (state.get()) {
      case State.Address _ -> {
        address = address.isEmpty() ? "" : address.substring(0, address.length() - 1);
        state.set(new State.Address(address, Hint.NONE));
      }
      case State.Token _ -> {
        typed = typed.without();
        state.set(new State.Token(typed, Hint.NONE));
      }
      default -> {
        // nothing is typed here
      }
    }
  }

  void clear() {
    switch (state.get()) {
      case State.Address _ -> {
        address = "";
        state.set(new State.Address(address, Hint.NONE));
      }
      case State.Token _ -> {
        typed = Typed.NOTHING;
        state.set(new State.Token(typed, Hint.NONE));
      }
      default -> {
        // nothing is typed here
      }
    }
  }

  /** A code was held to the scanner. */
  void scanned(String text) {
    touched();
    try {
      Optional<EnrolmentCode> code = EnrolmentCode.parse(text);
      if (code.isPresent()) {
        address = code.get().office().toString();
        typed = typed(code.get().token().text());
        checkOffice();
      } else {
        hint(Hint.NOT_A_CODE);
      }
    } catch (MalformedTokenException e) {
      hint(Hint.UNREADABLE);
    }
  }

  private static Typed typed(String token) {
    Typed all = Typed.NOTHING;
    for (int i = Typed.PREFIX.length(); i < token.length(); i++) {
      all = all.with(token.charAt(i));
    }
    return all;
  }

  /** Something was held to the scanner that could not be read. */
  void hint(Hint hint) {
    switch (state.get()) {
      case State.Address _ -> state.set(new State.Address(address, hint));
      case State.Token _ -> state.set(new State.Token(typed, hint));
      default -> {
        // it came too late
      }
    }
  }

  /** Looks at the time; called a few times a second. */
  void tick() {
    long now = nanoTime.getAsLong();
    boolean isWaiting = state.get() instanceof State.Checks;
    if (isWaiting && !isAsking && TimeUnit.NANOSECONDS.toSeconds(now - lookedAt) >= LOOK_SECONDS) {
      look();
    }
    if (TimeUnit.NANOSECONDS.toSeconds(now - touchedAt) >= IDLE_SECONDS) {
      touchedAt = now;
      if (state.get() instanceof State.Done) {
        finish.run();
      } else {
        leave();
      }
    }
  }

  /** Whether a check is shown at all: of what the office must answer, also before it is known. */
  static boolean isShown(EnrolmentCheck check) {
    return check.item() != Item.OTHER;
  }
}
