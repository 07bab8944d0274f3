package org.openhall.device;

import java.time.Instant;
import java.util.Locale;

/**
 * The health of a device.
 *
 * @param state the coarse state
 * @param detail the machine-readable reason; its {@link Detail#words words} tell a technician what
 *     to do
 * @param since when this state began
 * @param code what the device or the system itself said, e.g. {@code SW3 60}; empty where nothing
 */
public record DeviceHealth(State state, Detail detail, Instant since, String code) {

  /** Of which the device itself said nothing more. */
  public DeviceHealth(State state, Detail detail, Instant since) {
    this(state, detail, since, "");
  }

  /** State and detail in words for a technician, e.g. {@code 不可用：打印机上盖开着——请合上}. */
  public String words(Locale locale) {
    return Words.of("state", state, locale) + detail.words(locale);
  }

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
    /** Another program holds the port. */
    PORT_BUSY,
    /** The port may not be opened by this program's user. */
    PORT_FORBIDDEN,
    /** What is there is no device of this kind. */
    PORT_WRONG,
    /** What answers does not prove that it is the configured device; the code is its proof. */
    NOT_TRUSTED,
    /** A service of the system that the driver needs does not run. */
    SERVICE_MISSING,
    LINE_LOST,
    NO_ANSWER,
    BAD_ANSWER,
    SECURITY_MODULE_REFUSED,
    PAPER_NEAR_END,
    PAPER_OUT,
    TONER_LOW,
    TONER_OUT,
    /** What was printed lies in the way. */
    OUTPUT_FULL,
    COVER_OPEN,
    /** The door behind which technicians work is open. */
    DOOR_OPEN,
    CUTTER_ERROR,
    OFFLINE,
    /** Something is stuck in the device. */
    MEDIA_JAM,
    /** Somebody ended the command at the device itself. */
    STOPPED_AT_DEVICE,
    /** The device itself reports a defect. */
    DEVICE_FAULT,
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
      return Words.of("words", this, locale);
    }
  }
}
