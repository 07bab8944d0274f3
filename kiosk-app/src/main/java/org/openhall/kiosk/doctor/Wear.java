package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openhall.link.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the disks say of themselves: eMMC by the kernel (JEDEC eMMC 5.0, fields PRE_EOL_INFO and
 * DEVICE_LIFE_TIME_EST), others by smartctl where it is installed and may be used. Of a disk that
 * is only mounted here no program is started: it would run with the rights of whoever looks, and
 * ask the wrong machine.
 */
record Wear(Machine machine) {
  private static final String SMARTCTL = "/usr/sbin/smartctl";
  private static final int URGENT = 3;
  private static final int WORN = 9;
  private static final long PATIENCE_SECONDS = 20;

  List<Finding> look() throws IOException {
    List<Finding> found = new ArrayList<>();
    for (String disk : disks()) {
      if (disk.startsWith("mmcblk")) {
        found.addAll(emmc(disk));
      } else if (machine.isThisOne()
          && machine.has(SMARTCTL)
          && Files.isReadable(machine.file("/dev/" + disk))) {
        found.add(smart(disk));
      }
    }
    if (found.isEmpty()) {
      found.add(Finding.of(Area.DISK, Severity.NOTE, "disk.smart-not-asked"));
    }
    return found;
  }

  private List<String> disks() throws IOException {
    Path blocks = machine.file("/sys/block");
    if (!Files.isDirectory(blocks)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(blocks)) {
      return all.map(p -> p.getFileName().toString())
          .filter(name -> name.matches("sd[a-z]+|nvme\\d+n\\d+|mmcblk\\d+"))
          .sorted()
          .toList();
    }
  }

  private List<Finding> emmc(String disk) throws IOException {
    String folder = "/sys/block/" + disk + "/device/";
    int end = largest(machine.text(folder + "pre_eol_info").orElse(""));
    int life = largest(machine.text(folder + "life_time").orElse(""));
    if (end == 0 && life == 0) {
      return List.of();
    }
    String used = "%d0".formatted(life);
    boolean failing = end >= URGENT || life > WORN + 1;
    boolean worn = end == URGENT - 1 || life >= WORN;
    return List.of(
        failing
            ? Finding.of(Area.DISK, Severity.FAULT, "disk.failing", disk)
            : worn
                ? Finding.of(Area.DISK, Severity.WARNING, "disk.worn", disk, used)
                : Finding.of(Area.DISK, Severity.OK, "disk.healthy", disk));
  }

  /** Numbers like {@code 0x03 0x01}. */
  private static int largest(String text) {
    return Stream.of(text.strip().split("\\s+", -1))
        .filter(word -> word.matches("0x[0-9a-fA-F]{1,4}"))
        .mapToInt(Integer::decode)
        .max()
        .orElse(0);
  }

  private Finding smart(String disk) throws IOException {
    Process process =
        new ProcessBuilder(SMARTCTL, "--json", "-H", "-A", "/dev/" + disk)
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return judged(disk, ended ? said : "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return judged(disk, "");
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * What smartctl said of a disk, in its own form of JSON (format version 1): its verdict, and of
   * an NVMe disk how much of its life is used, in percent (NVM Express, SMART log, Percentage
   * Used), which may be more than 100.
   */
  static Finding judged(String disk, String said) {
    JsonNode answer =
        Json.read(said.getBytes(StandardCharsets.UTF_8), JsonNode.class)
            .orElse(MissingNode.getInstance());
    JsonNode passed = answer.path("smart_status").path("passed");
    if (!passed.isBoolean()) {
      String why = answer.path("smartctl").path("messages").path(0).path("string").asString("");
      return Finding.of(Area.DISK, Severity.NOTE, "disk.smart-silent", disk, why);
    }
    if (!passed.asBoolean()) {
      return Finding.of(Area.DISK, Severity.FAULT, "disk.failing", disk);
    }
    int used = answer.path("nvme_smart_health_information_log").path("percentage_used").asInt(0);
    return used >= WORN * 10
        ? Finding.of(Area.DISK, Severity.WARNING, "disk.worn", disk, used)
        : Finding.of(Area.DISK, Severity.OK, "disk.healthy", disk);
  }
}
