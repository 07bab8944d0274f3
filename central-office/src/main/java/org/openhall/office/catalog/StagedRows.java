package org.openhall.office.catalog;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.openhall.content.codec.EncodedRecord;

/**
 * The rows of an import on their way to the database, in a file that goes with the import: while a
 * long source is read, the running office writes as ever.
 */
final class StagedRows implements AutoCloseable {
  private final Path file;
  private final DataOutputStream out;
  private long rows;

  /**
   * @param folder on the disk of the database
   */
  StagedRows(Path folder) throws IOException {
    clearLeavings(Files.createDirectories(folder));
    this.file = Files.createTempFile(folder, "import-", ".rows");
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /** Of an import that was killed: one runs at a time, so nobody writes to them. */
  private static void clearLeavings(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "import-*.rows")) {
      for (Path one : left) {
        Files.deleteIfExists(one);
      }
    }
  }

  /** Takes one row after the other again. */
  interface Reader {
    void take(RecordRow row) throws SQLException;
  }

  void add(RecordRow row) throws IOException {
    write(row.kind());
    write(row.source());
    write(row.key());
    out.writeInt(row.revision());
    write(row.asOf().toString());
    write(row.sha256());
    write(row.record().type());
    write(row.record().id());
    write(row.record().json());
    rows++;
  }

  /** Hands all of them over, in the order in which they came. */
  void forEach(Reader reader) throws IOException, SQLException {
    out.flush();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (long row = 0; row < rows; row++) {
        reader.take(
            new RecordRow(
                text(in),
                text(in),
                text(in),
                in.readInt(),
                LocalDate.parse(text(in)),
                text(in),
                new EncodedRecord(text(in), text(in), bytes(in))));
      }
    }
  }

  private void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  /** Deletes them first: closing writes what is buffered, and the disk may be full. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    out.close();
  }
}
