package org.openhall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IdentityCardTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Test
  void aPersonIsYoungerThanFourteenUntilTheFourteenthBirthday() {
    try (IdentityCard card = card("110105201211241234")) {
      assertTrue(card.youngerThan(14, DAY.minusDays(1)));
      assertFalse(card.youngerThan(14, DAY));
    }
  }

  @Test
  void aLeapDayChildIsOlderOnTheLastOfFebruary() {
    try (IdentityCard card = card("110105201202291234")) {
      assertTrue(card.youngerThan(14, LocalDate.of(2026, 2, 27)));
      assertFalse(card.youngerThan(14, LocalDate.of(2026, 2, 28)));
    }
  }

  @Test
  void ofAYearOfTwoDigitsTheLatestThatIsPastIsTaken() {
    try (IdentityCard child = permit("USA110015010100");
        IdentityCard grown = permit("USA110084010100")) {
      assertTrue(child.youngerThan(14, DAY));
      assertFalse(grown.youngerThan(14, DAY));
    }
  }

  @Test
  void aNumberWithoutADateIsRefusedWithoutATraceOfIt() {
    try (IdentityCard card = card("110105209913451234")) {
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> card.youngerThan(14, DAY));
      assertEquals("the number holds no date of birth", e.getMessage());
      assertEquals(null, e.getCause());
    }
  }

  @Test
  void masksByCodePointsSoThatARareCharacterStaysWhole() {
    try (IdentityCard card = named("张三𠮷")) {
      assertEquals("**𠮷", card.maskedName());
      assertEquals("1****************X", card.maskedNumber());
    }
  }

  @Test
  void forgetsOnClose() {
    char[] name = "欧阳测试".toCharArray();
    char[] number = "11010519491231002X".toCharArray();
    IdentityCard card = new IdentityCard(IdentityCard.Kind.RESIDENT, name, number, null);
    assertFalse(card.expiredOn(LocalDate.MAX));
    card.close();
    assertEquals("\0".repeat(4), new String(name));
    assertEquals("\0".repeat(18), new String(number));
    assertTrue(card.erased());
    assertThrows(IllegalStateException.class, card::maskedName);
    assertThrows(IllegalStateException.class, card::maskedNumber);
    assertThrows(IllegalStateException.class, () -> card.youngerThan(14, DAY));
  }

  private static IdentityCard named(String name) {
    return new IdentityCard(
        IdentityCard.Kind.RESIDENT, name.toCharArray(), "11010519491231002X".toCharArray(), DAY);
  }

  private static IdentityCard card(String number) {
    return new IdentityCard(
        IdentityCard.Kind.RESIDENT, "测试".toCharArray(), number.toCharArray(), DAY);
  }

  private static IdentityCard permit(String number) {
    return new IdentityCard(
        IdentityCard.Kind.FOREIGN_2017, "TEST".toCharArray(), number.toCharArray(), DAY);
  }
}
