package org.openhall.office.publish;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;

/** The releases of this office, from its database. */
public final class ReleaseTable {
  private static final String SELECT =
      "SELECT number, published_at, records, bytes, seconds, state_digest FROM release"
          + " WHERE published_at IS NOT NULL ORDER BY number DESC";

  private final OfficeDatabase database;

  /** The table in this database. */
  public ReleaseTable(OfficeDatabase database) {
    this.database = database;
  }

  /** What the channels held at the last releases. */
  ReleaseStates states() {
    return new ReleaseStates(database);
  }

  /** Waits until no other program of this office packs a release or lays one out. */
  Alone alone() throws IOException {
    return database.alone(Turn.RELEASE);
  }

  /** Waits until no other program of this office signs anything for the repository. */
  Alone aloneInRepository() throws IOException {
    return database.alone(Turn.REPOSITORY);
  }

  /** All releases, newest first. */
  public List<Release> all() {
    return database.client().sql(SELECT).query((row, _) -> release(row)).list();
  }

  /** The newest release, or empty before the first. */
  public Optional<Release> last() {
    return database.client().sql(SELECT + " LIMIT 1").query((row, _) -> release(row)).optional();
  }

  /** Takes the next number for good: if publishing is interrupted, terminals may have seen it. */
  long takeNumber() {
    return database
        .client()
        .sql("INSERT INTO release DEFAULT VALUES RETURNING number")
        .query(Long.class)
        .single();
  }

  /** Notes that the release of that number is out. */
  void complete(Release release) {
    database
        .client()
        .sql(
            "UPDATE release SET published_at = ?, records = ?, bytes = ?, seconds = ?,"
                + " state_digest = ? WHERE number = ?")
        .param(release.publishedAt().toString())
        .param(release.records())
        .param(release.bytes())
        .param(release.seconds())
        .param(release.stateDigest())
        .param(release.number())
        .update();
  }

  /** Keeps the manifest of a release that is out. */
  void noteManifest(long number, String manifest) {
    database
        .client()
        .sql(
            "INSERT INTO release_manifest (release, manifest) VALUES (?, ?)"
                + " ON CONFLICT (release) DO UPDATE SET manifest = excluded.manifest")
        .param(number)
        .param(manifest)
        .update();
  }

  /** The last manifests, the newest first. */
  List<String> manifests(int most) {
    return database
        .client()
        .sql("SELECT manifest FROM release_manifest ORDER BY release DESC LIMIT ?")
        .param(most)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static Release release(ResultSet row) throws SQLException {
    return new Release(
        row.getLong("number"),
        Instant.parse(row.getString("published_at")),
        row.getLong("records"),
        row.getLong("bytes"),
        row.getDouble("seconds"),
        row.getString("state_digest"));
  }
}
