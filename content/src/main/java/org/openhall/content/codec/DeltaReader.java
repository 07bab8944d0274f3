package org.openhall.content.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a net delta; layout at {@link DeltaWriter}. It trusts no more than a {@link PackReader}.
 */
public final class DeltaReader implements Closeable {
  private final PackReader pack;
  private final DeltaHead head;

  /**
   * Reads the head.
   *
   * @param stream the delta; closed by {@link #close}
   * @param announced the number of records at most, removed ones not counted
   */
  public DeltaReader(InputStream stream, long announced) throws IOException {
    pack = new PackReader(stream, DeltaWriter.MAGIC, announced + 1);
    byte[] json = pack.next().orElseThrow(() -> pack.faultInLast("it has no head"));
    try {
      head = DeltaHead.fromJson(json);
    } catch (MalformedRecordException e) {
      throw pack.faultInLast("not the head of a delta: " + e.getMessage());
    }
  }

  /** From where to where it leads. */
  public DeltaHead head() {
    return head;
  }

  /** The records that are new or have changed; the head was the first for its counting. */
  public PackReader records() {
    return pack;
  }

  @Override
  public void close() throws IOException {
    pack.close();
  }
}
