package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fonts and dictionaries: there, and in the versions that were tested. */
record FontCheck(Machine machine, FontLook fonts) implements Check {
  private static final String PINNED = "/usr/share/doc/openhall/pinned-packages";
  private static final String INSTALLED = "/var/lib/dpkg/status";

  @Override
  public Area area() {
    return Area.FONTS;
  }

  @Override
  public List<Finding> look() throws IOException {
    List<Finding> found = new ArrayList<>();
    String missing = fonts.missing();
    if (!fonts.chinese()) {
      found.add(Finding.of(area(), Severity.FAULT, "fonts.none"));
    } else if (!missing.isEmpty()) {
      found.add(Finding.of(area(), Severity.WARNING, "fonts.missing", missing));
    } else {
      found.add(Finding.of(area(), Severity.OK, "fonts.ok"));
    }
    found.addAll(versions());
    return found;
  }

  private List<Finding> versions() throws IOException {
    Map<String, String> pinned = new TreeMap<>();
    machine.lines(PINNED).stream()
        .filter(line -> line.matches("[a-z0-9.+-]+=.+"))
        .forEach(line -> pinned.put(line.split("=", 2)[0], line.split("=", 2)[1].strip()));
    if (pinned.isEmpty()) {
      return List.of();
    }
    Map<String, String> installed = installed();
    List<Finding> found = new ArrayList<>();
    pinned.forEach((name, version) -> {
      String there = installed.getOrDefault(name, "");
      if (there.isEmpty()) {
        found.add(Finding.of(area(), Severity.WARNING, "fonts.package-missing", name, version));
      } else if (!there.equals(version)) {
        found.add(
            Finding.of(area(), Severity.WARNING, "fonts.other-version", name, there, version));
      }
    });
    return found;
  }

  private Map<String, String> installed() throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (String paragraph : machine.text(INSTALLED).orElse("").split("\n\n", -1)) {
      Map<String, String> fields = new TreeMap<>();
      paragraph
          .lines()
          .filter(line -> line.matches("(Package|Status|Version): .*"))
          .forEach(line -> fields.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
      if (fields.getOrDefault("Status", "").endsWith(" installed")) {
        versions.put(fields.getOrDefault("Package", ""), fields.getOrDefault("Version", ""));
      }
    }
    return versions;
  }
}
