package org.openhall.office.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.link.envelope.SealKey;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;

/**
 * The keys to which terminals seal what is personal. One is in use: the next release names it.
 * Those before it are kept for opening, as terminals that were offline still seal to them.
 */
public final class IntakeKeys {
  /** How long a key that is not in use any more is kept for opening. */
  public static final int DAYS_KEPT = 180;

  private final OfficeDatabase database;

  public IntakeKeys(OfficeDatabase database) {
    this.database = database;
  }

  /**
   * One key.
   *
   * @param holder who opens with it
   * @param place its file, as it was when it was made
   * @param until the day until which the file is kept, or null for the key in use
   */
  public record Entry(
      SealKey key, String holder, String place, LocalDate since, @Nullable LocalDate until) {}

  /** The key in use, if this office takes anything personal. */
  public Optional<SealKey> current() {
    return all().stream().filter(entry -> entry.until() == null).map(Entry::key).findFirst();
  }

  /** All, the newest first. */
  public List<Entry> all() {
    return database
        .client()
        .sql(
            "SELECT public_key, holder, place, since, until FROM intake_key"
                + " ORDER BY until IS NOT NULL, since DESC, until DESC")
        .query((row, _) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        SealKey.parse(row.getString("public_key")).orElseThrow(),
        row.getString("holder"),
        row.getString("place"),
        LocalDate.parse(row.getString("since")),
        Optional.ofNullable(row.getString("until")).map(LocalDate::parse).orElse(null));
  }

  /** Puts a key into use, in the place of the one before. */
  public void use(IntakeKeyFile file, LocalDate today) throws SQLException {
    try (Connection connection = database.begin(Turn.INTAKE_KEY)) {
      retire(connection, today.plusDays(DAYS_KEPT));
      insert(connection, file, today);
      connection.commit();
    }
  }

  private static void retire(Connection connection, LocalDate until) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE intake_key SET until = ? WHERE until IS NULL")) {
      update.setString(1, until.toString());
      update.executeUpdate();
    }
  }

  private static void insert(Connection connection, IntakeKeyFile file, LocalDate today)
      throws SQLException {
    String sql =
        "INSERT INTO intake_key (id, public_key, holder, place, since) VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, file.key().id());
      insert.setString(2, file.key().text());
      insert.setString(3, file.holder());
      insert.setString(4, file.file().toAbsolutePath().normalize().toString());
      insert.setString(5, today.toString());
      insert.executeUpdate();
    }
  }
}
