package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdNumberTest {

  @Test
  void numbersWithTheirCheckDigitAreRight() {
    assertTrue(right("11010519491231002X"));
    assertTrue(right("440524188001010014"));
    assertTrue(right("810000198409010018"));
    assertTrue(right("910000198409010011"));
  }

  @Test
  void everyOtherCheckDigitIsWrong() {
    for (char digit : "0123456789x ".toCharArray()) {
      assertFalse(right("11010519491231002" + digit), "check digit " + digit);
    }
  }

  @Test
  void anySingleWrongDigitIsSeen() {
    String number = "11010519491231002X";
    for (int at = 0; at < 17; at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String other = number.substring(0, at) + digit + number.substring(at + 1);
        assertEquals(other.equals(number), right(other), other);
      }
    }
  }

  @Test
  void aBirthThatIsNoDayIsWrongEvenWithItsCheckDigit() {
    assertFalse(right("110105194902300020"));
    for (char digit : "0123456789X".toCharArray()) {
      assertFalse(right("11010519490230002" + digit));
    }
  }

  @Test
  void aPermitOf2017HasThreeLettersAndTwelveDigitsWithABirth() {
    assertTrue(right("USA110084010100"));
    assertTrue(right("USA110000022900"));
    assertFalse(right("USA110001022900"));
    assertFalse(right("USA110084130100"));
    assertFalse(right("US1110084010100"));
    assertFalse(right("USA11008401010X"));
  }

  @Test
  void otherLengthsAreWrong() {
    assertFalse(right(""));
    assertFalse(right("11010519491231002"));
    assertFalse(right("11010519491231002XX"));
  }

  @Test
  void datesAreReadStrictly() {
    assertEquals(
        Optional.of(LocalDate.of(2024, 2, 29)), IdNumber.dateAt("20240229".toCharArray(), 0));
    assertEquals(Optional.empty(), IdNumber.dateAt("20230229".toCharArray(), 0));
    assertEquals(Optional.empty(), IdNumber.dateAt("2023022 ".toCharArray(), 0));
  }

  private static boolean right(String number) {
    return IdNumber.isRight(number.toCharArray());
  }
}
