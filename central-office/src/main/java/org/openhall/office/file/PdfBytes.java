package org.openhall.office.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/**
 * A PDF as it lies on the disk. Whoever opens it unpacks the streams in which its objects stand
 * (ISO 32000-1, 7.5.7), so these are counted before that, whatever is said of them.
 */
final class PdfBytes {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);
  private static final long LONGEST = 64L << 20;
  private static final long LONGEST_WHOLE = 1L << 30;
  private static final int MOST_LAYERS = 4;

  /** Bytes before a stream in which its dictionary says what it is. */
  private static final int DICTIONARY = 1_024;

  private final MappedByteBuffer bytes;

  private PdfBytes(MappedByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Whether what is packed in it is more than any paper is. */
  static boolean isBomb(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      return new PdfBytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())).isBomb();
    }
  }

  private boolean isBomb() throws IOException {
    long whole = 0;
    for (int at = 0; at < bytes.limit() - STREAM.length; at++) {
      if (stands(STREAM, at) && !stands(END, at - END.length) && !isPicture(at)) {
        long length = unpacked(at + STREAM.length);
        whole += length;
        if (length > LONGEST || whole > LONGEST_WHOLE) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean stands(byte[] word, int at) {
    for (int i = 0; i < word.length; i++) {
      if (at < 0 || bytes.get(at + i) != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** Nobody unpacks a picture here; what may be called otherwise than it reads is none. */
  private boolean isPicture(int at) {
    byte[] before = new byte[Math.min(at, DICTIONARY)];
    bytes.get(at - before.length, before);
    String said = new String(before, StandardCharsets.ISO_8859_1);
    String dictionary = said.substring(said.lastIndexOf(" obj") + 1);
    return dictionary.contains("/Image")
        && !dictionary.contains("#")
        && !dictionary.contains("/ObjStm")
        && !dictionary.contains("/XRef");
  }

  /** Up to a little more than may be; what is torn counts as far as it goes. */
  private long unpacked(int from) throws IOException {
    int start = from;
    while (start < bytes.limit() && Character.isWhitespace(bytes.get(start))) {
      start++;
    }
    long length = 0;
    try (InputStream out = layers(new Mapped(start))) {
      byte[] buffer = new byte[1 << 16];
      for (int read = out.read(buffer); read >= 0 && length <= LONGEST; read = out.read(buffer)) {
        length += read;
      }
    } catch (IOException e) {
      return length;
    }
    return length;
  }

  /** A packing within a packing is unpacked, too; what is not packed is nothing here. */
  private static InputStream layers(InputStream packed) throws IOException {
    InputStream in = packed;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      PushbackInputStream ahead = new PushbackInputStream(in, 2);
      byte[] head = ahead.readNBytes(2);
      ahead.unread(head);
      if (!isZlib(head)) {
        return layer == 0 ? InputStream.nullInputStream() : ahead;
      }
      in = new InflaterInputStream(ahead);
    }
    return in;
  }

  /** RFC 1950, 2.2: method 8, and a check that the two bytes are a multiple of 31. */
  private static boolean isZlib(byte[] head) {
    return head.length == 2
        && (head[0] & 0x0f) == 8
        && (Byte.toUnsignedInt(head[0]) << 8 | Byte.toUnsignedInt(head[1])) % 31 == 0;
  }

  /** The bytes from a place on. */
  private final class Mapped extends InputStream {
    private int at;

    Mapped(int at) {
      this.at = at;
    }

    @Override
    public int read() {
      return at < bytes.limit() ? Byte.toUnsignedInt(bytes.get(at++)) : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      int count = Math.min(most, bytes.limit() - at);
      if (count <= 0) {
        return -1;
      }
      bytes.get(at, into, from, count);
      at += count;
      return count;
    }
  }
}
