package org.openhall.office.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Catalog;

/** The records of a full pack that this office wrote. */
final class PackedRecords implements Closeable {
  private final PackReader reader;

  private PackedRecords(PackReader reader) {
    this.reader = reader;
  }

  static PackedRecords open(Path pack) throws IOException {
    return new PackedRecords(new PackReader(Files.newInputStream(pack), Long.MAX_VALUE));
  }

  /** The next record's canonical JSON, by ascending id. */
  Optional<byte[]> next() throws IOException {
    return reader.next();
  }

  /**
   * The record with this hash.
   *
   * @param sha256 lower-case hex
   */
  static Optional<byte[]> find(Path pack, String sha256) throws IOException {
    try (PackedRecords records = open(pack)) {
      for (Optional<byte[]> json = records.next(); json.isPresent(); json = records.next()) {
        if (HexFormat.of().formatHex(EncodedRecord.sha256(json.get())).equals(sha256)) {
          return json;
        }
      }
      return Optional.empty();
    }
  }

  /** Hands every record of a pack to the visitor. */
  static void forEach(Path pack, Catalog.RecordVisitor visitor) throws IOException, SQLException {
    try (PackedRecords records = open(pack)) {
      for (Optional<byte[]> json = records.next(); json.isPresent(); json = records.next()) {
        visitor.visit(encoded(json.get()));
      }
    }
  }

  private static EncodedRecord encoded(byte[] json) throws IOException {
    try {
      EncodedRecord record = RecordCodec.encoded(RecordCodec.decode(json));
      return new EncodedRecord(record.type(), record.id(), json);
    } catch (MalformedRecordException e) {
      throw new IOException("a pack in the repository holds what is no record", e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
