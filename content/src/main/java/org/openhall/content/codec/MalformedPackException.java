package org.openhall.content.codec;

import java.io.IOException;

/** A pack that is damaged, cut off, too large or not a pack; fetch it again. */
public final class MalformedPackException extends IOException {
  private final long recordNumber;
  private final long offset;

  public MalformedPackException(long recordNumber, long offset, String fault) {
    super("Pack is broken at record %d, byte %d: %s".formatted(recordNumber, offset, fault));
    this.recordNumber = recordNumber;
    this.offset = offset;
  }

  /** The record being read, counted from 1. */
  public long recordNumber() {
    return recordNumber;
  }

  /** Bytes of the unpacked stream that were read in full before the fault. */
  public long offset() {
    return offset;
  }
}
