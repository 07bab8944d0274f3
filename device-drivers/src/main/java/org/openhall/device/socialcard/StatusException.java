package org.openhall.device.socialcard;

/** The card answered with another status than success. */
final class StatusException extends Exception {

  /** What a status means to whoever wants to read. */
  enum Meaning {
    /** There is no such application, file or record, or the card knows no such command. */
    ABSENT,
    /** The card gives it only after a PIN or to a key. */
    PROTECTED,
    /** The issuer has locked the card or the application. */
    LOCKED,
    /** The card wants the command in another form. */
    OTHER_FORM,
    /** Anything else. */
    UNEXPECTED
  }

  private final int status;

  StatusException(int status) {
    super("SW %04X".formatted(status));
    this.status = status;
  }

  /** The status's meaning: ISO/IEC 7816-4, 5.6, and of PBOC (JR/T 0025) 6A81 and 9303. */
  Meaning meaning() {
    return switch (status) {
      case 0x6A82, 0x6A83, 0x6A88, 0x6D00, 0x6E00 -> Meaning.ABSENT;
      case 0x6982, 0x6985, 0x6988, 0x69F0 -> Meaning.PROTECTED;
      case 0x6283, 0x6A81, 0x6983, 0x9303 -> Meaning.LOCKED;
      case 0x6700, 0x6A86, 0x6A87, 0x6B00, 0x6986, 0x6981 -> Meaning.OTHER_FORM;
      default -> Meaning.UNEXPECTED;
    };
  }
}
