package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The ways past the citizens' screen, by the machine's own configuration. */
record LockDownCheck(Machine machine) implements Check {
  private static final Set<String> WINDOW_MANAGERS =
      Set.of(
          "openbox",
          "fluxbox",
          "mutter",
          "gnome-shell",
          "kwin_x11",
          "kwin_wayland",
          "xfwm4",
          "metacity",
          "marco",
          "muffin",
          "icewm",
          "i3",
          "sway",
          "lightdm",
          "gdm3",
          "sddm");

  @Override
  public Area area() {
    return Area.LOCK_DOWN;
  }

  @Override
  public List<Finding> look() throws IOException {
    if (!machine.has("/usr/lib/systemd/system/openhall-kiosk.service")) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    console(found);
    windows(found);
    storage(found);
    found.addAll(new AccountCheck(machine).look());
    rights(found);
    return found.isEmpty() ? List.of(Finding.of(area(), Severity.OK, "lock.ok")) : found;
  }

  private void console(List<Finding> found) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String folder : List.of("/etc/X11/xorg.conf.d", "/usr/share/X11/xorg.conf.d")) {
      for (Path file : machine.files(folder, ".conf")) {
        text.append(Machine.text(file).orElse(""));
      }
    }
    String options = text.toString().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    for (String option : List.of("DontVTSwitch", "DontZap")) {
      String line = "option \"" + option.toLowerCase(Locale.ROOT) + "\" \"true\"";
      if (!options.contains(line)) {
        found.add(Finding.of(area(), Severity.FAULT, "lock.console", option));
      }
    }
    String keys = machine.text("/proc/sys/kernel/sysrq").orElse("0").strip();
    if (!keys.equals("0")) {
      found.add(Finding.of(area(), Severity.WARNING, "lock.sysrq", keys));
    }
  }

  private void windows(List<Finding> found) throws IOException {
    if (machine.has("/etc/systemd/system/display-manager.service")) {
      found.add(
          Finding.of(area(), Severity.FAULT, "lock.window-manager", "display-manager.service"));
    }
    Path processes = machine.file("/proc");
    if (!Files.isDirectory(processes)) {
      return;
    }
    List<Path> names;
    try (Stream<Path> all = Files.list(processes)) {
      names = all.map(p -> p.resolve("comm")).filter(Files::isReadable).toList();
    }
    for (Path name : names) {
      String program = Machine.text(name).orElse("").strip();
      if (WINDOW_MANAGERS.contains(program)) {
        found.add(Finding.of(area(), Severity.FAULT, "lock.window-manager", program));
      }
    }
  }

  private void storage(List<Finding> found) throws IOException {
    boolean blocked = false;
    for (String folder : List.of("/etc/modprobe.d", "/usr/lib/modprobe.d", "/run/modprobe.d")) {
      for (Path file : machine.files(folder, ".conf")) {
        blocked |=
            Machine.text(file)
                .orElse("")
                .lines()
                .anyMatch(
                    line -> line.strip().matches("install\\s+usb[-_]storage\\s+\\S*/(false|true)"));
      }
    }
    boolean loaded =
        machine.lines("/proc/modules").stream().anyMatch(line -> line.startsWith("usb_storage "));
    if (!blocked || loaded) {
      found.add(
          Finding.of(area(), Severity.WARNING, blocked ? "lock.usb-loaded" : "lock.usb-storage"));
    }
  }

  private void rights(List<Finding> found) throws IOException {
    for (String name : List.of("identity", "tmp")) {
      open(machine.data().resolve(name), PosixFilePermission.GROUP_READ, found);
    }
    for (String name : List.of("", "content", "status", "spool", "terminal.json")) {
      open(machine.data().resolve(name), PosixFilePermission.OTHERS_WRITE, found);
    }
    Path pins = machine.file("/etc/openhall/pins.json");
    open(pins, PosixFilePermission.OTHERS_READ, found);
    open(pins, PosixFilePermission.GROUP_WRITE, found);
  }

  private void open(Path file, PosixFilePermission never, List<Finding> found) throws IOException {
    try {
      if (Files.exists(file) && Files.getPosixFilePermissions(file).contains(never)) {
        found.add(Finding.of(area(), Severity.FAULT, "lock.rights", file));
      }
    } catch (AccessDeniedException e) {
      found.add(Finding.of(area(), Severity.UNKNOWN, "unknown", file));
    }
  }
}
