package org.openhall.demo.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HallFolderTest {
  private @TempDir Path data;
  private Path database;

  @BeforeEach
  void anOfficeStandsThere() throws IOException {
    database = Files.createDirectory(data.resolve("office")).resolve("office.db");
    Files.writeString(database, "years of work");
  }

  @Test
  void leavesAFolderAloneThatNoHallMade() throws IOException {
    var e = assertThrows(HallException.class, () -> HallFolder.renew(data));
    assertTrue(e.toString().contains("--data"), e::toString);
    assertEquals("years of work", Files.readString(database));
  }

  @Test
  void emptiesWhatAnEarlierHallMadeAndNothingElse() throws IOException, HallException {
    Path hall = data.resolve("hall");
    HallFolder.renew(hall);
    Path own = Files.createDirectory(hall.resolve("office")).resolve("office.db");
    Files.writeString(own, "a demo");
    Path other = Files.writeString(hall.resolve("notes"), "a person's");
    Files.createSymbolicLink(hall.resolve("office/link"), data.resolve("office"));
    HallFolder.renew(hall);
    assertFalse(Files.exists(own));
    assertTrue(Files.exists(other));
    assertEquals("years of work", Files.readString(database));
  }
}
