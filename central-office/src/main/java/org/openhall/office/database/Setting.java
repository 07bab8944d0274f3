package org.openhall.office.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One of the few things that an office says of itself, kept under a name.
 *
 * @param name in the table of settings
 */
public record Setting(OfficeDatabase database, String name) {

  /** What was said last; empty where nothing was. */
  public Optional<String> get() {
    return database
        .client()
        .sql("SELECT value FROM setting WHERE name = ?")
        .param(name)
        .query(String.class)
        .optional();
  }

  /** Says something else. */
  public void set(String value) {
    change(value);
  }

  /** Says something else, in a transaction that has more to do. */
  public void set(Connection connection, String value) throws SQLException {
    String sql =
        "INSERT INTO setting (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.setString(2, value);
      statement.executeUpdate();
    }
  }

  /** Says something else; of several that say the same at the same time, one hears that it did. */
  public boolean change(String value) {
    return database
            .client()
            .sql(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
                    + " WHERE setting.value <> excluded.value")
            .params(name, value)
            .update()
        > 0;
  }
}
