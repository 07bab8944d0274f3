package org.openhall.office.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a terminal that somebody should look at.
 *
 * @param about the device or file, or empty where there is but one of its kind
 * @param since when it began: an acknowledgement holds for this beginning alone
 * @param words the terminal's own, in its language, or empty
 * @param seen who has seen it, or null
 */
public record Alarm(
    Kind kind, String about, Instant since, String words, @Nullable Acknowledgement seen) {

  /** What is wrong; its words are in the bundle of the page, under {@code fleet.alarm.NAME}. */
  public enum Kind {
    /** No word for longer than content may be old. */
    SILENT,
    /** What it shows is older than the office wants. */
    OLD,
    /** Its clock is wrong. */
    CLOCK,
    /** It keeps refusing what is newest. */
    REFUSES,
    /** A device does not work. */
    DEVICE,
    /** Its certificate has ended. */
    CERTIFICATE
  }

  /**
   * That somebody has seen it.
   *
   * @param who a person's id
   */
  public record Acknowledgement(Instant since, String who, Instant at, String note) {}

  /** By which it is known, of all alarms of its terminal. */
  public String key() {
    return kind + ":" + about;
  }

  Alarm with(@Nullable Acknowledgement acknowledgement) {
    return new Alarm(kind, about, since, words, acknowledgement);
  }

  /** Whether nobody has seen it since it began. */
  public boolean isNew() {
    return seen == null;
  }
}
