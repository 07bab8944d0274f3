package org.openhall.content.store;

import com.github.luben.zstd.ZstdException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.openhall.content.codec.PackWriter;
import org.openhall.content.codec.ReleaseManifest.Pack;

/** Makes the full pack of a channel out of a snapshot. */
public final class SnapshotPack {
  private static final String RECORDS =
      "SELECT " + Rows.RECORD_COLUMNS + " FROM record WHERE channel = ? ORDER BY id";

  private SnapshotPack() {}

  /**
   * Packs the records of a channel, each checked against its hash.
   *
   * @param file to be written, and on disk in the end
   * @return what it is to be called
   */
  public static Pack write(Path db, String channel, Path file) throws IOException {
    MessageDigest digest = SoundSnapshot.sha256Digest();
    String url = "jdbc:sqlite:" + db.toAbsolutePath().toUri() + "?mode=ro&immutable=1";
    try (OutputStream out =
            new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest);
        PackWriter pack = new PackWriter(out);
        Connection connection = DriverManager.getConnection(url);
        PreparedStatement select = connection.prepareStatement(RECORDS);
        Unpacking unpacking = new Unpacking()) {
      select.setString(1, channel);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          pack.add(unpacking.json(row));
        }
      }
    } catch (SQLException | ZstdException e) {
      throw new UnreadableSnapshotException("Not a sound snapshot: " + db, e);
    }
    FileOperations.REAL.syncFile(file);
    return Pack.of(HexFormat.of().formatHex(digest.digest()), Files.size(file));
  }
}
