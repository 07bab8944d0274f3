package org.openhall.device.idcard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Identity numbers: 18 characters with a check digit (GB 11643), or the 15 of the permit of 2017.
 */
public final class IdNumber {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final int BIRTH_AT = 6;

  private IdNumber() {}

  /** Whether the number is whole, and of 18 characters also its date and check digit right. */
  public static boolean isRight(char[] number) {
    return switch (number.length) {
      case 15 -> isPermitOf2017(number);
      case 18 -> digits(number, 0, 17) && checks(number) && dateAt(number, BIRTH_AT).isPresent();
      default -> false;
    };
  }

  /**
   * Three letters of the nationality and twelve digits, of which the fifth to tenth are the birth
   * as YYMMDD. A year ending in 00 is that of 2000, which had a 29 February.
   */
  private static boolean isPermitOf2017(char[] number) {
    for (int i = 0; i < 3; i++) {
      if (number[i] < 'A' || number[i] > 'Z') {
        return false;
      }
    }
    return digits(number, 3, 15) && dayIn(2000 + value(number, 7, 2), number, 9).isPresent();
  }

  /** MOD 11-2 over the first 17 digits. */
  private static boolean checks(char[] number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number[i] - '0');
    }
    return number[17] == CHECK_DIGITS.charAt(sum % 11);
  }

  /** The date that is written as YYYYMMDD from this place on, if there is such a day. */
  static Optional<LocalDate> dateAt(char[] text, int at) {
    return digits(text, at, at + 8) ? dayIn(value(text, at, 4), text, at + 4) : Optional.empty();
  }

  /** The day of that year that is written as MMDD. */
  private static Optional<LocalDate> dayIn(int year, char[] text, int at) {
    try {
      return Optional.of(LocalDate.of(year, value(text, at, 2), value(text, at + 2, 2)));
    } catch (DateTimeException noSuchDay) {
      // Its text tells the day; it goes no further.
      return Optional.empty();
    }
  }

  private static boolean digits(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static int value(char[] text, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      value = value * 10 + text[i] - '0';
    }
    return value;
  }
}
