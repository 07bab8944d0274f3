package org.openhall.content.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.ReleaseManifest;

/** What a snapshot says of its release, sealed against flipped bits as it stands on every page. */
final class ReleaseRow {
  private ReleaseRow() {}

  /** Reads a row of all columns; snapshots up to form 3 have no seal. */
  static ReleaseInfo read(ResultSet row) throws SQLException, UnreadableSnapshotException {
    try {
      Instant publishedAt = Instant.parse(row.getString("published_at"));
      ReleaseInfo release =
          new ReleaseInfo(
              row.getLong("number"),
              publishedAt,
              row.getString("office"),
              row.getBoolean("sample"),
              Duration.ofDays(staleAfterDays(row)),
              intakeKey(row));
      if (says(row, "seal") && !MessageDigest.isEqual(seal(release), row.getBytes("seal"))) {
        throw new UnreadableSnapshotException("What it says of its release is damaged", null);
      }
      return release;
    } catch (DateTimeException e) {
      throw new UnreadableSnapshotException("Its release has no time", e);
    }
  }

  /** SHA-256 of all that is said. */
  static byte[] seal(ReleaseInfo release) {
    String said =
        String.join(
            "\0",
            Long.toString(release.number()),
            release.publishedAt().toString(),
            release.office(),
            Boolean.toString(release.sample()),
            Long.toString(release.staleAfter().toDays()),
            Optional.ofNullable(release.intakeKey()).map(key -> "+" + key).orElse("-"));
    return EncodedRecord.sha256(said.getBytes(StandardCharsets.UTF_8));
  }

  /** Snapshots of form 1 do not say it. */
  private static int staleAfterDays(ResultSet row) throws SQLException {
    return says(row, "stale_after_days")
        ? row.getInt("stale_after_days")
        : ReleaseManifest.USUAL_STALE;
  }

  /** Snapshots of forms 1 and 2 do not say it. */
  private static @Nullable String intakeKey(ResultSet row) throws SQLException {
    return says(row, "intake_key") ? row.getString("intake_key") : null;
  }

  private static boolean says(ResultSet row, String column) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (columns.getColumnName(i).equals(column)) {
        return true;
      }
    }
    return false;
  }
}
