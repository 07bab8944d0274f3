package org.openhall.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(folder.resolve("office.db"), "not a database, but long enough ".repeat(40));
    assertThrows(IOException.class, () -> OfficeDatabase.open(folder));
  }
}
