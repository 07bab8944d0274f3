package org.openhall.device.pcsc;

/**
 * What the resource manager said instead of success. It is the cause of the {@link
 * javax.smartcardio.CardException}s of this provider; its message is the code's name alone, e.g.
 * {@code SCARD_E_NO_SERVICE}, as that of SunPCSC is.
 */
public final class PcscException extends Exception {

  private final ReturnCode code;

  PcscException(ReturnCode code) {
    super(code.name());
    this.code = code;
  }

  /** What the provider itself found, in words. */
  PcscException(ReturnCode code, String text) {
    super(text);
    this.code = code;
  }

  PcscException(ReturnCode code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  private PcscException(int unlisted) {
    super(String.format("unknown error 0x%08X", unlisted));
    this.code = ReturnCode.UNLISTED;
  }

  /** The same, as it is thrown on to another thread. */
  PcscException(PcscException elsewhere) {
    super(elsewhere.getMessage(), elsewhere);
    this.code = elsewhere.code;
  }

  /**
   * Passes success on.
   *
   * @param result what a function returned: a C {@code long} that holds a 32-bit code
   */
  static void check(long result) throws PcscException {
    ReturnCode code = ReturnCode.of((int) result);
    if (code == ReturnCode.UNLISTED) {
      throw new PcscException((int) result);
    }
    if (code != ReturnCode.SCARD_S_SUCCESS) {
      throw new PcscException(code);
    }
  }

  public ReturnCode code() {
    return code;
  }
}
