package org.openhall.kiosk.doctor;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.openhall.device.DeviceHealth.Detail;

/**
 * A finding in a technician's language.
 *
 * @param next what to do; empty where there is nothing to do
 */
record FindingWords(String found, String next) {
  static final String BUNDLE = "org.openhall.kiosk.doctor.words";
  static final String DEVICE = "device.";
  private static final String NEXT = ".next";

  static FindingWords of(Finding finding, Locale locale) {
    return finding.code().startsWith(DEVICE) ? device(finding, locale) : plain(finding, locale);
  }

  /** One word of the bundle, such as the name of an area. */
  static String word(String key, Locale locale) {
    return bundle(locale).getString(key);
  }

  private static ResourceBundle bundle(Locale locale) {
    boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    return ResourceBundle.getBundle(BUNDLE, english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
  }

  private static FindingWords plain(Finding finding, Locale locale) {
    ResourceBundle words = bundle(locale);
    Object[] about = finding.about().toArray();
    String next = finding.code() + NEXT;
    return new FindingWords(
        MessageFormat.format(words.getString(finding.code()), about).strip(),
        words.containsKey(next) ? MessageFormat.format(words.getString(next), about) : "");
  }

  /** The driver library says both in one sentence, with a dash between. */
  private static FindingWords device(Finding finding, Locale locale) {
    Detail detail = Detail.valueOf(finding.code().substring(DEVICE.length()));
    String[] parts = detail.words(locale).split("——| – ", 2);
    boolean well = finding.severity() == Severity.OK || parts.length < 2;
    String found = well ? detail.words(locale) : parts[0];
    String code = finding.about().size() > 1 ? finding.about().get(1) : "";
    String told = code.isEmpty() ? found : found + " [" + code + "]";
    return new FindingWords(finding.about().getFirst() + ": " + told, well ? "" : parts[1]);
  }
}
