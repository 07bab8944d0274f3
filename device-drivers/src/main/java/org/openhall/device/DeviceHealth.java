package org.openhall.device;

import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The health of a device.
 *
 * @param state the coarse state
 * @param detail the machine-readable reason; its {@link Detail#words words} tell a technician what
 *     to do
 * @param since when this state began
 */
public record DeviceHealth(State state, Detail detail, Instant since) {

  /** The coarse state. */
  public enum State {
    STARTING,
    READY,
    /** Works, but wants attention soon. */
    ATTENTION,
    UNAVAILABLE
  }

  /** The reason. A closed list. */
  public enum Detail {
    NONE,
    CONNECTING,
    PORT_MISSING,
    LINE_LOST,
    NO_ANSWER,
    BAD_ANSWER,
    SECURITY_MODULE_REFUSED,
    PAPER_NEAR_END,
    PAPER_OUT,
    COVER_OPEN,
    CUTTER_ERROR,
    OFFLINE,
    /** Too many commands wait already. */
    BUSY,
    /** The driver itself failed. */
    DRIVER_FAULT,
    CLOSED;

    /**
     * What is wrong and what to do next, for a technician.
     *
     * @param locale English, else Chinese is given
     */
    public String words(Locale locale) {
      boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
      Locale spoken = english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
      return ResourceBundle.getBundle("org.openhall.device.words", spoken)
          .getString("words." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
