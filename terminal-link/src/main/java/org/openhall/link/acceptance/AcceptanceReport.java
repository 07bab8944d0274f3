package org.openhall.link.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.link.Json;

/**
 * What an acceptance found. Names no person.
 *
 * @param terminalId whose report it is
 * @param at by the terminal's clock; in a signed one the moment of the signature
 * @param place where the terminal stands, or empty
 * @param lines everything that was looked at, in its order, 1 to {@link #MOST_LINES}
 * @param number the how many-eth this terminal signed, from 1; null before it is signed, and in
 *     those of earlier versions
 */
public record AcceptanceReport(
    String terminalId, Instant at, String place, List<Line> lines, @Nullable Long number) {
  /** Lines of a report, at most. */
  public static final int MOST_LINES = 200;

  private static final int LONGEST = 500;

  public AcceptanceReport {
    Objects.requireNonNull(terminalId, "terminalId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(place, "place");
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("a report has 1 to " + MOST_LINES + " lines");
    }
  }

  /** How one thing came out. */
  public enum Result {
    PASSED,
    /** To be known; it keeps nobody from accepting. */
    NOTED,
    /** Nobody did it: the terminal is not wholly accepted. */
    LEFT_OUT,
    FAILED
  }

  /**
   * One thing that was looked at.
   *
   * @param by who says so
   * @param words in the language of the report, at most 500 characters are kept
   */
  public record Line(By by, String code, Result result, String words) {
    public Line {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(result, "result");
      words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
  }

  /** Who found it. */
  public enum By {
    DOCTOR,
    SELF_TEST,
    PERSON
  }

  /** The same as whoever signs it dates and numbers it. */
  public AcceptanceReport dated(Instant now, long count) {
    return new AcceptanceReport(terminalId, now, place, lines, count);
  }

  /** Whether nothing failed. */
  public boolean passed() {
    return lines.stream().noneMatch(line -> line.result() == Result.FAILED);
  }

  /** Whether nothing was left out. */
  public boolean complete() {
    return lines.stream().noneMatch(line -> line.result() == Result.LEFT_OUT);
  }

  /** The text that is signed. */
  public String text() {
    return new String(Json.write(this), StandardCharsets.UTF_8);
  }

  /** Reads a text; empty where it is no report. */
  public static Optional<AcceptanceReport> read(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8), AcceptanceReport.class);
  }
}
