package org.openhall.simulator.printer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes of text to characters on paper: ASCII; UTF-8 where that is selected; else GB 18030 in kanji
 * mode, one character of two or four bytes at a time; the selected code page otherwise.
 */
final class TextDecoder {

  /** The characters of a set that were not decoded are drawn as this. */
  private static final int NOT_A_CHARACTER = '□';

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int CHINA = 15;

  /** Pages of {@code ESC t} that Java knows too. */
  private static final Map<Integer, String> PAGES =
      Map.of(
          0,
          "IBM437",
          2,
          "IBM850",
          3,
          "IBM860",
          4,
          "IBM863",
          5,
          "IBM865",
          16,
          "windows-1252",
          17,
          "IBM866",
          18,
          "IBM852",
          19,
          "IBM00858");

  /** Page 1 from 0x80 on: lines and blocks; from 0xA1 on it has narrow Katakana. */
  private static final String PAGE_1 = "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉┼┴┬┤├▔─│▕┌┐└┘╭╮╰╯";

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /** Takes one byte; returns the character that it completes. */
  Optional<Glyph> take(byte next, Settings settings) {
    int value = next & 0xFF;
    if (pending.size() > 0) {
      return continued(next, settings);
    }
    if (value < 0x80) {
      boolean yuan = value == '$' && settings.international() == CHINA;
      return Optional.of(settings.latin(yuan ? '¥' : value));
    }
    if (settings.utf8() && value >= 0xC2 && value < 0xF5) {
      pending.write(next);
      return Optional.empty();
    }
    if (settings.kanji() && !settings.utf8() && value > 0x80 && value < 0xFF) {
      pending.write(next);
      return Optional.empty();
    }
    return Optional.of(settings.latin(fromPage(next, settings.codePage())));
  }

  /** Whether a character was begun and not ended; it is forgotten. */
  boolean breakOff() {
    boolean begun = pending.size() > 0;
    pending.reset();
    return begun;
  }

  private Optional<Glyph> continued(byte next, Settings settings) {
    pending.write(next);
    if (settings.utf8()) {
      return continuedUtf8(settings);
    }
    boolean fourBytes = isDigit(pending.toByteArray()[1]);
    if (fourBytes && pending.size() < 4) {
      return Optional.empty();
    }
    byte[] bytes = pending.toByteArray();
    pending.reset();
    return Optional.of(settings.hanzi(decoded(bytes, GB18030)));
  }

  private Optional<Glyph> continuedUtf8(Settings settings) {
    byte[] bytes = pending.toByteArray();
    int lead = bytes[0] & 0xFF;
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (bytes.length < length) {
      return Optional.empty();
    }
    pending.reset();
    return Optional.of(settings.hanzi(decoded(bytes, StandardCharsets.UTF_8)));
  }

  private static boolean isDigit(byte second) {
    return second >= '0' && second <= '9';
  }

  private static int fromPage(byte next, int page) {
    if (page == 1) {
      return fromPage1(next & 0xFF);
    }
    String name = PAGES.getOrDefault(page, "IBM437");
    return Charset.isSupported(name)
        ? decoded(new byte[] {next}, Charset.forName(name))
        : NOT_A_CHARACTER;
  }

  private static int fromPage1(int value) {
    if (value < 0xA0) {
      return PAGE_1.charAt(value - 0x80);
    }
    return value > 0xA0 && value < 0xE0 ? 0xFF61 + value - 0xA1 : NOT_A_CHARACTER;
  }

  private static int decoded(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().codePointAt(0);
    } catch (CharacterCodingException e) {
      return NOT_A_CHARACTER;
    }
  }
}
