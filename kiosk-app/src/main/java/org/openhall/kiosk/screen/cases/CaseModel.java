package org.openhall.kiosk.screen.cases;

import java.nio.CharBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceHealth;
import org.openhall.device.ScannedCode;
import org.openhall.device.Scanner;
import org.openhall.device.Scanner.ScanOutcome;
import org.openhall.kiosk.agentlink.AskOutcome;
import org.openhall.kiosk.shell.Destination;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;

/**
 * What the screen 查询办件 knows. The scanner is armed only while the screen is shown and waits for a
 * number; a code is erased as soon as it is known what it means.
 */
final class CaseModel {
  /** How long the scanner is armed at a time. */
  static final Duration ARMED = Duration.ofMinutes(1);

  private final Parts parts;
  private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Entry(Hint.NONE));
  private Device.Subscription health = () -> {};
  private @Nullable DeviceCommand<ScanOutcome> scan;
  private int turns;
  private boolean shown;

  /**
   * What it works with.
   *
   * @param scanner the terminal's scanner, or empty where it has none
   * @param desk asks the office
   * @param pages finds the page of a slip
   * @param open turns to a page
   * @param screen runs what is to happen on the screen's thread
   */
  record Parts(
      Optional<Scanner> scanner,
      CaseDesk desk,
      SlipPages pages,
      Consumer<Destination> open,
      Executor screen) {}

  /** Finds the page from which a slip was printed. */
  @FunctionalInterface
  interface SlipPages {
    /** Looks for it, and tells on the screen's thread; empty where it is not published. */
    void find(CodeMeaning.Slip slip, Consumer<Optional<Destination>> then);
  }

  /** How far it has come. */
  sealed interface State {
    /** A number is waited for. */
    record Entry(Hint hint) implements State {}

    /** The office is asked. */
    record Asking() implements State {}

    /** The office's words. */
    record Answered(String words) implements State {}

    /** There is no answer. */
    record Unanswered(Why why) implements State {}
  }

  /** What is said about the code or number before. */
  enum Hint {
    NONE,
    /** No code, or no number, of a case or of a slip. */
    NOT_OURS,
    /** A number of an identity card. */
    IDENTITY,
    /** Of a page that is not published any more. */
    SLIP_GONE,
    /** It could not be read. */
    UNREADABLE,
    /** The scanner cannot be used now. */
    SCANNER_AWAY
  }

  /** Why there is no answer. */
  enum Why {
    /** The office has it and did not answer yet. */
    NOT_YET,
    /** The office cannot be reached now. */
    NO_LINE,
    /** This terminal or its office does not answer such questions. */
    NOT_OFFERED
  }

  CaseModel(Parts parts) {
    this.parts = parts;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyStringProperty typed() {
    return typed.getReadOnlyProperty();
  }

  boolean scans() {
    return parts.scanner().isPresent();
  }

  /** The screen is seen: the scanner may be armed, and again whenever it comes back. */
  void shown() {
    if (!shown) {
      shown = true;
      parts
          .scanner()
          .ifPresent(
              scanner -> health = scanner.onHealth(how -> parts.screen().execute(() -> came(how))));
    }
  }

  /** The screen is not seen any more: nothing goes on. */
  void hidden() {
    shown = false;
    health.close();
    health = () -> {};
    parts.desk().cancel();
    disarm();
  }

  /** The screen will not come back: what was entered and answered is forgotten. */
  void closed() {
    hidden();
    typed.set("");
    state.set(new State.Entry(Hint.NONE));
  }

  void type(String text) {
    if (typed.get().length() + text.length() <= CodeMeaning.LONGEST_NUMBER) {
      typed.set(typed.get() + text);
    }
  }

  void backspace() {
    String now = typed.get();
    typed.set(now.isEmpty() ? now : now.substring(0, now.offsetByCodePoints(now.length(), -1)));
  }

  void clear() {
    typed.set("");
  }

  /** Asks for what was typed. */
  void submit() {
    meant(CharBuffer.wrap(typed.get()));
  }

  /** Another number. */
  void again() {
    parts.desk().cancel();
    typed.set("");
    enter(Hint.NONE);
  }

  private void enter(Hint hint) {
    state.set(new State.Entry(hint));
    arm();
  }

  private void came(DeviceHealth how) {
    boolean away = how.state() == DeviceHealth.State.UNAVAILABLE;
    if (state.get() instanceof State.Entry(Hint hint) && away != (hint == Hint.SCANNER_AWAY)) {
      state.set(new State.Entry(away ? Hint.SCANNER_AWAY : Hint.NONE));
    }
    if (!away) {
      arm();
    }
  }

  private void arm() {
    if (shown && scan == null && state.get() instanceof State.Entry) {
      parts
          .scanner()
          .ifPresent(scanner -> {
            DeviceCommand<ScanOutcome> command = scanner.scan(ARMED);
            scan = command;
            int turn = ++turns;
            command.outcome().thenAcceptAsync(end -> ended(turn, end), parts.screen());
          });
    }
  }

  private void disarm() {
    if (scan != null) {
      scan.cancel();
      scan = null;
      turns++;
    }
  }

  /** A scan has ended; what nobody waits for any more is erased. */
  private void ended(int turn, ScanOutcome outcome) {
    boolean wanted = turn == turns && scan != null;
    scan = wanted ? null : scan;
    switch (outcome) {
      case ScanOutcome.CodeScanned(ScannedCode code) -> {
        try (code) {
          if (wanted) {
            meant(code.read());
          }
        }
      }
      case ScanOutcome.CodeUnreadable _ when wanted -> enter(Hint.UNREADABLE);
      case ScanOutcome.NoCode _ when wanted -> arm();
      case ScanOutcome.ScannerUnavailable _ when wanted ->
          state.set(new State.Entry(Hint.SCANNER_AWAY));
      default -> {
        // cancelled by this screen, or too late
      }
    }
  }

  private void meant(CharBuffer text) {
    switch (CodeMeaning.of(text)) {
      case CodeMeaning.CaseNumber number -> {
        try (number) {
          ask(number);
        }
      }
      case CodeMeaning.Slip slip -> parts.pages().find(slip, this::found);
      case CodeMeaning.Identity _ -> enter(Hint.IDENTITY);
      case CodeMeaning.Other _ -> enter(Hint.NOT_OURS);
    }
  }

  private void found(Optional<Destination> page) {
    if (!shown) {
      return;
    }
    if (page.isEmpty()) {
      enter(Hint.SLIP_GONE);
    } else {
      state.set(new State.Entry(Hint.NONE));
      parts.open().accept(page.get());
    }
  }

  private void ask(CodeMeaning.CaseNumber number) {
    disarm();
    state.set(new State.Asking());
    PersonalForm form = new PersonalForm().put(Field.CASE_NUMBER, CharBuffer.wrap(number.number()));
    parts.desk().ask(form, this::answered);
  }

  private void answered(AskOutcome outcome) {
    state.set(
        switch (outcome) {
          case AskOutcome.Answered(PersonalForm answer) -> words(answer);
          case AskOutcome.NotYet _ -> new State.Unanswered(Why.NOT_YET);
          case AskOutcome.NoLine _ -> new State.Unanswered(Why.NO_LINE);
          case AskOutcome.Refused _ -> new State.Unanswered(Why.NOT_OFFERED);
        });
  }

  /** The words reach the screen as a string, which is let go of with it. */
  private static State words(PersonalForm answer) {
    try (answer) {
      char[] text = answer.value(Field.TEXT);
      String words = new String(text);
      Arrays.fill(text, '\0');
      return new State.Answered(words);
    }
  }
}
