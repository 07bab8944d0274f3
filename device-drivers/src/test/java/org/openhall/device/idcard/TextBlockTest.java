package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.device.IdentityCard;
import org.openhall.device.IdentityCard.Kind;

class TextBlockTest {

  private static final LocalDate LAST = LocalDate.of(2034, 5, 6);

  @Test
  void readsAResidentsCardThatIsValidForEver() {
    try (IdentityCard card = parsed(CardText.resident())) {
      assertEquals(Kind.RESIDENT, card.kind());
      assertEquals("**丰", card.maskedName());
      assertEquals("1****************X", card.maskedNumber());
      assertFalse(card.expiredOn(LocalDate.of(9999, 12, 31)));
    }
  }

  @Test
  void readsTheLastDayOfValidity() {
    try (IdentityCard card = parsed(CardText.resident().put(204, "20340506"))) {
      assertFalse(card.expiredOn(LAST));
      assertTrue(card.expiredOn(LAST.plusDays(1)));
    }
  }

  @Test
  void readsAPermitOfHongKongMacaoAndTaiwanResidents() {
    CardText text =
        CardText.resident()
            .put(122, "810000198409010018")
            .put(220, "H12345678")
            .put(238, "01")
            .put(248, "J");
    try (IdentityCard card = parsed(text)) {
      assertEquals(Kind.HMT_PERMIT, card.kind());
      assertEquals("8****************8", card.maskedNumber());
    }
  }

  @Test
  void readsAForeignPermitOf2017() {
    CardText text =
        new CardText()
            .put(0, "SMITH, JOHN ADAM")
            .put(120, "1")
            .put(122, "USA110084010100")
            .put(152, "USA")
            .put(158, "史密斯")
            .put(188, "20240507")
            .put(204, "20340506")
            .put(220, "19840101")
            .put(236, "01")
            .put(240, "1100")
            .put(248, "I");
    try (IdentityCard card = parsed(text)) {
      assertEquals(Kind.FOREIGN_2017, card.kind());
      assertEquals("**斯", card.maskedName());
      assertEquals("U*************0", card.maskedNumber());
      assertTrue(card.expiredOn(LAST.plusDays(1)));
      assertFalse(card.youngerThan(14, LocalDate.of(2026, 11, 24)));
    }
  }

  @Test
  void takesTheLatinNameWhereAForeignerHasNoChineseOne() {
    CardText text = foreigner2023().put(52, "ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGH").put(220, "IJKL");
    try (IdentityCard card = parsed(text)) {
      assertEquals(Kind.FOREIGN_2023, card.kind());
      assertEquals("*".repeat(38) + "L", card.maskedName());
    }
  }

  @Test
  void readsAForeignPermitOf2023() {
    try (IdentityCard card = parsed(foreigner2023().put(0, "史密斯"))) {
      assertEquals(Kind.FOREIGN_2023, card.kind());
      assertEquals("**斯", card.maskedName());
      assertEquals("9****************1", card.maskedNumber());
      assertTrue(card.expiredOn(LAST.plusDays(1)));
    }
  }

  @Test
  void spacesWithinANameAndTheMiddleDotStay() {
    assertName("ZHANG SAN", "********N");
    assertName("阿卜杜拉·买买提", "*******提");
  }

  @Test
  void surrogatesAndPrivateUseCharactersStay() {
    assertName("王𠮷", "*𠮷");
    assertName("李\uE863", "*\uE863");
    assertName("𠮷\uE863㛃", "**㛃");
  }

  @Test
  void aNameThatFillsItsFieldIsNotCutShort() {
    assertName("阿".repeat(15), "*".repeat(14) + "阿");
  }

  @Test
  void refusesWhatCannotBeRight() {
    assertRefused(CardText.resident().put(122, "110105194912310021"));
    assertRefused(CardText.resident().put(122, "                  "));
    assertRefused(CardText.resident().put(122, "USA110084010100   "));
    assertRefused(foreigner2023().put(122, "USA110084010100   "));
    assertRefused(CardText.resident().put(0, "   "));
    assertRefused(CardText.resident().put(204, "20340230"));
    assertRefused(CardText.resident().put(204, "长  "));
    assertRefused(CardText.resident().put(204, "        "));
    assertRefused(CardText.resident().put(248, "Z"));
    assertRefused(CardText.resident().unit(248, '长'));
  }

  @Test
  void aBlockOfAnotherLengthIsRefused() {
    assertTrue(TextBlock.parse(new byte[255]).isEmpty());
    assertTrue(TextBlock.parse(new byte[0]).isEmpty());
  }

  private static CardText foreigner2023() {
    return new CardText()
        .put(30, "1")
        .put(32, "01")
        .put(36, "19840901")
        .put(52, "SMITH, JOHN")
        .put(122, "910000198409010011")
        .put(188, "20240507")
        .put(204, "20340506")
        .put(242, "USA")
        .put(248, "Y");
  }

  private static void assertName(String onChip, String masked) {
    CardText text = CardText.resident().put(0, " ".repeat(15)).put(0, onChip);
    try (IdentityCard card = parsed(text)) {
      assertEquals(masked, card.maskedName());
    }
  }

  private static void assertRefused(CardText text) {
    assertEquals(Optional.empty(), TextBlock.parse(text.bytes()));
  }

  private static IdentityCard parsed(CardText text) {
    return TextBlock.parse(text.bytes()).orElseThrow();
  }
}
