package org.openhall.device;

import java.util.Locale;
import java.util.ResourceBundle;

/** What is said to technicians, in Chinese and English. */
final class Words {
  private static final String BUNDLE = "org.openhall.device.words";

  private Words() {}

  /** English for English readers, else Chinese. */
  static String of(String family, Enum<?> constant, Locale locale) {
    boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    return ResourceBundle.getBundle(BUNDLE, english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
        .getString(key(family, constant));
  }

  static String key(String family, Enum<?> constant) {
    return family + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
