package org.openhall.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeDatabaseTest {
  @TempDir Path folder;

  @Test
  void letsAServerAndACommandWorkAtTheSameTime() throws IOException {
    OfficeName server = new OfficeName(OfficeDatabase.open(folder));
    OfficeName command = new OfficeName(OfficeDatabase.open(folder));
    command.set("某市政务服务中心");
    assertEquals("某市政务服务中心", server.get());
  }

  @Test
  void noOtherUserOfTheMachineReadsIt() throws IOException {
    OfficeDatabase.open(folder).close();
    Path file = folder.resolve("office.db");
    assertEquals("rw-------", rights(file));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    OfficeDatabase later = OfficeDatabase.open(folder);
    new OfficeName(later).set("某市政务服务中心");
    assertEquals("rw-------", rights(file), "one of a former version too");
    assertEquals("rw-------", rights(folder.resolve("office.db-wal")));
    later.close();
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(folder.resolve("office.db"), "not a database, but long enough ".repeat(40));
    assertThrows(IOException.class, () -> OfficeDatabase.open(folder));
  }
}
