package org.openhall.content.codec;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a net delta: the bytes {@code 'O' 'H' 'P' 'D'}, the version {@code 1}, then as in a {@link
 * PackWriter pack} first the {@link DeltaHead} as canonical JSON, then every record that is new or
 * has changed. The same input gives the same bytes.
 */
public final class DeltaWriter implements Closeable {
  static final byte[] MAGIC = {'O', 'H', 'P', 'D', 1};

  /** The strongest level that zstd counts as ordinary; some 2 s for 3 MB of records. */
  private static final int STRONG = 19;

  /** For what is so long that the strong level would take minutes. */
  private static final int QUICK = 12;

  private static final long LONG = 96L << 20;
  private static final int SMALLEST_WINDOW_LOG = 18;

  private final PackWriter pack;

  /**
   * Begins a delta on the stream, which {@link #close} closes too.
   *
   * @param length of all records together, in bytes of canonical JSON; more or less
   */
  public DeltaWriter(OutputStream stream, DeltaHead head, long length) throws IOException {
    int level = length > LONG ? QUICK : STRONG;
    int window =
        Math.clamp(
            Long.SIZE - Long.numberOfLeadingZeros(length),
            SMALLEST_WINDOW_LOG,
            PackWriter.WINDOW_LOG);
    ZstdOutputStream frame = new ZstdOutputStream(stream, level).setLong(window);
    pack = new PackWriter(stream, MAGIC, frame);
    pack.add(head.toJson());
  }

  /** Appends the canonical JSON of a record that is new or has changed. */
  public void add(byte[] json) throws IOException {
    pack.add(json);
  }

  @Override
  public void close() throws IOException {
    pack.close();
  }
}
