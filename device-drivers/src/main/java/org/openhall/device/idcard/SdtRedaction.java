package org.openhall.device.idcard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openhall.device.transport.Redaction;

/**
 * Of an answer is kept what makes it a frame: preamble, length, status, and the lengths before a
 * card's text. The text is replaced by that of a person who does not exist, everything else by
 * zeros, and the checksum by that of what is kept: a trace can be played, and the card in it is
 * nobody's. Only the module's own number is kept as it is. What stands outside of a frame may be
 * the rest of a card's text and is not kept either.
 */
final class SdtRedaction implements Redaction {

  private static final int[] PREAMBLE = {0xAA, 0xAA, 0xAA, 0x96, 0x69};
  private static final int LENGTH_AT = PREAMBLE.length;
  private static final int STATUS_AT = LENGTH_AT + 2;
  private static final int DATA_AT = STATUS_AT + 3;
  private static final int TEXT_AT = DATA_AT + 4;
  private static final int SAM_NUMBER_LENGTH = 3 + 16 + 1;
  private static final byte[] NOBODY = nobody();

  private boolean numberAsked;
  private boolean textAsked;

  /** How many bytes of a frame have gone by. */
  private int at;

  private int length;
  private int textLength;
  private int sum;

  @Override
  public byte[] sent(byte[] bytes) {
    numberAsked = is(bytes, SdtCommand.SAM_NUMBER);
    textAsked = is(bytes, SdtCommand.READ_TEXT_AND_PHOTO);
    at = 0;
    return bytes.clone();
  }

  private static boolean is(byte[] bytes, SdtCommand command) {
    return Arrays.equals(bytes, command.frame());
  }

  @Override
  public byte[] received(byte[] bytes) {
    byte[] kept = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      kept[i] = (byte) kept(Byte.toUnsignedInt(bytes[i]));
    }
    return kept;
  }

  private int kept(int value) {
    if (at < PREAMBLE.length) {
      return preamble(value);
    }
    int kept = inFrame(value);
    sum ^= kept;
    at++;
    if (at >= STATUS_AT && at == STATUS_AT + length) {
      at = 0;
    }
    return kept;
  }

  private int preamble(int value) {
    if (value == PREAMBLE[at]) {
      at++;
      length = 0;
      textLength = 0;
      sum = 0;
      return value;
    }
    // A fourth AA may be the third of the preamble.
    at = value == PREAMBLE[0] ? Math.min(at, 3) : 0;
    return value == PREAMBLE[0] ? value : 0;
  }

  private int inFrame(int value) {
    if (at < STATUS_AT) {
      length = length << 8 | value;
      return value;
    }
    if (at == STATUS_AT + length - 1) {
      return sum;
    }
    if (at < DATA_AT || (numberAsked && length == SAM_NUMBER_LENGTH)) {
      return value;
    }
    return textAsked ? card(value) : 0;
  }

  /** Lengths of text and photo, 2 bytes each, then both. */
  private int card(int value) {
    if (at < TEXT_AT) {
      textLength = at < DATA_AT + 2 ? textLength << 8 | value : textLength;
      return value;
    }
    boolean text = textLength == NOBODY.length && at < TEXT_AT + NOBODY.length;
    return text ? Byte.toUnsignedInt(NOBODY[at - TEXT_AT]) : 0;
  }

  /** A resident's card of a division that does not exist (000000). */
  private static byte[] nobody() {
    byte[] text = new byte[TextBlock.LENGTH];
    for (int i = 0; i < text.length; i += 2) {
      text[i] = ' ';
    }
    put(text, 0, "某某");
    put(text, 36, "19000101");
    put(text, 122, "000000190001010009");
    put(text, 188, "20000101");
    put(text, 204, "长期");
    return text;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
