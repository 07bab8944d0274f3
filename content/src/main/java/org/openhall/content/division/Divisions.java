package org.openhall.content.division;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.search.Pinyin;

/**
 * Provinces, cities, counties and streets (45,114 divisions, figures of the National Bureau of
 * Statistics of 2023). Of Taiwan (71), Hong Kong (81) and Macao (82) there are districts and no
 * streets; the digits after their first two are places in the table, not codes that anybody else
 * knows. Loading takes a moment and a few megabytes, so load them where they are needed and not at
 * the start. One thread at a time.
 */
public final class Divisions {
  private static final String COUNTRY = "-";

  private static final Comparator<Division> BY_RANK =
      Comparator.comparingInt((Division division) -> division.code().length())
          .thenComparing(Division::code);

  private final Map<String, List<Division>> below = new HashMap<>();
  private final Map<String, Division> byCode = new HashMap<>();
  private final Map<String, Reading> readings = new HashMap<>();

  /** How a name is typed: all of its pinyin, and the first letters. */
  private record Reading(String full, String initials) {}

  private Divisions() {}

  /** Loads the table that comes with the program. */
  public static Divisions load() {
    Divisions divisions = new Divisions();
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Divisions.class.getResourceAsStream("divisions.txt")),
                StandardCharsets.UTF_8))) {
      table.lines().filter(line -> !line.startsWith("#")).forEach(divisions::add);
    } catch (IOException e) {
      throw new UncheckedIOException("the program is incomplete: divisions.txt", e);
    }
    return divisions;
  }

  private void add(String line) {
    List<String> parts = List.of(line.split(" "));
    String parent = parts.getFirst();
    String prefix = parent.equals(COUNTRY) ? "" : parent;
    List<Division> children = new ArrayList<>(parts.size());
    for (String part : parts.subList(1, parts.size())) {
      int digits = 0;
      while (Character.isDigit(part.charAt(digits))) {
        digits++;
      }
      Division child = new Division(prefix + part.substring(0, digits), part.substring(digits));
      children.add(child);
      byCode.put(child.code(), child);
    }
    below.put(parent, List.copyOf(children));
  }

  /** How many there are. */
  public int size() {
    return byCode.size();
  }

  /** The division with this code of 2, 4, 6 or 9 digits. */
  public Optional<Division> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** What is directly below a division, by code; the provinces for null. */
  public List<Division> children(@Nullable String code) {
    return below.getOrDefault(code == null ? COUNTRY : code, List.of());
  }

  /**
   * A division's name with those above it, as an address has it: 北京市东城区东华门街道. Names that only fill
   * a list, such as 市辖区, are left out. Empty for a code that is none.
   */
  public String fullName(String code) {
    StringBuilder name = new StringBuilder();
    for (int digits : new int[] {2, 4, 6, 9}) {
      if (digits <= code.length() && byCode.containsKey(code)) {
        find(code.substring(0, digits))
            .filter(division -> !division.isPlaceholder())
            .ifPresent(division -> name.append(division.name()));
      }
    }
    return name.toString();
  }

  /**
   * Divisions whose name begins with what was typed, in characters, in pinyin without tones or by
   * its first letters: larger ones first.
   *
   * @param limit how many at most
   */
  public List<Division> search(String typed, int limit) {
    String sought = typed.strip().toLowerCase(Locale.ROOT).replace(" ", "");
    if (sought.isEmpty()) {
      return List.of();
    }
    boolean letters = sought.chars().allMatch(c -> c >= 'a' && c <= 'z');
    if (letters && readings.isEmpty()) {
      read();
    }
    return byCode.values().stream()
        .filter(division -> !division.isPlaceholder())
        .filter(division -> begins(division, sought, letters))
        .sorted(BY_RANK)
        .limit(limit)
        .toList();
  }

  private boolean begins(Division division, String sought, boolean letters) {
    if (!letters) {
      return division.name().startsWith(sought);
    }
    Reading reading = Objects.requireNonNull(readings.get(division.code()));
    return reading.full().startsWith(sought) || reading.initials().startsWith(sought);
  }

  private void read() {
    Pinyin pinyin = new Pinyin();
    for (Division division : byCode.values()) {
      StringBuilder full = new StringBuilder();
      StringBuilder initials = new StringBuilder();
      for (String syllable : pinyin.syllables(division.name())) {
        full.append(syllable);
        initials.append(syllable, 0, Math.min(1, syllable.length()));
      }
      readings.put(division.code(), new Reading(full.toString(), initials.toString()));
    }
  }
}
