package org.openhall.office.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.office.catalog.RecordLine.Standing;

/**
 * What records a list shows, and from where it goes on.
 *
 * @param words all of which its title, numbers or id contain, whatever case and brackets
 * @param type of this type, by its name in the codec
 * @param owner of this department or publisher, by the whole name or the department's id
 * @param source taken from this source
 * @param from of this day or later, ISO 8601; also only the beginning of one, as 2026 or 2026-05
 * @param to of this day or earlier
 * @param standing standing so to the present release
 * @param isProposed only those of which a change is proposed
 * @param order in which order
 */
public record RecordFilter(
    List<String> words,
    Optional<String> type,
    Optional<String> owner,
    Optional<String> source,
    Optional<String> from,
    Optional<String> to,
    Optional<Standing> standing,
    boolean isProposed,
    Order order) {

  /** The orders of a list. */
  public enum Order {
    /** The newest day first. */
    NEWEST("day", true),
    /** The oldest day first. */
    OLDEST("day", false),
    /** By the bytes of the title. */
    TITLE("title", false),
    /** What the office took or changed last first. */
    CHANGED("as_of", true);

    private final String column;
    private final boolean isDescending;

    Order(String column, boolean isDescending) {
      this.column = column;
      this.isDescending = isDescending;
    }

    String column() {
      return column;
    }

    boolean isDescending() {
      return isDescending;
    }

    /** Its name in addresses and message keys. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All records, the newest first. */
  public static final RecordFilter ALL = all(Order.NEWEST);

  /** All records, in this order. */
  public static RecordFilter all(Order order) {
    return new RecordFilter(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        order);
  }

  /** Those with these words, the newest first. */
  public static RecordFilter words(List<String> words) {
    RecordFilter all = ALL;
    return new RecordFilter(
        words,
        all.type,
        all.owner,
        all.source,
        all.from,
        all.to,
        all.standing,
        false,
        Order.NEWEST);
  }

  public RecordFilter {
    words = List.copyOf(words);
  }
}
