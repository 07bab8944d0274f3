package org.openhall.simulator.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.openhall.simulator.card.BoxedCard;
import org.openhall.simulator.card.CardBox;

class TextsTest {

  @Test
  void hasEveryTextInBothLanguages() {
    assertEquals(bundle(Locale.SIMPLIFIED_CHINESE).keySet(), bundle(Locale.ENGLISH).keySet());
  }

  @Test
  void isChineseForEveryLanguageButEnglish() {
    assertEquals("凭条打印机", new Texts("zh-CN").get("printer"));
    assertEquals("凭条打印机", new Texts("de").get("printer"));
    assertEquals("Receipt printer", new Texts("en").get("printer"));
  }

  @Test
  void namesTheKindOfEveryCardAndWhatIsSpecialAboutIt() {
    for (BoxedCard card : CardBox.authored().content().cards()) {
      for (String language : new String[] {"zh-CN", "en"}) {
        Texts texts = new Texts(language);
        assertFalse(texts.get("card." + card.kind()).isBlank());
        assertFalse(texts.note(card).isBlank(), card.name());
      }
    }
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "org.openhall.simulator.panel.messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
