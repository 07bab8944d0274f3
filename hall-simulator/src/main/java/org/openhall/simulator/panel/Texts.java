package org.openhall.simulator.panel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.openhall.simulator.card.BoxedCard;

/** What the panel says, in the language it was started with: Chinese, or English. */
final class Texts {

  private final ResourceBundle bundle;
  private final boolean english;

  /** For a language tag; all but English is Chinese. */
  Texts(String languageTag) {
    this.english = Locale.forLanguageTag(languageTag).getLanguage().equals("en");
    this.bundle =
        ResourceBundle.getBundle(
            "org.openhall.simulator.panel.messages",
            english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String get(String key) {
    return bundle.getString(key);
  }

  String get(String key, String about) {
    return MessageFormat.format(get(key), about);
  }

  /** What is special about a card. */
  String note(BoxedCard card) {
    return card.value(english ? "note.en" : "note");
  }

  /** Date as it stands on a card, for reading. */
  static String date(String onChip) {
    return onChip.length() == 8
        ? onChip.substring(0, 4) + "." + onChip.substring(4, 6) + "." + onChip.substring(6)
        : onChip;
  }
}
