package org.openhall.device.socialcard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** How the content of records is written: GB 18030 or digits, filled up; dates in BCD. */
final class CardText {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private CardText() {}

  /**
   * Text without what fills it up behind: zeros, spaces, or FF. No String is made of it.
   *
   * @throws BadRecordException if it is no GB 18030
   */
  static char[] decode(byte[] content, Field field) throws BadRecordException {
    int end = content.length;
    while (end > 0 && isFilling(content[end - 1])) {
      end--;
    }
    CharBuffer text = CharBuffer.allocate(content.length);
    try {
      var result =
          GB18030
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content, 0, end), text, true);
      if (!result.isUnderflow()) {
        result.throwException();
      }
      return Arrays.copyOf(text.array(), text.position());
    } catch (CharacterCodingException unreadable) {
      throw new BadRecordException(field + " is no text");
    } finally {
      Arrays.fill(text.array(), '\0');
    }
  }

  private static boolean isFilling(byte b) {
    return b == 0 || b == ' ' || b == (byte) 0xFF;
  }

  /**
   * A day in four bytes of BCD, YYYYMMDD; empty where it is filled up instead.
   *
   * @throws BadRecordException if there is no such day
   */
  static Optional<LocalDate> day(byte[] content, Field field) throws BadRecordException {
    if (isFilling(content[0]) && isFilling(content[1])) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              100 * bcd(content[0], field) + bcd(content[1], field),
              bcd(content[2], field),
              bcd(content[3], field)));
    } catch (DateTimeException noSuchDay) {
      // Its text tells the day; it goes no further.
      throw new BadRecordException(field + " is no day");
    }
  }

  private static int bcd(byte b, Field field) throws BadRecordException {
    int high = Byte.toUnsignedInt(b) >> 4;
    int low = b & 0x0F;
    if (high > 9 || low > 9) {
      throw new BadRecordException(field + " is no day");
    }
    return 10 * high + low;
  }
}
