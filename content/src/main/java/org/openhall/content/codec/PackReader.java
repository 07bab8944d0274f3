package org.openhall.content.codec;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a pack record by record and never holds more than one; layout at {@link PackWriter}. It
 * trusts nothing: records have a greatest length, their number is bounded by what was announced,
 * and the end must be where the pack says.
 */
public final class PackReader implements Closeable {
  private final DataInputStream in;
  private final long announced;
  private long records;
  private long offset;
  private boolean ended;

  /**
   * Begins to read.
   *
   * @param stream the pack; closed by {@link #close}
   * @param announced the number of records that the manifest promises at most
   */
  public PackReader(InputStream stream, long announced) throws IOException {
    this(stream, PackWriter.MAGIC, announced);
  }

  PackReader(InputStream stream, byte[] magic, long announced) throws IOException {
    this.announced = announced;
    if (!Arrays.equals(stream.readNBytes(magic.length), magic)) {
      throw new MalformedPackException(0, 0, "it does not begin like a pack of version 1");
    }
    ZstdInputStream frame = new ZstdInputStream(stream);
    frame.setLongMax(PackWriter.WINDOW_LOG);
    in = new DataInputStream(new BufferedInputStream(frame, 1 << 16));
  }

  /** The next record's canonical JSON, or empty at the proper end of the pack. */
  public Optional<byte[]> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    try {
      return readNext();
    } catch (EOFException e) {
      throw broken("it ends too early");
    } catch (ZstdIOException e) {
      throw broken("the compressed data is damaged (" + e.getMessage() + ")");
    }
  }

  private Optional<byte[]> readNext() throws IOException {
    int length = in.readInt();
    if (length == 0) {
      readEnd();
      return Optional.empty();
    }
    if (length < 0 || length > PackWriter.MAX_RECORD) {
      throw broken("a record cannot be " + Integer.toUnsignedString(length) + " bytes long");
    }
    if (records == announced) {
      throw broken("it holds more than the " + announced + " records announced");
    }
    byte[] json = in.readNBytes(length);
    if (json.length < length) {
      throw new EOFException();
    }
    records++;
    offset += 4 + length;
    return Optional.of(json);
  }

  private void readEnd() throws IOException {
    long promised = in.readLong();
    if (promised != records) {
      throw broken("it promises " + promised + " records and holds " + records);
    }
    if (in.read() != -1) {
      throw broken("it goes on after its end");
    }
    ended = true;
  }

  /** The exception for a fault that the caller found in the record it got last. */
  public MalformedPackException faultInLast(String fault) {
    return new MalformedPackException(records, offset, fault);
  }

  private MalformedPackException broken(String fault) {
    return new MalformedPackException(records + 1, offset, fault);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
