package org.openhall.simulator.card;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a card file: properties in UTF-8, {@code kind} and the fields of its layout. What is wrong
 * on purpose (a check digit, a date of the past) is taken as it stands; what no chip could hold is
 * not.
 */
final class CardFile {

  /** Keys that are not fields of the text block. */
  private static final Set<String> EXTRA =
      Set.of("kind", "note", "note.en", "flaw", "new-address", "fingerprint");

  /** Keys that any chip's file may have beside those of its layout. */
  private static final Set<String> COMMON = Set.of("kind", "note", "note.en", "flaw");

  private static final Set<String> DATES = Set.of("born", "valid-from", "valid-until");
  private static final int ADDRESS_UNITS = 35;

  private final String file;
  private final Map<String, String> values = new HashMap<>();

  private CardFile(String file) {
    this.file = file;
  }

  /**
   * Reads a card.
   *
   * @param name the name the card will have
   * @param file how messages call the source
   */
  static BoxedCard read(String name, String file, Reader reader)
      throws IOException, BadCardException {
    CardFile cardFile = new CardFile(file);
    cardFile.load(reader);
    return switch (cardFile.values.getOrDefault("kind", "")) {
      case ChipLayout.SOCIAL, ChipLayout.OTHER -> cardFile.chip(name);
      default -> cardFile.card(name);
    };
  }

  private void load(Reader reader) throws IOException, BadCardException {
    Properties properties = new Properties();
    try {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw wrong("is not a property file: " + e.getMessage());
    }
    properties.forEach((key, value) -> values.put(key.toString(), value.toString()));
  }

  private Card card(String name) throws BadCardException {
    String kind = values.getOrDefault("kind", "");
    CardLayout layout =
        CardLayout.find(kind)
            .orElseThrow(() ->
                wrong(
                    "has kind '"
                        + kind
                        + "'. Possible: resident, hmt, foreign-2017, foreign-2023, social, other-chip."));
    for (String key : values.keySet()) {
      check(layout, key);
    }
    require(List.of("number", "born", "valid-until"));
    checkFlaw(Flaw.WRONG_ATR);
    return new Card(name, layout, values);
  }

  private Chip chip(String name) throws BadCardException {
    for (var entry : values.entrySet()) {
      String key = entry.getKey();
      if (COMMON.contains(key)) {
        continue;
      }
      if (!ChipLayout.KEYS.contains(key)) {
        throw wrong("has the field '" + key + "', which no chip has. Possible: " + ChipLayout.KEYS);
      }
      Optional<String> wrong = ChipLayout.wrong(key, entry.getValue());
      if (wrong.isPresent()) {
        throw wrong("has " + key + "=" + entry.getValue() + "; " + wrong.get() + ".");
      }
    }
    if (values.getOrDefault("kind", "").equals(ChipLayout.SOCIAL)) {
      require(ChipLayout.NEEDED);
    }
    checkFlaw(Flaw.CHECKSUM);
    return new Chip(name, values);
  }

  private void require(List<String> keys) throws BadCardException {
    for (String needed : keys) {
      if (!values.containsKey(needed)) {
        throw wrong("lacks '" + needed + "'.");
      }
    }
  }

  /** The flaw, if there is one, is a flaw that such a card can have. */
  private void checkFlaw(Flaw impossible) throws BadCardException {
    String word = values.getOrDefault("flaw", Flaw.NONE.word());
    if (Flaw.of(word).filter(flaw -> flaw != impossible).isEmpty()) {
      String possible =
          Arrays.stream(Flaw.values())
              .filter(flaw -> flaw != impossible)
              .map(Flaw::word)
              .collect(Collectors.joining(", "));
      throw wrong("has flaw=" + word + "; possible are " + possible + ".");
    }
  }

  private void check(CardLayout layout, String key) throws BadCardException {
    String value = values.getOrDefault(key, "");
    if (!EXTRA.contains(key) && !layout.keys().contains(key)) {
      throw wrong(
          "has the field '%s', which a %s card does not have. Possible: %s, new-address, fingerprint."
              .formatted(key, layout.word(), String.join(", ", layout.keys())));
    }
    if (DATES.contains(key) && !value.matches("[0-9]{8}|长期")) {
      throw wrong("has " + key + "=" + value + "; a date is YYYYMMDD, or 长期 for no end.");
    }
    if (key.equals("fingerprint") && !value.matches("0|512|1024")) {
      throw wrong("has fingerprint=" + value + "; possible are 0, 512 and 1024 bytes.");
    }
    if (!isNote(key)) {
      checkRoom(key, value, key.equals("new-address") ? ADDRESS_UNITS : layout.units(key));
    }
  }

  private void checkRoom(String key, String value, int room) throws BadCardException {
    if (value.length() > room) {
      throw wrong(
          "has %d UTF-16 units in '%s'; the chip has room for %d. Shorten it as the issuer would."
              .formatted(value.length(), key, room));
    }
  }

  private static boolean isNote(String key) {
    return EXTRA.contains(key) && !key.equals("new-address");
  }

  private BadCardException wrong(String what) {
    return new BadCardException("The card file " + file + " " + what);
  }
}
