package org.openhall.office.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;

/**
 * Whether somebody is who they say: by password and code together. Wrong attempts are counted, by
 * the name that was typed, and followed by waits.
 */
final class Proof {
  /** No password is longer; longer ones are not hashed. */
  private static final int LONGEST = 200;

  private static final int AT_ONCE = 4;
  private static final int WAITING = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OfficeDatabase database;
  private final AuditLog log;
  private final Clock clock;
  private final SignInWaits waits;
  private final HashingRoom room;

  Proof(OfficeDatabase database, AuditLog log, Clock clock, HashingRoom room) {
    this.database = database;
    this.log = log;
    this.clock = clock;
    this.waits = new SignInWaits(database, clock);
    this.room = room;
  }

  /** The room of an office. */
  static HashingRoom room() {
    return new HashingRoom(AT_ONCE, WAITING, PATIENCE);
  }

  /** What is kept of somebody who may sign in. */
  record Kept(
      @Nullable String password,
      @Nullable String secret,
      @Nullable String firstCode,
      @Nullable String firstUntil) {
    static final Kept NOBODY = new Kept(null, null, null, null);

    static Kept of(ResultSet row) throws SQLException {
      return new Kept(
          row.getString("password"),
          row.getString("totp_secret"),
          row.getString("first_code"),
          row.getString("first_until"));
    }
  }

  /** How an attempt was found. */
  sealed interface Found {
    /** Right, by the code of this step, which is not used up by that. */
    record Right(long step) implements Found {}

    /** Not, or not looked at. */
    record Refused(SignInOutcome outcome) implements Found {}
  }

  /** Looks at password and code. Nothing is counted where no place was free to look. */
  Found of(String id, String password, String code) throws SQLException {
    Optional<Found> found = room.run(() -> look(id, password, code));
    if (found.isEmpty()) {
      return new Found.Refused(new SignInOutcome.Busy());
    }
    return found.get() instanceof Found.Refused(SignInOutcome.Wrong _)
        ? new Found.Refused(wrong(id))
        : found.get();
  }

  private Found look(String id, String password, String code) {
    Optional<Instant> until = begin(id);
    if (until.isPresent()) {
      return new Found.Refused(new SignInOutcome.Wait(until.get()));
    }
    Kept kept = kept(id).orElse(Kept.NOBODY);
    boolean known = password.length() <= LONGEST && Passwords.matches(password, kept.password());
    OptionalLong step =
        kept.secret() == null
            ? OptionalLong.empty()
            : Totp.match(kept.secret(), code, clock.instant());
    return known && step.isPresent()
        ? new Found.Right(step.getAsLong())
        : new Found.Refused(new SignInOutcome.Wrong());
  }

  Optional<Kept> kept(String id) {
    return database
        .client()
        .sql("SELECT * FROM person WHERE id = ? AND disabled_at IS NULL")
        .param(id)
        .query((row, _) -> Kept.of(row))
        .optional();
  }

  /** Begins an attempt under a name, unless that has to wait until when comes back. */
  Optional<Instant> begin(String id) {
    return waits.begin(name(id));
  }

  /** Hashes a new password; empty where no place was free. */
  Optional<String> encoded(String password) {
    Supplier<String> work = () -> Passwords.encode(password);
    return room.run(work);
  }

  /** What was typed for a name may be a password: it goes into no log. */
  SignInOutcome wrong(String id) throws SQLException {
    Optional<Instant> until = waits.until(name(id));
    if (kept(id).isPresent()) {
      Deed deed = until.isPresent() ? Deed.LOCKED_OUT : Deed.SIGN_IN_FAILED;
      log.add(new Entry(id, deed, id, ""));
    }
    return until.<SignInOutcome>map(SignInOutcome.Wait::new).orElseGet(SignInOutcome.Wrong::new);
  }

  /** Under which wrong attempts are counted; nothing that was typed is kept as it is. */
  static String name(String typed) {
    return Secrets.hash(typed);
  }
}
