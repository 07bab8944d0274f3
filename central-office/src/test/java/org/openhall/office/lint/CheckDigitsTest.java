package org.openhall.office.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckDigitsTest {
  private static boolean isId(String number) {
    return CheckDigits.isId(number, DirtyHall.TODAY);
  }

  @Test
  void knowsTheExampleOfTheStandardAndNoneOfItsNeighbours() {
    assertTrue(isId("11010519491231002X"));
    for (char last : "0123456789".toCharArray()) {
      assertFalse(isId("11010519491231002" + last));
    }
  }

  @Test
  void aCitizenHasAProvinceAndADayOfBirth() {
    assertTrue(isId("810000198409010018"), "a residence permit of somebody from Hong Kong");
    assertTrue(isId("910000198409010011"), "a foreigner's permanent residence card");
    assertFalse(isId("440524188001010014"), "nobody born then is alive");
    assertFalse(isId("110105202612310027"), "nobody is born tomorrow");
  }

  @Test
  void hardlyAnyNumberIsACitizensByChance() {
    Random random = new Random(7);
    int hits = 0;
    for (int i = 0; i < 1_000_000; i++) {
      hits +=
          isId(String.format("%018d", Math.abs(random.nextLong() % 1_000_000_000_000_000_000L)))
              ? 1
              : 0;
    }
    assertTrue(hits < 30, hits + " of a million");
  }

  @Test
  void creditCodesAreKnownByGb32100() {
    assertTrue(CheckDigits.isCreditCode("119901000010003600"));
    assertTrue(CheckDigits.isCreditCode("11511301008778183N"));
    assertFalse(CheckDigits.isCreditCode("11511301008778183P"));
  }

  @Test
  void everyWrongDigitOfACardIsSeen() {
    String card = "6222021234567890128";
    assertTrue(CheckDigits.isLuhn(card));
    for (int i = 0; i < card.length(); i++) {
      char wrong = (char) ('0' + (card.charAt(i) - '0' + 1) % 10);
      assertFalse(CheckDigits.isLuhn(card.substring(0, i) + wrong + card.substring(i + 1)));
    }
    assertEquals(19, card.length());
  }
}
