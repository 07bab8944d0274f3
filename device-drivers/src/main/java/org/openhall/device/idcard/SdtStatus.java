package org.openhall.device.idcard;

/** What a module's third status byte (SW3) means for whoever asked. */
enum SdtStatus {
  /** 90: done. */
  DONE,
  /** 9F: a card was found. */
  FOUND,
  /** 80: no card was found, or the one that lies there was already read. */
  NO_CARD,
  /** 91: there is no such content on the card. */
  NO_CONTENT,
  /** 10, 11: checksum or length of the request came wrong; it may be asked again. */
  REQUEST_GARBLED,
  /** 21, 23: the module does not know the command, or may not do it. */
  REFUSED,
  /**
   * Of the card: 31 and 32, card and module refuse each other; 33, what it says cannot be verified;
   * 40, it is of another kind; 41, not read; 47, no random number; 81, not selected.
   */
  CARD,
  /** 60, 66: the module failed its own test, or is not authorised. */
  MODULE,
  /** 24 and whatever is in no table. */
  UNKNOWN;

  /** The meaning of SW3, 0 to 255. */
  static SdtStatus of(int status) {
    return switch (status) {
      case 0x90 -> DONE;
      case 0x9F -> FOUND;
      case 0x80 -> NO_CARD;
      case 0x91 -> NO_CONTENT;
      case 0x10, 0x11 -> REQUEST_GARBLED;
      case 0x21, 0x23 -> REFUSED;
      case 0x31, 0x32, 0x33, 0x40, 0x41, 0x47, 0x81 -> CARD;
      case 0x60, 0x66 -> MODULE;
      default -> UNKNOWN;
    };
  }
}
