package org.openhall.office.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Finds the place at which a stream stops being UTF-8; a stream reader only says that it did. */
final class Utf8 {
  private static final int BUFFER = 1 << 16;

  private Utf8() {}

  /** Offset from 0 of the first byte that is not UTF-8; the length if there is none. */
  static long firstBadByte(InputStream stream) throws IOException {
    try (InputStream in = stream) {
      CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
      ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
      CharBuffer chars = CharBuffer.allocate(BUFFER);
      long consumed = 0;
      boolean atEnd = false;
      while (!atEnd) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        consumed += bytes.position();
        if (result.isError()) {
          return consumed;
        }
        bytes.compact();
      }
      return consumed;
    }
  }
}
