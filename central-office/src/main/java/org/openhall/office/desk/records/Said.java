package org.openhall.office.desk.records;

import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * What a page says after a deed: its key travels in the address, so that any instance of the office
 * can show the page. Keys that are none of ours say nothing.
 */
public final class Said {
  private Said() {}

  /** The words for a key of the topics {@code edit} and {@code review}, or nothing. */
  public static String words(String key, MessageSource words, Locale locale) {
    boolean isOurs = key.matches("(edit|review)\\.[a-z.-]+");
    String said = isOurs ? words.getMessage(key, null, "", locale) : "";
    return said == null ? "" : said;
  }
}
