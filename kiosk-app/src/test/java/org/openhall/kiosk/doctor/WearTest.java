package org.openhall.kiosk.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WearTest {
  private @TempDir Path root;

  @Test
  void aProgramOfADiskThatIsOnlyMountedIsNotStarted() throws IOException {
    Files.createDirectories(root.resolve("sys/block/sda"));
    Files.createDirectories(root.resolve("dev"));
    Files.createFile(root.resolve("dev/sda"));
    Path trace = root.resolve("started");
    Files.createDirectories(root.resolve("usr/sbin"));
    Path program =
        Files.writeString(
            root.resolve("usr/sbin/smartctl"),
            """
            #!/bin/sh
            touch '%s'
            echo '{"smart_status":{"passed":true}}'
            """
                .formatted(trace));
    assertTrue(program.toFile().setExecutable(true));

    List<Finding> found = new Wear(new Machine(root, root)).look();

    assertEquals(List.of(Finding.of(Area.DISK, Severity.NOTE, "disk.smart-not-asked")), found);
    assertFalse(Files.exists(trace));
  }
}
