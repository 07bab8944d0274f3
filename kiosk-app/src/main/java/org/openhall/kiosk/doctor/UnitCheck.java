package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the shields of our units still stand: unit files and drop-ins, the last word counts. */
record UnitCheck(Machine machine) implements Check {
  private static final String SHIPPED = "/usr/lib/systemd/system/";
  private static final List<String> FOLDERS =
      List.of(SHIPPED, "/lib/systemd/system/", "/run/systemd/system/", "/etc/systemd/system/");

  private static final Map<String, List<String>> WANTED =
      Map.of(
          "openhall-kiosk.service",
          List.of(
              "User=openhall-kiosk",
              "NoNewPrivileges=yes",
              "ProtectSystem=strict",
              "ProtectHome=yes",
              "DevicePolicy=closed",
              "CapabilityBoundingSet=",
              "IPAddressDeny=any",
              "LimitCORE=0",
              "MemorySwapMax=0"),
          "openhall-agent.service",
          List.of(
              "User=openhall-agent",
              "NoNewPrivileges=yes",
              "ProtectSystem=strict",
              "ProtectHome=yes",
              "PrivateDevices=yes",
              "CapabilityBoundingSet="),
          "openhall-display.service",
          List.of(
              "User=openhall-kiosk",
              "NoNewPrivileges=yes",
              "DevicePolicy=closed",
              "CapabilityBoundingSet="));

  @Override
  public Area area() {
    return Area.LOCK_DOWN;
  }

  @Override
  public List<Finding> look() throws IOException {
    if (WANTED.keySet().stream().noneMatch(unit -> machine.has(SHIPPED + unit))) {
      return List.of(Finding.of(area(), Severity.NOTE, "lock.not-provisioned"));
    }
    List<Finding> found = new ArrayList<>();
    for (String unit : WANTED.keySet().stream().sorted().toList()) {
      found.addAll(unit(unit));
    }
    return found.isEmpty() ? List.of(Finding.of(area(), Severity.OK, "lock.units-ok")) : found;
  }

  private List<Finding> unit(String unit) throws IOException {
    List<Path> files = files(unit);
    if (files.isEmpty()) {
      return List.of(Finding.of(area(), Severity.FAULT, "lock.unit-missing", unit));
    }
    Map<String, String> settings = new TreeMap<>();
    for (Path file : files) {
      Machine.text(file).stream()
          .flatMap(String::lines)
          .filter(line -> line.matches("[A-Za-z]+=.*"))
          .forEach(line -> settings.put(line.split("=", 2)[0], line.strip()));
    }
    List<Finding> found = new ArrayList<>();
    for (String wanted : WANTED.getOrDefault(unit, List.of())) {
      String name = wanted.split("=", 2)[0];
      String there = settings.getOrDefault(name, name + "=?");
      if (!there.equals(wanted)) {
        found.add(Finding.of(area(), Severity.FAULT, "lock.unit-loosened", unit, there, wanted));
      }
    }
    return found;
  }

  /** In the order in which systemd reads them. */
  private List<Path> files(String unit) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      Path file = machine.file(folder + unit);
      if (Files.exists(file)) {
        files.clear(); // one of a later folder replaces the whole file
        files.add(file);
      }
    }
    List<Path> dropIns = new ArrayList<>();
    for (String folder : FOLDERS) {
      dropIns.addAll(machine.files(folder + unit + ".d", ".conf"));
    }
    Path[] sorted = dropIns.toArray(Path[]::new);
    Arrays.sort(sorted, (a, b) -> name(a).compareTo(name(b)));
    files.addAll(List.of(sorted));
    return files;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
