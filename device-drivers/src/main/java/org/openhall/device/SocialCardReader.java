package org.openhall.device;

import java.time.Duration;

/** Reads social-security cards (社会保障卡) by their contacts. It never asks for a PIN. */
public interface SocialCardReader extends Device {

  /** Its kind in {@link Capabilities}. */
  String KIND = "social-card-reader";

  /** Counter: cards that were read. */
  String CARDS_READ = "cards-read";

  /** Counter: cards that could not be read. */
  String CARDS_UNREADABLE = "cards-unreadable";

  /**
   * Waits for a card and reads it. A card that was already read has to be taken out before it, or
   * another, is read: it may be that of the citizen before. The caller must already have shown why
   * (个人信息保护法 第17条).
   *
   * @param timeout how long to wait for a card, at most 5 minutes
   */
  DeviceCommand<ReadOutcome> read(Duration timeout);

  /** How a reading ended. */
  sealed interface ReadOutcome {
    /** The card was read; whoever takes the card must erase it. */
    record CardRead(SocialCard card) implements ReadOutcome {}

    /** No card was put in in time. */
    record NoCard() implements ReadOutcome {}

    /** The card in the reader is no social-security card. */
    record OtherCard() implements ReadOutcome {}

    /** The card's issuer has locked it; only they can help. */
    record CardLocked() implements ReadOutcome {}

    /**
     * The card left too soon, stayed mute, or said what it should not; putting it in again may
     * help.
     *
     * @param code what was wrong, for a technician, e.g. {@code SW 6F00}; nothing of a person
     */
    record CardUnreadable(String code) implements ReadOutcome {}

    /** The caller ended the reading. */
    record Cancelled() implements ReadOutcome {}

    /** The reader cannot read now; its health says why. */
    record ReaderUnavailable(DeviceHealth health) implements ReadOutcome {}
  }
}
