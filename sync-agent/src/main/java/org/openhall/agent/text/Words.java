package org.openhall.agent.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences in one language. */
public final class Words {
  private static final String BUNDLE = "org.openhall.agent.messages";

  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * The words of a language; Chinese for any but English.
   *
   * @param language a tag such as {@code zh-CN} or {@code en}
   */
  public static Words in(String language) {
    boolean english = Locale.forLanguageTag(language).getLanguage().equals("en");
    Locale locale = english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    return new Words(
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  public String say(Sentence sentence) {
    return new MessageFormat(bundle.getString(sentence.key()), bundle.getLocale())
        .format(sentence.arguments().toArray());
  }

  public String say(String key, Object... arguments) {
    return say(Sentence.of(key, arguments));
  }
}
