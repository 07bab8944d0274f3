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

  private static Finding judged(String answer) {
    return Wear.judged("sda", answer);
  }

  /** The forms are those of smartctl(8) with --json, format version 1. */
  @Test
  void theWordOfADiskIsUnderstood() {
    assertEquals(
        Finding.of(Area.DISK, Severity.OK, "disk.healthy", "sda"),
        judged("{'smartctl':{'exit_status':0},'smart_status':{'passed':true}}".replace('\'', '"')));
    assertEquals(
        Finding.of(Area.DISK, Severity.FAULT, "disk.failing", "sda"),
        judged(
            "{'smartctl':{'exit_status':8},'smart_status':{'passed':false,'nvme':{'value':4}}}"
                .replace('\'', '"')));
    assertEquals(Finding.of(Area.DISK, Severity.OK, "disk.healthy", "sda"), judged(nvme(89)));
    assertEquals(
        Finding.of(Area.DISK, Severity.WARNING, "disk.worn", "sda", 103), judged(nvme(103)));
  }

  private static String nvme(int used) {
    return """
    {"smart_status": {"passed": true, "nvme": {"value": 0}},
     "nvme_smart_health_information_log":
       {"critical_warning": 0, "available_spare": 100, "percentage_used": %d}}
    """
        .formatted(used);
  }

  /** What it says of a virtual disk, and of one that it may not open. */
  @Test
  void aDiskThatSaysNothingIsNoSoundOne() {
    String unknown = "/dev/sda: Unable to detect device type";
    assertEquals(
        Finding.of(Area.DISK, Severity.NOTE, "disk.smart-silent", "sda", unknown),
        judged(
            """
            {"smartctl": {"messages": [{"string": "%s", "severity": "error"}], "exit_status": 1}}
            """
                .formatted(unknown)));
    for (String nothing : List.of("", "no JSON", "[]", "{\"smart_status\":{\"passed\":\"yes\"}}")) {
      assertEquals(
          Finding.of(Area.DISK, Severity.NOTE, "disk.smart-silent", "sda", ""), judged(nothing));
    }
  }
}
