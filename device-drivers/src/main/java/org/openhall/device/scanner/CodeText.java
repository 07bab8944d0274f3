package org.openhall.device.scanner;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns a code's bytes into text: UTF-8, or where they are none, GB 18030. */
final class CodeText {

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CodeText() {}

  /** The text, a new array; empty where the bytes are no text of either charset. */
  static Optional<char[]> of(byte[] bytes) {
    for (Charset charset : CHARSETS) {
      CharBuffer chars = CharBuffer.allocate(bytes.length);
      try {
        if (decoded(charset, bytes, chars)) {
          return text(chars);
        }
      } finally {
        Arrays.fill(chars.array(), '\0');
      }
    }
    return Optional.empty();
  }

  private static boolean decoded(Charset charset, byte[] bytes, CharBuffer into) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      var result = decoder.decode(ByteBuffer.wrap(bytes), into, true);
      if (result.isError()) {
        result.throwException();
      }
      decoder.flush(into);
      return true;
    } catch (CharacterCodingException notOfThisCharset) {
      return false;
    }
  }

  private static Optional<char[]> text(CharBuffer chars) {
    int from = chars.position() > 0 && chars.get(0) == BYTE_ORDER_MARK ? 1 : 0;
    for (int i = from; i < chars.position(); i++) {
      if (!isText(chars.get(i))) {
        return Optional.empty();
      }
    }
    return from == chars.position()
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(chars.array(), from, chars.position()));
  }

  /** Of the control characters, those that GS1 and ISO/IEC 15434 codes and lines have. */
  private static boolean isText(char c) {
    return switch (c) {
      case '\t', '\n', '\r', 0x04, 0x1C, 0x1D, 0x1E, 0x1F -> true;
      default -> c >= ' ' && (c < 0x7F || c > 0x9F);
    };
  }
}
