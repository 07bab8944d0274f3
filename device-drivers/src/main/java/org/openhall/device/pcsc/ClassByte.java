package org.openhall.device.pcsc;

/**
 * The class byte and the logical channel in it: ISO/IEC 7816-4:2020, 5.4.1. Channels 0 to 3 stand
 * in {@code 000x ssnn}, 4 to 19 in {@code 01sx nnnn}; {@code s} marks secure messaging.
 */
final class ClassByte {

  static final int MOST_CHANNELS = 20;

  private static final int CHAINED = 0x10;

  /** Secure messaging in the first form: the header is not, or is, authenticated. */
  private static final int FIRST_SECURE = 0x0C;

  private static final int FURTHER = 0x40;
  private static final int FURTHER_SECURE = 0x20;

  private ClassByte() {}

  /**
   * The class byte for a channel. A proprietary class (1xxx xxxx) or one that is reserved (001x
   * xxxx) has no place for a channel and stays as it is.
   *
   * @param channel 0 to 19
   */
  static byte onChannel(byte cla, int channel) {
    boolean further = (cla & 0xC0) == FURTHER;
    if (cla < 0 || (!further && (cla & 0xE0) != 0)) {
      return cla;
    }
    int secure = further ? cla & FURTHER_SECURE : cla & FIRST_SECURE;
    int chained = cla & CHAINED;
    if (channel < 4) {
      int first = further && secure != 0 ? 0x04 | 0x08 : secure;
      return (byte) (chained | first | channel);
    }
    return (byte) (FURTHER | (secure != 0 ? FURTHER_SECURE : 0) | chained | (channel - 4));
  }
}
