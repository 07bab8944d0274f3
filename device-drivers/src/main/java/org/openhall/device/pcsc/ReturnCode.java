package org.openhall.device.pcsc;

import javax.smartcardio.CardException;

/**
 * What the functions of the resource manager return, with its names and numbers: {@code pcsclite.h}
 * of pcsc-lite 1.9.9. The list is closed there; what it lacks is {@link #UNLISTED}.
 */
public enum ReturnCode {
  SCARD_S_SUCCESS(0x00000000),
  SCARD_F_INTERNAL_ERROR(0x80100001),
  /** Also: the caller's thread was interrupted. */
  SCARD_E_CANCELLED(0x80100002),
  SCARD_E_INVALID_HANDLE(0x80100003),
  SCARD_E_INVALID_PARAMETER(0x80100004),
  SCARD_E_INVALID_TARGET(0x80100005),
  SCARD_E_NO_MEMORY(0x80100006),
  SCARD_F_WAITED_TOO_LONG(0x80100007),
  SCARD_E_INSUFFICIENT_BUFFER(0x80100008),
  SCARD_E_UNKNOWN_READER(0x80100009),
  /** Also: the card or the resource manager did not answer within the options' time. */
  SCARD_E_TIMEOUT(0x8010000A),
  SCARD_E_SHARING_VIOLATION(0x8010000B),
  SCARD_E_NO_SMARTCARD(0x8010000C),
  SCARD_E_UNKNOWN_CARD(0x8010000D),
  SCARD_E_CANT_DISPOSE(0x8010000E),
  SCARD_E_PROTO_MISMATCH(0x8010000F),
  SCARD_E_NOT_READY(0x80100010),
  SCARD_E_INVALID_VALUE(0x80100011),
  SCARD_E_SYSTEM_CANCELLED(0x80100012),
  SCARD_F_COMM_ERROR(0x80100013),
  SCARD_F_UNKNOWN_ERROR(0x80100014),
  SCARD_E_INVALID_ATR(0x80100015),
  SCARD_E_NOT_TRANSACTED(0x80100016),
  SCARD_E_READER_UNAVAILABLE(0x80100017),
  SCARD_P_SHUTDOWN(0x80100018),
  SCARD_E_PCI_TOO_SMALL(0x80100019),
  SCARD_E_READER_UNSUPPORTED(0x8010001A),
  SCARD_E_DUPLICATE_READER(0x8010001B),
  SCARD_E_CARD_UNSUPPORTED(0x8010001C),
  /** Also: there is no {@code libpcsclite.so.1} on this machine. */
  SCARD_E_NO_SERVICE(0x8010001D),
  SCARD_E_SERVICE_STOPPED(0x8010001E),
  SCARD_E_UNSUPPORTED_FEATURE(0x8010001F),
  SCARD_E_NO_READERS_AVAILABLE(0x8010002E),
  SCARD_W_UNSUPPORTED_CARD(0x80100065),
  SCARD_W_UNRESPONSIVE_CARD(0x80100066),
  SCARD_W_UNPOWERED_CARD(0x80100067),
  SCARD_W_RESET_CARD(0x80100068),
  SCARD_W_REMOVED_CARD(0x80100069),
  /**
   * The resource manager closed the line at the first word: it forbids it (polkit), or it is dying.
   */
  SCARD_W_SECURITY_VIOLATION(0x8010006A),
  UNLISTED(-1);

  private final int code;

  ReturnCode(int code) {
    this.code = code;
  }

  static ReturnCode of(int code) {
    for (ReturnCode known : values()) {
      if (known.code == code) {
        return known;
      }
    }
    return UNLISTED;
  }

  /**
   * The code behind an exception of this provider, or of SunPCSC, which names it the same way.
   *
   * @return {@link #UNLISTED} where there is none
   */
  public static ReturnCode of(CardException e) {
    Throwable cause = e.getCause();
    if (cause instanceof PcscException ours) {
      return ours.code();
    }
    String name = cause == null ? "" : cause.getMessage();
    for (ReturnCode known : values()) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    return UNLISTED;
  }

  /**
   * Whether the resource manager itself is away: what was open with it is lost, and trying again
   * later helps. pcsc-lite up to 1.9 says SCARD_F_COMM_ERROR where its socket breaks, later ones
   * SCARD_E_NO_SERVICE.
   */
  public boolean serviceGone() {
    return switch (this) {
      case SCARD_E_NO_SERVICE,
          SCARD_E_SERVICE_STOPPED,
          SCARD_F_COMM_ERROR,
          SCARD_E_SYSTEM_CANCELLED,
          SCARD_P_SHUTDOWN,
          SCARD_W_SECURITY_VIOLATION,
          SCARD_E_INVALID_HANDLE ->
          true;
      default -> false;
    };
  }

  /** Whether the card is out of the reader. */
  public boolean cardGone() {
    return this == SCARD_E_NO_SMARTCARD || this == SCARD_W_REMOVED_CARD;
  }

  /** Whether a connection to a card that ends so is of no more use. */
  boolean endsConnection() {
    return switch (this) {
      case SCARD_E_CANCELLED,
          SCARD_E_TIMEOUT,
          SCARD_E_UNKNOWN_READER,
          SCARD_E_READER_UNAVAILABLE,
          SCARD_W_UNRESPONSIVE_CARD,
          SCARD_W_UNPOWERED_CARD,
          SCARD_W_RESET_CARD ->
          true;
      default -> serviceGone() || cardGone();
    };
  }
}
