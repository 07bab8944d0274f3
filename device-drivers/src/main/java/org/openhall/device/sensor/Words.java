package org.openhall.device.sensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;
import org.openhall.device.Sense;

/**
 * The words by which a sensor says its state, in capital letters.
 *
 * @param active for {@link Sense#ACTIVE}
 * @param quiet for {@link Sense#QUIET}
 */
record Words(Set<String> active, Set<String> quiet) {

  /** Letters of a word; more in a line is none. */
  static final int LONGEST = 64;

  /** By the options {@code active} and {@code quiet}: words that are separated by commas. */
  static Words of(DeviceSettings settings, String usualActive, String usualQuiet)
      throws DeviceConfigurationException {
    Set<String> active = words(settings, "active", usualActive);
    Set<String> quiet = words(settings, "quiet", usualQuiet);
    for (String word : active) {
      if (quiet.contains(word)) {
        throw settings.badOption("quiet", "has a word that active has too; each means one thing");
      }
    }
    return new Words(active, quiet);
  }

  private static Set<String> words(DeviceSettings settings, String option, String usual)
      throws DeviceConfigurationException {
    String typed = settings.option(option, usual).toUpperCase(Locale.ROOT);
    Set<String> words = new TreeSet<>(Arrays.asList(typed.strip().split("\\s*,\\s*")));
    for (String word : words) {
      if (word.isEmpty() || word.length() > LONGEST) {
        throw settings.badOption(option, "has no words; write them with commas between: ON,1");
      }
    }
    return words;
  }

  /** What a line says; empty where it is none of the words. */
  Optional<Sense> meaning(String line) {
    String word = line.strip().toUpperCase(Locale.ROOT);
    if (active.contains(word)) {
      return Optional.of(Sense.ACTIVE);
    }
    return quiet.contains(word) ? Optional.of(Sense.QUIET) : Optional.empty();
  }
}
