package org.openhall.content.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Runs the SQL scripts that stand beside this class. */
final class Schema {
  private Schema() {}

  /** Runs the statements of a script; each ends with a ';' at the end of a line. */
  static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : text(script).replaceAll("(?m)^--.*\n", "").split(";\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String text(String script) {
    try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(script))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program is incomplete: " + script, e);
    }
  }
}
