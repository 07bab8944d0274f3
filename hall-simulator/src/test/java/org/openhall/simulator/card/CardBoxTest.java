package org.openhall.simulator.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardBoxTest {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  @TempDir Path folder;

  @Test
  void fillsEveryCardsBlockToItsLastByte() {
    for (Card card : CardBox.authored().cards()) {
      assertEquals(256, card.text().length, card.name());
      assertEquals(1024, card.photo().length, card.name());
    }
  }

  @ParameterizedTest
  @CsvSource({"zhang, ' '", "hmt, J", "foreign-2017, I", "foreign-2023, Y"})
  void putsTheTypeFlagAtByte248(String name, String flag) throws BadCardException {
    assertEquals(flag, at(name, 248, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "zhang,        188, 16, 20110308",
    "hmt,          220, 18, H01234567",
    "hmt,          238, 4,  02",
    "foreign-2017, 0,   32, 'GULLIVER, LEMUEL'",
    "foreign-2017, 152, 6,  GBR",
    "foreign-2017, 236, 4,  01",
    "foreign-2023, 52,  70, 'CRUSOE, ROBINSON KREUTZNAER OF YORK'",
    "foreign-2023, 220, 22, ' AND ISLAND'",
    "foreign-2023, 242, 6,  GBR",
  })
  void putsEachFieldInItsPlace(String name, int offset, int length, String value)
      throws BadCardException {
    assertEquals(value, at(name, offset, length));
  }

  @Test
  void givesEveryNumberOfEighteenARightCheckDigitButOne() {
    for (Card card : CardBox.authored().cards()) {
      String number = card.value("number");
      boolean right = number.length() != 18 || number.charAt(17) == checkDigit(number);
      assertEquals(!card.name().equals("wrong"), right, card.name() + " " + number);
    }
  }

  @Test
  void hasEveryKindOfCardAndEveryWayOfBeingBroken() {
    List<BoxedCard> cards = CardBox.authored().content().cards();
    assertEquals(
        Set.of("resident", "hmt", "foreign-2017", "foreign-2023", "social", "other-chip"),
        cards.stream().map(BoxedCard::kind).collect(Collectors.toSet()));
    assertEquals(
        EnumSet.allOf(Flaw.class), cards.stream().map(BoxedCard::flaw).collect(Collectors.toSet()));
  }

  @Test
  void givesEveryChipARightCheckDigit() {
    for (Chip chip : CardBox.authored().chips()) {
      String number = chip.value("number");
      assertTrue(
          number.isEmpty() || number.charAt(17) == checkDigit(number), chip.name() + " " + number);
    }
  }

  @Test
  void saysThatAChipIsNotForTheModule() {
    BadCardException refused =
        assertThrows(BadCardException.class, () -> CardBox.authored().named("social-1"));
    assertTrue(refused.toString().contains("slot"), refused.toString());
  }

  @Test
  void readsACardFromAFile() throws IOException, BadCardException {
    Path file = card("kind=resident\nname=武松\nborn=19700101\nnumber=1\nvalid-until=长期\n");
    assertEquals("武松", CardBox.authored().named(file.toString()).value("name"));
  }

  @ParameterizedTest
  @CsvSource({
    "kind=passport,                                'resident, hmt, foreign-2017, foreign-2023'",
    "'kind=resident\nshoe-size=42',                'shoe-size'",
    "'kind=resident\nborn=1970-01-01',             'YYYYMMDD'",
    "'kind=resident\nfingerprint=7',               '0, 512 and 1024'",
    "'kind=resident\nname=一二三四五六七八九十一二三四五六', 'room for 15'",
    "'kind=resident\nborn=19700101\nnumber=1\nvalid-until=长期\nflaw=wrong-atr', 'none, mute, unreadable'",
    "'kind=social\nversion=4.00',                 '1.00, 2.00 or 3.00'",
    "'kind=social\nborn=197O0101',                'even number of digits'",
    "'kind=social\ncard-number=1234567890',       'room for 9 bytes'",
    "'kind=social\nsex=男',                       'US-ASCII'",
    "'kind=social\nversion=3.00',                 'lacks'",
    "'kind=social\npin=1',                        'pin'",
    "'kind=resident\nname=武松',                    'lacks'",
  })
  void refusesAFileThatIsNoCardAndSaysWhatIsPossible(String content, String expected)
      throws IOException {
    Path file = card(content);
    BadCardException refused =
        assertThrows(BadCardException.class, () -> CardBox.authored().named(file.toString()));
    assertTrue(refused.toString().contains(expected), refused.toString());
    assertTrue(refused.toString().contains(file.toString()), refused.toString());
  }

  @Test
  void listsTheCardsForANameThatIsNone() {
    BadCardException refused =
        assertThrows(BadCardException.class, () -> CardBox.authored().named("nobody"));
    assertTrue(refused.toString().contains("zhang, huang, lin"), refused.toString());
  }

  private Path card(String content) throws IOException {
    return Files.writeString(folder.resolve("card.properties"), content);
  }

  private static String at(String name, int offset, int length) throws BadCardException {
    byte[] text = CardBox.authored().named(name).text();
    return new String(text, offset, length, StandardCharsets.UTF_16LE);
  }

  private static char checkDigit(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return "10X98765432".charAt(sum % 11);
  }
}
