package org.openhall.office.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.openhall.office.text.Encoding;

/**
 * In which encoding a text file is: by its byte order mark, else UTF-8 where all of it is that,
 * else GB18030, in which Chinese offices save their tables.
 */
final class Characters {
  private static final List<Charset> TRIED =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Characters() {}

  /** The encoding; strict, so that a torn character is found and not replaced. */
  static Charset of(Path path) throws BadTableException, IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(2);
    }
    if (head.length == 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    } else if (head.length == 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    long furthest = 0;
    for (Charset charset : TRIED) {
      OptionalLong bad;
      try (InputStream in = Files.newInputStream(path)) {
        bad = Encoding.firstBadByte(in, charset);
      }
      if (bad.isEmpty()) {
        return charset;
      }
      furthest = Math.max(furthest, bad.getAsLong());
    }
    throw new BadTableException("encoding", furthest);
  }

  /** A reader of a stream of this encoding, behind the byte order mark. */
  static Reader reader(InputStream in, Charset charset) throws IOException {
    PushbackReader reader =
        new PushbackReader(
            new InputStreamReader(
                new BufferedInputStream(in, BUFFER),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1);
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }
}
