package org.openhall.office.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openhall.office.settings.OfficeProperties;

/** The databases on which the tests of the office run. */
public enum TestDatabase {
  SQLITE,
  POSTGRESQL;

  private static final List<OfficeDatabase> OPENED = new ArrayList<>();
  private static final List<DatabasePlace.OnServer> PLACES = new ArrayList<>();

  /** Opens the database of a data folder; of the same folder, the same. */
  public OfficeDatabase open(Path dataDir) throws IOException {
    prepare(dataDir);
    OfficeDatabase database = OfficeDatabase.open(dataDir);
    OPENED.add(database);
    return database;
  }

  /** Makes a data folder name this database, for programs that open it themselves. */
  public Path prepare(Path dataDir) throws IOException {
    if (this == POSTGRESQL && !Files.exists(dataDir.resolve(OfficeProperties.FILE))) {
      DatabasePlace.note(dataDir, newServer());
    }
    return dataDir;
  }

  /** An empty place on the PostgreSQL server, to be named on a command line. */
  public static DatabasePlace.OnServer newServer() {
    DatabasePlace.OnServer place = TestPostgreSql.get().newPlace();
    PLACES.add(place);
    return place;
  }

  /** Makes a connection fail where it would wait for another. */
  public String doNotWait() {
    return this == SQLITE ? "PRAGMA busy_timeout = 0" : "SET lock_timeout = 1";
  }

  /** How the database would answer a query if it were to avoid reading a whole table. */
  public String plan(OfficeDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      if (this == POSTGRESQL) {
        statement.execute("SET enable_seqscan = off");
      }
      String explain = this == SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
      int column = this == SQLITE ? 4 : 1;
      StringBuilder plan = new StringBuilder();
      try (ResultSet row = statement.executeQuery(explain + query)) {
        while (row.next()) {
          plan.append(row.getString(column)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  /** Tables that a statement would go through from one end to the other. */
  public Set<String> scanned(OfficeDatabase database, String statement) throws SQLException {
    try (Connection connection = database.connect()) {
      Plans plans = new Plans(connection, statement);
      return this == SQLITE ? plans.scannedBySqlite() : plans.scannedByPostgreSql();
    }
  }

  /** Closes them when the tests of a class have ended, on one of the two. */
  public static final class Closing implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
      OPENED.forEach(OfficeDatabase::close);
      OPENED.clear();
      PLACES.forEach(place -> TestPostgreSql.get().drop(place));
      PLACES.clear();
    }
  }
}
