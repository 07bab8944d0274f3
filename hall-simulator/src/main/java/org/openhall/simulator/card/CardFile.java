package org.openhall.simulator.card;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Reads a card file: properties in UTF-8, {@code kind} and the fields of its layout. What is wrong
 * on purpose (a check digit, a date of the past) is taken as it stands; what no chip could hold is
 * not.
 */
final class CardFile {

  /** Keys that are not fields of the text block. */
  private static final Set<String> EXTRA =
      Set.of("kind", "note", "note.en", "new-address", "fingerprint");

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
  static Card read(String name, String file, Reader reader) throws IOException, BadCardException {
    CardFile cardFile = new CardFile(file);
    cardFile.load(reader);
    return cardFile.card(name);
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
                        + "'. Possible: resident, hmt, foreign-2017, foreign-2023."));
    for (String key : values.keySet()) {
      check(layout, key);
    }
    for (String needed : List.of("number", "born", "valid-until")) {
      if (!values.containsKey(needed)) {
        throw wrong("lacks '" + needed + "'.");
      }
    }
    return new Card(name, layout, values);
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
