package org.openhall.office.keys;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;

/**
 * Who holds which key, from the office's database: names of people are nobody's business outside,
 * so they are not in the published metadata. Nothing is decided by it.
 */
public final class KeyRegister {
  private final OfficeDatabase database;

  /** The register in this database. */
  public KeyRegister(OfficeDatabase database) {
    this.database = database;
  }

  /**
   * One key in one role.
   *
   * @param id as in metadata, 64 hex digits
   * @param role its name
   * @param holder who keeps it
   * @param place the file, as it was at that time
   * @param since the day from which it counts
   * @param until the day on which it was taken out, or null
   */
  public record Entry(
      String id,
      String role,
      String holder,
      String place,
      LocalDate since,
      @Nullable LocalDate until) {}

  /** Waits until no other program of this office signs anything for the repository. */
  Alone alone() throws IOException {
    return database.alone(Turn.REPOSITORY);
  }

  /** Notes a key that counts from now on, in the place of what was noted of it. */
  public void note(Entry entry) {
    database
        .client()
        .sql(
            "INSERT INTO signing_key (id, role, holder, place, since, until)"
                + " VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT (id, role) DO UPDATE SET"
                + " holder = excluded.holder, place = excluded.place, since = excluded.since,"
                + " until = NULL")
        .param(entry.id())
        .param(entry.role())
        .param(entry.holder())
        .param(entry.place())
        .param(entry.since().toString())
        .update();
  }

  /** Notes that a key does not count any more. */
  public void close(String id, String role, LocalDate day) {
    database
        .client()
        .sql("UPDATE signing_key SET until = ? WHERE id = ? AND role = ?")
        .param(day.toString())
        .param(id)
        .param(role)
        .update();
  }

  /** All of them, also those that do not count any more. */
  public List<Entry> all() {
    return database
        .client()
        .sql("SELECT id, role, holder, place, since, until FROM signing_key ORDER BY since, id")
        .query((row, _) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("id"),
        row.getString("role"),
        row.getString("holder"),
        row.getString("place"),
        LocalDate.parse(row.getString("since")),
        Optional.ofNullable(row.getString("until")).map(LocalDate::parse).orElse(null));
  }
}
