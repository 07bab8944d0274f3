package org.openhall.office.lint;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Whether a row of digits is the number that it looks like. A citizen's number counts as one only
 * with a province, a day of birth and, of 18 characters, its check digit.
 */
final class CheckDigits {
  static final int ID = 18;
  static final int OLD_ID = 15;

  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10X98765432";

  /** First two digits of GB/T 2260, and 83 for residence permits of people from Taiwan. */
  private static final String PROVINCES =
      " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64"
          + " 65 71 81 82 83 ";

  /** GB 32100: the alphabet without I, O, S, V, Z. */
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] CREDIT_WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  private static final int OLDEST = 1900;

  private CheckDigits() {}

  /** A citizen's number but for its check digit: 17 digits and a digit or X. */
  static boolean hasFormOfId(String number, LocalDate today) {
    return number.length() == ID
        && isRegion(number)
        && isBirth(number.substring(6, 14), today)
        && !isCreditCode(number);
  }

  /** The check digit of GB 11643 (MOD 11-2). */
  static boolean isId(String number, LocalDate today) {
    if (!hasFormOfId(number, today)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += ID_WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return number.charAt(ID - 1) == ID_CHECKS.charAt(sum % ID_CHECKS.length());
  }

  /** A number of 15 digits as given out until 1999: no check digit, two digits for the year. */
  static boolean isOldId(String number, LocalDate today) {
    return number.length() == OLD_ID
        && isRegion(number)
        && isBirth("19" + number.substring(6, 12), today);
  }

  /** The province; foreigners' permanent residence cards since 2023 begin with 9. */
  private static boolean isRegion(String number) {
    return number.charAt(0) == '9' || PROVINCES.contains(" " + number.substring(0, 2) + " ");
  }

  private static boolean isBirth(String day, LocalDate today) {
    int year = Integer.parseInt(day, 0, 4, 10);
    if (year < OLDEST || year > today.getYear()) {
      return false;
    }
    try {
      int month = Integer.parseInt(day, 4, 6, 10);
      return !LocalDate.of(year, month, Integer.parseInt(day, 6, 8, 10)).isAfter(today);
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  /** The unified social credit code of an organisation (GB 32100), which may be all digits. */
  static boolean isCreditCode(String code) {
    if (code.length() != ID || "159AN".indexOf(code.charAt(0)) < 0) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < CREDIT_WEIGHTS.length; i++) {
      sum += CREDIT_WEIGHTS[i] * CREDIT_ALPHABET.indexOf(code.charAt(i));
    }
    int check = CREDIT_ALPHABET.indexOf(code.charAt(ID - 1));
    return (CREDIT_ALPHABET.length() - sum % CREDIT_ALPHABET.length()) % CREDIT_ALPHABET.length()
        == check;
  }

  /** The check digit of bank cards (ISO/IEC 7812-1, modulus 10 double-add-double). */
  static boolean isLuhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
