package org.openhall.device;

import java.time.Duration;

/** Reads resident identity cards (居民身份证) and documents of the same layout. */
public interface IdCardReader extends Device {

  /** Its kind in {@link Capabilities}. */
  String KIND = "id-card-reader";

  /** Fact: the number of its security module, as printed on it. */
  String MODULE_NUMBER = "module.number";

  /** Counter: cards that were read. */
  String CARDS_READ = "cards-read";

  /** Counter: cards that could not be read. */
  String CARDS_UNREADABLE = "cards-unreadable";

  /**
   * Waits for a card and reads its text. The caller must already have shown why (个人信息保护法 第17条).
   *
   * @param timeout how long to wait for a card, at most 5 minutes
   */
  DeviceCommand<ReadOutcome> read(Duration timeout);

  /**
   * As {@link #read}, and asks the card for the address too, the newest that was written on it;
   * only for what cannot be done without one. A reader that tells no address gives the card
   * without.
   *
   * @param timeout how long to wait for a card, at most 5 minutes
   */
  default DeviceCommand<ReadOutcome> readWithAddress(Duration timeout) {
    return read(timeout);
  }

  /** How a reading ended. */
  sealed interface ReadOutcome {
    /** The card was read; whoever takes the card must erase it. */
    record CardRead(IdentityCard card) implements ReadOutcome {}

    /** No card was laid on the reader in time. */
    record NoCard() implements ReadOutcome {}

    /**
     * The card left the reader too soon, or could not be read; laying it down again may help.
     *
     * @param code what the reader said, e.g. {@code SW3 41}, or what is wrong with the card's text;
     *     tells nothing of the person
     */
    record CardUnreadable(String code) implements ReadOutcome {
      /** Of a reader that said no more. */
      public CardUnreadable() {
        this("");
      }
    }

    /** The caller ended the reading. */
    record Cancelled() implements ReadOutcome {}

    /** The reader cannot read now; its health says why. */
    record ReaderUnavailable(DeviceHealth health) implements ReadOutcome {}
  }
}
