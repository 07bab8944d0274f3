package org.openhall.office.catalog;

/**
 * A record as lists show it.
 *
 * @param type its type's name in the codec
 * @param source where the office took it from
 * @param title its title or name
 * @param number document number or code of the matter, else empty
 * @param owner department or publisher, else empty
 * @param day published, else written, else taken by the office: ISO 8601
 * @param until last day on which terminals show it, else empty
 * @param asOf when the office took or changed it last: ISO 8601
 * @param revision its revision
 * @param standing how it stands to the present release
 * @param isProposed whether a proposal to change it is open or waits for review
 */
public record RecordLine(
    String id,
    String type,
    String source,
    String title,
    String number,
    String owner,
    String day,
    String until,
    String asOf,
    int revision,
    Standing standing,
    boolean isProposed) {

  /** Whether its day may be nothing but the day on which the office took it. */
  public boolean isDayOfTaking() {
    return day.equals(asOf);
  }

  /** How a record stands to the present release. */
  public enum Standing {
    /** 未发布: no release has it. */
    UNRELEASED,
    /** 已改未发: the present release has another version. */
    CHANGED,
    /** 已发布: the present release has it as it is. */
    RELEASED
  }
}
