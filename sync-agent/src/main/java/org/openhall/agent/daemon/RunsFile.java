package org.openhall.agent.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the record of runs. A damaged one must not keep the service from its work. */
final class RunsFile {
  private static final Logger LOG = LoggerFactory.getLogger(RunsFile.class);

  private RunsFile() {}

  /** Puts a damaged file aside, as {@code agent.db.damaged}; a new one is begun then. */
  static void putAsideIfDamaged(Path file) throws IOException {
    if (!Files.exists(file) || isSound(file)) {
      return;
    }
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    LOG.warn("{} is damaged and begun anew; the old one is {}", file, aside.getFileName());
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    for (String companion : List.of("-journal", "-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + companion));
    }
  }

  private static boolean isSound(Path file) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
      return answer.next() && "ok".equals(answer.getString(1));
    } catch (SQLException e) {
      return false;
    }
  }
}
