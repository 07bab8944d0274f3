package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may log in, and how. */
record AccountCheck(Machine machine) implements Check {
  private static final int FIRST_PERSON = 1_000;
  private static final int NOBODY = 65_534;
  private static final Pattern NO_SHELL = Pattern.compile(".*/(nologin|false|sync)");

  @Override
  public Area area() {
    return Area.LOCK_DOWN;
  }

  @Override
  public List<Finding> look() throws IOException {
    List<Finding> found = new ArrayList<>();
    users(found);
    passwords(found);
    remote(found);
    for (Path file : machine.files("/etc/systemd/system/getty@tty1.service.d", ".conf")) {
      if (Machine.text(file).orElse("").contains("--autologin")) {
        found.add(Finding.of(area(), Severity.FAULT, "lock.autologin", file));
      }
    }
    return found;
  }

  private void users(List<Finding> found) throws IOException {
    List<String> persons = new ArrayList<>();
    for (String line : machine.lines("/etc/passwd")) {
      String[] parts = line.split(":", -1);
      if (parts.length != 7 || NO_SHELL.matcher(parts[6]).matches()) {
        continue;
      }
      int id = parts[2].matches("\\d{1,9}") ? Integer.parseInt(parts[2]) : 0;
      if (parts[0].startsWith("openhall-")) {
        found.add(Finding.of(area(), Severity.FAULT, "lock.program-shell", parts[0], parts[6]));
      } else if (id == 0 && !parts[0].equals("root")) {
        found.add(Finding.of(area(), Severity.FAULT, "lock.second-root", parts[0]));
      } else if (id >= FIRST_PERSON && id != NOBODY) {
        persons.add(parts[0]);
      }
    }
    if (!persons.isEmpty()) {
      String names = String.join(", ", persons);
      found.add(Finding.of(area(), Severity.NOTE, "lock.users", names));
    }
  }

  private void passwords(List<Finding> found) throws IOException {
    List<String> lines;
    try {
      lines = machine.lines("/etc/shadow");
    } catch (AccessDeniedException onlyRootMay) {
      found.add(Finding.of(area(), Severity.UNKNOWN, "lock.passwords-not-read"));
      return;
    }
    for (String line : lines) {
      String[] parts = line.split(":", -1);
      if (parts.length > 1 && parts[1].isEmpty()) {
        found.add(Finding.of(area(), Severity.FAULT, "lock.no-password", parts[0]));
      }
    }
  }

  private void remote(List<Finding> found) throws IOException {
    if (!machine.has("/usr/sbin/sshd")) {
      return;
    }
    List<Path> files = new ArrayList<>(machine.files("/etc/ssh/sshd_config.d", ".conf"));
    files.add(machine.file("/etc/ssh/sshd_config"));
    if (setting(files, "permitrootlogin").filter("yes"::equals).isPresent()) {
      found.add(Finding.of(area(), Severity.FAULT, "lock.ssh-root"));
    }
    if (!setting(files, "passwordauthentication").filter("no"::equals).isPresent()) {
      found.add(Finding.of(area(), Severity.WARNING, "lock.ssh-password"));
    }
  }

  /** The first word counts, and the folder is read before the file (sshd_config(5)). */
  private static Optional<String> setting(List<Path> files, String name) throws IOException {
    for (Path file : files) {
      if (!Files.exists(file)) {
        continue;
      }
      Optional<String> value =
          Machine.text(file)
              .orElse("")
              .lines()
              .map(line -> line.strip().toLowerCase(Locale.ROOT).split("[\\s=]+", 2))
              .filter(line -> line.length == 2 && line[0].equals(name))
              .map(line -> line[1].strip())
              .findFirst();
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }
}
