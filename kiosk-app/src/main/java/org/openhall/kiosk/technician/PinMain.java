package org.openhall.kiosk.technician;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** The command {@code pin}: sets the PIN of a role. */
public final class PinMain {
  static final String USAGE =
      """
      Sets the PIN of the service area.

        pin [--data DIR] technician|attendant

      The PIN is asked for, twice; from a pipe it is read once. Technicians have 8 to 12 digits,
      attendants 6 to 12. There is no PIN before one is set, and then nobody enters the area.
      Exit: 0 set, 1 not set, 2 not understood.
      """;

  private PinMain() {}

  /** Asks for the PIN and sets it. */
  @SuppressWarnings("SystemConsoleNull") // it is, by default since JDK 25
  public static void main(String[] arguments) throws IOException {
    Console console = System.console();
    boolean asks = console != null && console.isTerminal();
    Prompt prompt = asks ? words -> typed(Objects.requireNonNull(console), words) : _ -> readLine();
    int status = perform(List.of(arguments), prompt, asks, System.out::println);
    System.out.flush();
    System.exit(status);
  }

  private static char[] typed(Console console, String words) {
    char[] pin = console.readPassword("%s", words);
    return pin == null ? new char[0] : pin;
  }

  private static char[] readLine() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? new char[0] : line.strip().toCharArray();
  }

  /** Gets what a person types. */
  interface Prompt {
    char[] ask(String words) throws IOException;
  }

  static int perform(List<String> words, Prompt prompt, boolean twice, Consumer<String> out)
      throws IOException {
    boolean hasData = words.size() == 3 && words.getFirst().equals("--data");
    boolean hasDataBehind = words.size() == 3 && words.get(1).equals("--data");
    if (!hasData && !hasDataBehind) {
      out.accept(USAGE);
      return words.contains("--help") ? 0 : 2;
    }
    String name = hasData ? words.get(2) : words.getFirst();
    Path data = Path.of(hasData ? words.get(1) : words.get(2)).toAbsolutePath();
    for (Role role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
        return set(data, role, prompt, twice, out);
      }
    }
    out.accept(USAGE);
    return 2;
  }

  private static int set(Path data, Role role, Prompt prompt, boolean twice, Consumer<String> out)
      throws IOException {
    char[] pin = prompt.ask("PIN: ");
    char[] again = twice ? prompt.ask("PIN (again): ") : pin.clone();
    try {
      String trouble = trouble(role, pin, again);
      Pins pins = Pins.read(data);
      if (trouble.isEmpty() && pins.whose(pin).filter(whose -> whose != role).isPresent()) {
        trouble = "it is the other role's";
      }
      if (!trouble.isEmpty()) {
        out.accept("pin: not set: " + trouble);
        return 1;
      }
      Pins.file(data).write(pins.with(role, pin, Pins.ROUNDS, new SecureRandom()));
      Files.setPosixFilePermissions(Pins.path(data), PosixFilePermissions.fromString("rw-r-----"));
      out.accept("pin: set for " + role.name().toLowerCase(Locale.ROOT));
      return 0;
    } finally {
      Arrays.fill(pin, '0');
      Arrays.fill(again, '0');
    }
  }

  private static String trouble(Role role, char[] pin, char[] again) {
    String text = new String(pin);
    if (!text.matches("\\d{%d,%d}".formatted(role.digits(), Pins.MOST_DIGITS))) {
      return "it needs %d to %d digits".formatted(role.digits(), Pins.MOST_DIGITS);
    }
    boolean guessable =
        text.chars().distinct().count() < 3
            || "01234567890123456789".contains(text)
            || "98765432109876543210".contains(text);
    if (guessable) {
      return "it is too easy to guess";
    }
    return Arrays.equals(pin, again) ? "" : "the two are not the same";
  }
}
