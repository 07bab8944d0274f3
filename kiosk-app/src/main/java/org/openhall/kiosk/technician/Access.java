package org.openhall.kiosk.technician;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.openhall.link.JsonFile;
import org.openhall.link.UnreadableFileException;

/** Judges PINs. Takes a second: not on the screen's thread. */
public final class Access {
  private final Path data;
  private final Clock clock;
  private final JsonFile<Tries> file;
  private Tries remembered = Tries.NONE;

  /** The access to the terminal of a data folder. */
  public Access(Path data, Clock clock) {
    this.data = data;
    this.clock = clock;
    this.file = new JsonFile<>(data.resolve("status"), "pin-tries.json", Tries.class);
  }

  /** What came of a PIN. */
  public sealed interface Outcome {
    /** It is this role's. */
    record Entered(Role role) implements Outcome {}

    /** It is nobody's; nobody may try for so long. */
    record Wrong(Duration pause) implements Outcome {}

    /** It was not looked at: nobody may try for so long. */
    record Locked(Duration left) implements Outcome {}

    /** No PIN was ever set on this terminal. */
    record NoPin() implements Outcome {}
  }

  /** Judges a PIN, and overwrites it. */
  public synchronized Outcome enter(char[] pin) {
    try {
      return judge(pin);
    } finally {
      Arrays.fill(pin, '0');
    }
  }

  private Outcome judge(char[] pin) {
    Pins pins = pins();
    if (pins.hashes().isEmpty()) {
      return new Outcome.NoPin();
    }
    Tries before = tries();
    Duration left = before.left(clock.instant());
    if (left.isPositive()) {
      return new Outcome.Locked(left);
    }
    Tries counted = before.oneMore(clock.instant());
    keep(counted);
    Optional<Role> role = pins.whose(pin);
    if (role.isEmpty()) {
      return new Outcome.Wrong(counted.left(clock.instant()));
    }
    keep(role.get() == Role.TECHNICIAN ? Tries.NONE : before);
    return new Outcome.Entered(role.get());
  }

  private Pins pins() {
    try {
      return Pins.read(data);
    } catch (IOException e) {
      System.err.println("kiosk: " + e + "; set the PINs again with the command pin");
      return new Pins(java.util.Map.of());
    }
  }

  /** The stricter of what the disk says and what this program knows. */
  private Tries tries() {
    Tries kept = Tries.NONE;
    try {
      kept = file.read().orElse(Tries.NONE);
    } catch (UnreadableFileException e) {
      kept = new Tries(Tries.SPOILT, clock.instant());
      keep(kept);
    } catch (IOException e) {
      System.err.println("kiosk: " + e + "; wrong PINs are counted in memory only");
    }
    return kept.failures() > remembered.failures() ? kept : remembered;
  }

  private void keep(Tries tries) {
    remembered = tries;
    try {
      file.write(tries);
    } catch (IOException e) {
      System.err.println("kiosk: " + e + "; wrong PINs are counted in memory only");
    }
  }
}
