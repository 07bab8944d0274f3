package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at everything that a terminal needs. May take seconds: not on the screen's thread. */
public final class Doctor {
  private final List<Check> checks;

  private Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /**
   * What the doctor asks of the program that it is part of.
   *
   * @param devices how the devices are
   * @param fonts what the fonts can draw
   */
  public record Senses(DeviceLook devices, FontLook fonts) {}

  /** A doctor for the machine on which it runs. */
  public static Doctor of(Path data, Senses senses, Clock clock) {
    return of(new Machine(Path.of("/"), data), senses, clock);
  }

  /** The same for a command, which looks at the fonts' files. */
  public static Doctor ofThisMachine(Path data, DeviceLook devices, Clock clock) {
    return of(data, new Senses(devices, new FileFonts()), clock);
  }

  static Doctor of(Machine machine, Senses senses, Clock clock) {
    return new Doctor(
        List.of(
            new DeviceCheck(machine, senses.devices()),
            new ProgramCheck(machine),
            new FontCheck(machine, senses.fonts()),
            new ClockCheck(machine, clock),
            new DiskCheck(machine),
            new MemoryCheck(machine),
            new CertificateCheck(machine, clock),
            new LineCheck(machine, clock),
            new ContentCheck(machine, clock),
            new SpoolCheck(machine),
            new UnitCheck(machine),
            new LockDownCheck(machine)));
  }

  /** Everything that was found, by area. */
  public List<Finding> look() {
    List<Finding> found = new ArrayList<>();
    for (Check check : checks) {
      try {
        found.addAll(check.look());
      } catch (IOException e) {
        found.add(Finding.of(check.area(), Severity.UNKNOWN, "unknown", e));
      }
    }
    return List.copyOf(found);
  }

  /** The worst of them. */
  public static Severity worst(List<Finding> found) {
    return found.stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.UNKNOWN);
  }
}
