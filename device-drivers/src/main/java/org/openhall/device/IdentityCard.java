package org.openhall.device;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was read from an identity card. Its text lives in arrays of its own, never in a String of
 * the whole, and is zeroed by {@link #close()}. {@link #toString()} says nothing of the person.
 */
public final class IdentityCard implements AutoCloseable {

  /** Which document it is, by the type flag at byte 248 of the text block. */
  public enum Kind {
    RESIDENT,
    HMT_PERMIT,
    FOREIGN_2017,
    FOREIGN_2023
  }

  private final Kind kind;
  private final char[] name;
  private final char[] number;
  private final @Nullable LocalDate validUntil;
  private boolean erased;

  /**
   * Takes the arrays over: they are zeroed with this card.
   *
   * @param name as on the chip, trimmed of trailing spaces
   * @param number the identity number, 15 or 18 characters
   * @param validUntil last day of validity, or null for 长期
   */
  public IdentityCard(Kind kind, char[] name, char[] number, @Nullable LocalDate validUntil) {
    this.kind = kind;
    this.name = name;
    this.number = number;
    this.validUntil = validUntil;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether the document is past its validity on the given day. */
  public boolean expiredOn(LocalDate day) {
    return validUntil != null && validUntil.isBefore(day);
  }

  /**
   * The name with all but its last code point replaced by {@code *}, e.g. {@code *三丰}→{@code **丰}.
   */
  public synchronized String maskedName() {
    requireKept();
    int points = Character.codePointCount(name, 0, name.length);
    int last = Character.offsetByCodePoints(name, 0, name.length, 0, Math.max(points - 1, 0));
    return "*".repeat(Math.max(points - 1, 0)) + new String(name, last, name.length - last);
  }

  /** The number with all but its first and last character replaced by {@code *}. */
  public synchronized String maskedNumber() {
    requireKept();
    return number[0] + "*".repeat(number.length - 2) + number[number.length - 1];
  }

  /** Whether {@link #close()} has zeroed it. */
  public synchronized boolean erased() {
    return erased;
  }

  /** Zeroes the text. Idempotent. */
  @Override
  public synchronized void close() {
    Arrays.fill(name, '\0');
    Arrays.fill(number, '\0');
    erased = true;
  }

  @Override
  public String toString() {
    return "IdentityCard[redacted]";
  }

  private void requireKept() {
    if (erased) {
      throw new IllegalStateException("the card was erased");
    }
  }
}
