package org.openhall.content.codec;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a pack. Layout: the bytes {@code 'O' 'H' 'P' 'K'}, the version {@code 1}, then one zstd
 * frame with checksum; unpacked it holds for each record its length (4 bytes, big-endian, 1 and up)
 * and its canonical JSON, then a length of 0 and the number of records (8 bytes, big-endian).
 */
public final class PackWriter implements Closeable {
  static final byte[] MAGIC = {'O', 'H', 'P', 'K', 1};

  /** Longest record that a pack may carry, in bytes of canonical JSON. */
  public static final int MAX_RECORD = 8 << 20;

  /** The largest zstd window, 2^26 bytes, so that no pack can claim more memory of its reader. */
  static final int WINDOW_LOG = 26;

  private static final int ZSTD_LEVEL = 9;

  private final DataOutputStream out;
  private long records;

  /** Begins a pack on the stream, which {@link #close} closes too. */
  public PackWriter(OutputStream stream) throws IOException {
    this(stream, MAGIC, new ZstdOutputStream(stream, ZSTD_LEVEL));
  }

  /** Begins a pack of another kind, compressed in another way. */
  PackWriter(OutputStream stream, byte[] magic, ZstdOutputStream frame) throws IOException {
    stream.write(magic);
    out = new DataOutputStream(frame.setChecksum(true));
  }

  /** Appends one record's canonical JSON. */
  public void add(byte[] json) throws IOException {
    if (json.length == 0 || json.length > MAX_RECORD) {
      throw new IllegalArgumentException("a record of " + json.length + " bytes");
    }
    out.writeInt(json.length);
    out.write(json);
    records++;
  }

  /** Writes the end of the pack and closes the stream. */
  @Override
  public void close() throws IOException {
    try (out) {
      out.writeInt(0);
      out.writeLong(records);
    }
  }
}
