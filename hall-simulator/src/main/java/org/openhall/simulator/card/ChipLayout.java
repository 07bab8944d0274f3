package org.openhall.simulator.card;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the file of a chip may say, and how much room its chip has for it. */
final class ChipLayout {

  static final String SOCIAL = "social";
  static final String OTHER = "other-chip";

  static final Set<String> KEYS =
      Set.of(
          "version",
          "card-number",
          "number",
          "name",
          "sex",
          "nation",
          "birthplace",
          "born",
          "card-code",
          "card-class",
          "initialiser",
          "issued-on",
          "valid-until",
          "locked",
          "protected");

  /** Those without which no card is one. */
  static final List<String> NEEDED = List.of("version", "card-number", "number", "name");

  /** Bytes of what stands there as binary-coded decimals. */
  private static final Map<String, Integer> DIGITS =
      Map.of(
          "card-code", 16,
          "card-class", 1,
          "initialiser", 12,
          "issued-on", 4,
          "valid-until", 4,
          "nation", 1,
          "birthplace", 3,
          "born", 4);

  private static final Map<String, Integer> LETTERS =
      Map.of("version", 4, "card-number", 9, "number", 18, "sex", 1);

  private static final int NAME_BYTES = 30;

  private ChipLayout() {}

  /** Why a chip cannot hold the value; empty where it can. */
  static Optional<String> wrong(String key, String value) {
    if (key.equals("version") && !value.matches("[123]\\.[0-9]{2}")) {
      return Optional.of("a version is 1.00, 2.00 or 3.00");
    }
    if (Set.of("locked", "protected").contains(key) && !value.matches("yes|no")) {
      return Optional.of("possible are yes and no");
    }
    if (DIGITS.containsKey(key)) {
      int digits = 2 * DIGITS.get(key);
      return value.matches("[0-9]{0," + digits + "}") && value.length() % 2 == 0
          ? Optional.empty()
          : Optional.of("it is an even number of digits, " + digits + " at most");
    }
    int room = key.equals("name") ? NAME_BYTES : LETTERS.getOrDefault(key, Integer.MAX_VALUE);
    Charset charset = key.equals("name") ? Charset.forName("GB18030") : StandardCharsets.US_ASCII;
    if (!charset.newEncoder().canEncode(value)) {
      return Optional.of("the chip writes it in " + charset.name());
    }
    return value.getBytes(charset).length > room
        ? Optional.of("the chip has room for " + room + " bytes")
        : Optional.empty();
  }
}
