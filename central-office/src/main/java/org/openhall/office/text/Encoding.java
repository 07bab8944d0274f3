package org.openhall.office.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.OptionalLong;

/** Finds the place at which a stream leaves an encoding; a stream reader only says that it did. */
public final class Encoding {
  private static final int BUFFER = 1 << 16;

  private Encoding() {}

  /** Offset from 0 of the first byte that is not of this encoding; empty where all is. */
  public static OptionalLong firstBadByte(InputStream in, Charset charset) throws IOException {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer chars = CharBuffer.allocate(BUFFER * 2);
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
        return OptionalLong.of(consumed);
      }
      bytes.compact();
    }
    return OptionalLong.empty();
  }
}
