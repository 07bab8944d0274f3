package org.openhall.kiosk.enrol;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.openhall.kiosk.enrol.EnrolState.Hint;
import org.openhall.kiosk.enrol.TypedToken.Look;
import org.openhall.link.EnrolmentCode;
import org.openhall.link.MalformedTokenException;
import org.openhall.link.message.AgentMessage.EnrolMet;

/**
 * The joining of an office: what each button, key and code leads to. What was typed is forgotten
 * when nobody has touched the screen for a while: a code lies open on it.
 */
final class EnrolModel {
  private static final long IDLE_SECONDS = 600;

  private final EnrolCourse course;
  private final EnrolOffice office;
  private final EnrolChecks checks;
  private final LongSupplier nanoTime;
  private TypedAddress address = TypedAddress.NOTHING;
  private TypedToken token = TypedToken.NOTHING;
  private long touchedAt;

  /**
   * @param nanoTime nanoseconds that only grow
   * @param finish what follows when the terminal has joined
   */
  EnrolModel(EnrolCourse.Agent agent, LongSupplier nanoTime, Runnable finish) {
    this.course = new EnrolCourse(agent, finish);
    this.office = new EnrolOffice(course, this::forget);
    this.checks =
        new EnrolChecks(course, nanoTime, () -> office.meet(address.text(), token.token()));
    this.nanoTime = nanoTime;
  }

  ReadOnlyObjectProperty<EnrolState> state() {
    return course.state();
  }

  /** Whether a code may be held to the scanner now. */
  boolean isForScanning() {
    return course.now() instanceof EnrolState.Address || course.now() instanceof EnrolState.Token;
  }

  void touched() {
    touchedAt = nanoTime.getAsLong();
  }

  /** The technician begins. */
  void begin() {
    checks.begin("");
  }

  /** Goes on from what was looked at. */
  void next() {
    switch (course.now()) {
      case EnrolState.Checks shown when shown.isWell() && !shown.isOfOffice() -> toAddress();
      case EnrolState.Address _ -> addressDone();
      case EnrolState.Token _ when token.look() == Look.WHOLE -> checkOffice();
      default -> {
        // there is nothing to go on with yet
      }
    }
  }

  private void toAddress() {
    course.turnTo(new EnrolState.Address(address.text(), Hint.NONE));
  }

  private void toToken() {
    course.turnTo(new EnrolState.Token(token, Hint.NONE));
  }

  private void addressDone() {
    Optional<TypedAddress> whole = address.whole();
    if (whole.isPresent()) {
      address = whole.get();
      toToken();
    } else {
      hint(Hint.NO_ADDRESS);
    }
  }

  private void checkOffice() {
    checks.begin(address.text());
  }

  /** Both sides show the same. */
  void same() {
    if (course.now() instanceof EnrolState.Compare) {
      office.join(address.text(), token.token());
    }
  }

  /** They do not: nothing was told to that office, and nothing will be. */
  void differs() {
    if (course.now() instanceof EnrolState.Compare(EnrolMet met)) {
      forget();
      course.turnTo(new EnrolState.Differs(met.office()));
    }
  }

  /** Goes on where it was broken off; the fingerprints were compared before. */
  void goOn() {
    if (course.now() instanceof EnrolState.BrokenOff) {
      office.goOn();
    }
  }

  /** Begins anew instead of going on. */
  void forgetBrokenOff() {
    if (course.now() instanceof EnrolState.BrokenOff) {
      checks.beginAnew();
    }
  }

  /** The same code once more. */
  void again() {
    if (course.now() instanceof EnrolState.Failed(_, boolean isForAgain) && isForAgain) {
      if (token.isEmpty()) {
        begin(); // it goes on where it was broken off
      } else {
        checkOffice();
      }
    }
  }

  /** Another code. */
  void anew() {
    token = TypedToken.NOTHING;
    toAddress();
  }

  /** One step back. */
  void back() {
    switch (course.now()) {
      case EnrolState.Token _ -> toAddress();
      case EnrolState.Checks shown when shown.isOfOffice() -> toToken();
      case EnrolState.Address _ -> begin();
      case EnrolState.Compare _ -> toToken();
      default -> leave();
    }
  }

  /** To the beginning; what was typed is forgotten. */
  void leave() {
    boolean mayBeJoined =
        course.now() instanceof EnrolState.Joining || course.now() instanceof EnrolState.Done;
    if (!mayBeJoined) {
      forget();
      course.turnTo(new EnrolState.Welcome());
    }
  }

  private void forget() {
    token = TypedToken.NOTHING;
    address = TypedAddress.NOTHING;
  }

  /** The terminal serves from now on. */
  void finish() {
    if (course.now() instanceof EnrolState.Done) {
      course.finish();
    }
  }

  void type(char key) {
    typed(address.with(key), token.with(key));
  }

  void backspace() {
    typed(address.without(), token.without());
  }

  void clear() {
    typed(TypedAddress.NOTHING, TypedToken.NOTHING);
  }

  /** Whichever of the two is being typed becomes this. */
  private void typed(TypedAddress ofAddress, TypedToken ofToken) {
    switch (course.now()) {
      case EnrolState.Address _ -> address = ofAddress;
      case EnrolState.Token _ -> token = ofToken;
      default -> {
        // nothing is typed here
      }
    }
    hint(Hint.NONE);
  }

  /** A code was held to the scanner. */
  void scanned(String text) {
    touched();
    try {
      Optional<EnrolmentCode> code = EnrolmentCode.parse(text);
      if (code.isPresent()) {
        address = TypedAddress.of(code.get().office());
        token = TypedToken.of(code.get().token());
        checkOffice();
      } else {
        hint(Hint.NOT_A_CODE);
      }
    } catch (MalformedTokenException e) {
      hint(Hint.UNREADABLE);
    }
  }

  /** Says something beside what is typed: of what was held to the scanner, say. */
  void hint(Hint hint) {
    switch (course.now()) {
      case EnrolState.Address _ -> course.show(new EnrolState.Address(address.text(), hint));
      case EnrolState.Token _ -> course.show(new EnrolState.Token(token, hint));
      default -> {
        // it came too late
      }
    }
  }

  /** Looks at the time; called a few times a second. */
  void tick() {
    checks.tick();
    long now = nanoTime.getAsLong();
    if (TimeUnit.NANOSECONDS.toSeconds(now - touchedAt) >= IDLE_SECONDS) {
      touchedAt = now;
      finish();
      leave();
    }
  }
}
