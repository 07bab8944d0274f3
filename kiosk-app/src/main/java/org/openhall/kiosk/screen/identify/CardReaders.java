package org.openhall.kiosk.screen.identify;

import java.util.Optional;
import org.openhall.device.IdCardReader;
import org.openhall.device.SocialCardReader;

/** The readers that a terminal has. */
public record CardReaders(Optional<IdCardReader> idCard, Optional<SocialCardReader> socialCard) {

  /** A terminal without any. */
  public static final CardReaders NONE = new CardReaders(Optional.empty(), Optional.empty());

  /** Which cards a citizen may use. */
  enum Which {
    NONE,
    ID_CARD,
    SOCIAL_CARD,
    EITHER;

    /** What is left when a reader cannot be used; only one is left of two, and of one itself. */
    Which without(Which lost) {
      if (this != EITHER) {
        return this;
      }
      return lost == ID_CARD ? SOCIAL_CARD : ID_CARD;
    }

    /** The key of the words that say it of these cards. */
    String key(String key) {
      return this == SOCIAL_CARD || this == EITHER ? key + "." + name() : key;
    }
  }

  Which which() {
    if (idCard.isPresent()) {
      return socialCard.isPresent() ? Which.EITHER : Which.ID_CARD;
    }
    return socialCard.isPresent() ? Which.SOCIAL_CARD : Which.NONE;
  }
}
