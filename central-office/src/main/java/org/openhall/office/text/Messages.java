package org.openhall.office.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The office's words in one language, from the bundles {@code messages_zh_CN} and {@code
 * messages_en}.
 */
public final class Messages {
  private static final String BUNDLE = "org.openhall.office.messages";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Words in English for {@code en} and its regions, in Chinese for every other tag. */
  public static Messages of(String languageTag) {
    boolean english = Locale.forLanguageTag(languageTag).getLanguage().equals("en");
    return new Messages(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
  }

  /**
   * The text of a key with its arguments put in, numbers without grouping; an unknown key is a
   * programmer's mistake.
   */
  public String text(String key, Object... arguments) {
    Object[] plain = Arrays.stream(arguments).map(Object::toString).toArray();
    return new MessageFormat(bundle.getString(key), locale).format(plain);
  }

  /** The text of a key without arguments, or another text where there is no such key. */
  public String textOr(String key, String otherwise) {
    return bundle.containsKey(key) ? text(key) : otherwise;
  }

  /** The sentence for a trouble. */
  public String text(Trouble trouble) {
    return text(trouble.key(), trouble.arguments().toArray());
  }

  /** The language of these words. */
  public Locale locale() {
    return locale;
  }
}
