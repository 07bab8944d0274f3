package org.openhall.device.idcard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openhall.device.transport.Redaction;

/**
 * Of an answer is kept what makes it a frame: preamble, length, a status that is known, and the
 * lengths before a card's text. The text is replaced by that of a person who does not exist,
 * everything else by zeros, and the checksum by that of what is kept: a trace can be played, and
 * the card in it is nobody's. What stands outside of a frame may be the rest of a card's text and
 * is not kept; nor is what follows a preamble and cannot be a frame, for a line may lose the bytes
 * between a preamble and a name.
 */
final class SdtRedaction implements Redaction {

  private static final int[] PREAMBLE = {0xAA, 0xAA, 0xAA, 0x96, 0x69};
  private static final int LENGTH_AT = PREAMBLE.length;
  private static final int STATUS_AT = LENGTH_AT + 2;
  private static final int SW3_AT = STATUS_AT + 2;
  private static final int DATA_AT = STATUS_AT + 3;
  private static final int TEXT_AT = DATA_AT + 4;
  private static final int SHORTEST = 4;

  /** The longest answer without a card is that with an address: status, 70 bytes, checksum. */
  private static final int LONGEST_WITHOUT_CARD = 3 + TextBlock.ADDRESS_LENGTH + 1;

  private static final byte[] NOBODY = nobody();

  /** Status, lengths, text, checksum: a card without a photo; and with one of 1,024 bytes. */
  private static final int CARD = 3 + 4 + NOBODY.length + 1;

  private static final int CARD_WITH_PHOTO = CARD + 1_024;

  private boolean textAsked;

  /** How many bytes of a frame have gone by. */
  private int at;

  private int length;

  /** Whether the lengths of text and photo are those of a card, so far. */
  private boolean card;

  private int sum;

  @Override
  public byte[] sent(byte[] bytes) {
    textAsked = Arrays.equals(bytes, SdtCommand.READ_TEXT_AND_PHOTO.frame());
    at = 0;
    return bytes.clone();
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
    if (at < PREAMBLE.length || (at < STATUS_AT && !mayBeLength(value))) {
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
    at = at < PREAMBLE.length ? at : 0;
    if (value == PREAMBLE[at]) {
      at++;
      length = 0;
      card = textAsked;
      sum = 0;
      return value;
    }
    // A fourth AA may be the third of the preamble.
    at = value == PREAMBLE[0] ? Math.min(at, 3) : 0;
    return value == PREAMBLE[0] ? value : 0;
  }

  /** Whether an answer may have a length with this byte in its place. */
  private boolean mayBeLength(int value) {
    if (at == LENGTH_AT) {
      return value == 0 || value == CARD >> 8 || value == CARD_WITH_PHOTO >> 8;
    }
    int whole = length << 8 | value;
    return (whole >= SHORTEST && whole <= LONGEST_WITHOUT_CARD)
        || whole == CARD
        || whole == CARD_WITH_PHOTO;
  }

  private int inFrame(int value) {
    if (at < STATUS_AT) {
      length = length << 8 | value;
      return value;
    }
    if (at == STATUS_AT + length - 1) {
      return sum;
    }
    if (at == SW3_AT) {
      return SdtStatus.of(value) == SdtStatus.UNKNOWN ? 0 : value;
    }
    return at < DATA_AT ? 0 : card(value);
  }

  /** Lengths of text and photo, 2 bytes each, then both. */
  private int card(int value) {
    if (at < TEXT_AT) {
      card &= value == lengths()[at - DATA_AT];
      return card ? value : 0;
    }
    boolean text = card && at < TEXT_AT + NOBODY.length;
    return text ? Byte.toUnsignedInt(NOBODY[at - TEXT_AT]) : 0;
  }

  private int[] lengths() {
    int photo = length - CARD;
    return new int[] {NOBODY.length >> 8, NOBODY.length & 0xFF, photo >> 8, photo & 0xFF};
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
