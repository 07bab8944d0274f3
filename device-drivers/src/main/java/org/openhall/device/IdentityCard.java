package org.openhall.device;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read from an identity card. Its text lives in arrays of its own, never in a String of
 * the whole, and is zeroed by {@link #close()}. {@link #toString()} says nothing of the person.
 */
public final class IdentityCard implements AutoCloseable {

  /**
   * Which document it is: by the type flag at byte 248 of an identity card's text block, or the
   * social-security card (社会保障卡).
   */
  public enum Kind {
    RESIDENT,
    HMT_PERMIT,
    FOREIGN_2017,
    FOREIGN_2023,
    SOCIAL_SECURITY
  }

  private final Kind kind;
  private final char[] name;
  private final char[] number;
  private final @Nullable LocalDate validUntil;
  private char[] address = {};
  private boolean erased;

  /**
   * Takes the arrays over: they are zeroed with this card.
   *
   * @param name as on the chip, trimmed of trailing spaces
   * @param number the identity number: 18 characters with the birth as YYYYMMDD from the seventh
   *     on, or 15 with it as YYMMDD from the seventh (of a foreign permit of 2017: from the eighth)
   *     on
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

  /** Takes the address over too, trimmed as the name is; it is zeroed with this card. */
  public synchronized void add(char[] newest) {
    requireKept();
    Arrays.fill(address, '\0');
    address = newest;
  }

  /**
   * The newest address, where it was asked for and the card told one.
   *
   * @return a copy, the caller's to zero
   * @throws IllegalStateException if the card was erased
   */
  public synchronized Optional<char[]> address() {
    requireKept();
    return address.length == 0 ? Optional.empty() : Optional.of(address.clone());
  }

  /** Whether the document is past its validity on the given day. */
  public boolean expiredOn(LocalDate day) {
    return validUntil != null && validUntil.isBefore(day);
  }

  /**
   * Whether the person is younger than so many years on the given day, by the birth in the number.
   * A birth year of two digits is taken as the latest that is not after the day.
   *
   * @throws IllegalStateException if the card was erased or the number holds no date
   */
  public synchronized boolean youngerThan(int years, LocalDate on) {
    requireKept();
    return birth(on).plusYears(years).isAfter(on);
  }

  /** The name with all but its last code point replaced by {@code *}, e.g. 张三丰 → **丰. */
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
    Arrays.fill(address, '\0');
    erased = true;
  }

  @Override
  public String toString() {
    return "IdentityCard[redacted]";
  }

  private LocalDate birth(LocalDate on) {
    int at = kind == Kind.FOREIGN_2017 ? 7 : 6;
    int yearDigits = number.length == 18 ? 4 : 2;
    int year = digits(at, yearDigits);
    if (yearDigits == 2) {
      year += on.getYear() / 100 * 100;
      year -= year > on.getYear() ? 100 : 0;
    }
    try {
      return LocalDate.of(year, digits(at + yearDigits, 2), digits(at + yearDigits + 2, 2));
    } catch (DateTimeException noSuchDay) {
      // Its text tells the day, so it is no cause of what is thrown.
      throw new IllegalStateException("the number holds no date of birth");
    }
  }

  private int digits(int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value * 10 + Character.digit(number[i], 10);
    }
    return value;
  }

  private void requireKept() {
    if (erased) {
      throw new IllegalStateException("the card was erased");
    }
  }
}
