package org.openhall.demo.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.openhall.demo.hall.HallException;

/** An office's records as files for other programs: all in one, a line each, and one file each. */
final class RecordFiles {
  private final Path folder;

  RecordFiles(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Path lines() {
    return folder.resolve("lines.json");
  }

  Path each() {
    return folder.resolve("each");
  }

  /**
   * Writes both; a file is as old as the record's revision says, so that others see what changed.
   */
  void write(Path office) throws IOException, HallException {
    Files.createDirectories(each());
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + office.resolve("office.db"));
        PreparedStatement select =
            connection.prepareStatement("SELECT revision, json FROM record ORDER BY id");
        ResultSet row = select.executeQuery();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines()))) {
      for (int number = 0; row.next(); number++) {
        byte[] json = row.getBytes(2);
        out.write(json);
        out.write('\n');
        Path file = Files.write(each().resolve(number + ".json"), json);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(row.getLong(1))));
      }
    } catch (SQLException e) {
      throw new HallException("the records cannot be read: " + e.getMessage());
    }
  }
}
