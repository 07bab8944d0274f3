package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The disk of the data folder: room, whether it takes writes, how worn it says it is. */
record DiskCheck(Machine machine) implements Check {
  private static final long MEBI = 1L << 20;
  private static final long LEAST = 64 * MEBI;
  private static final long WANTED = 1024 * MEBI;

  @Override
  public Area area() {
    return Area.DISK;
  }

  @Override
  public List<Finding> look() throws IOException {
    if (!Files.isDirectory(machine.data())) {
      return List.of(Finding.of(area(), Severity.FAULT, "disk.no-folder", machine.data()));
    }
    List<Finding> found = new ArrayList<>(room());
    found.addAll(writing());
    found.addAll(new Wear(machine).look());
    return found;
  }

  private List<Finding> room() throws IOException {
    FileStore store = Files.getFileStore(machine.data());
    long free = store.getUsableSpace() / MEBI;
    long all = store.getTotalSpace() / MEBI;
    String code = free * MEBI < LEAST ? "disk.full" : "disk.low";
    boolean low = free * MEBI < WANTED || free < all / 20;
    Severity severity = free * MEBI < LEAST ? Severity.FAULT : Severity.WARNING;
    return List.of(
        low || severity == Severity.FAULT
            ? Finding.of(area(), severity, code, free, all)
            : Finding.of(area(), Severity.OK, "disk.room", free, all));
  }

  private List<Finding> writing() throws IOException {
    if (Files.getFileStore(machine.data()).isReadOnly() || mountedReadOnly()) {
      return List.of(Finding.of(area(), Severity.FAULT, "disk.read-only", machine.data()));
    }
    List<Finding> found = new ArrayList<>();
    for (String name : List.of("status", "spool")) {
      Path folder = machine.data().resolve(name);
      if (Files.isDirectory(folder)) {
        probe(folder).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> probe(Path folder) {
    Path file = folder.resolve(".doctor.tmp");
    try {
      Files.write(file, new byte[1024]);
      return Optional.empty();
    } catch (AccessDeniedException e) {
      return Optional.of(Finding.of(area(), Severity.FAULT, "disk.forbidden", folder));
    } catch (FileSystemException e) {
      String why = String.valueOf(e.getReason() == null ? e.getMessage() : e.getReason());
      return Optional.of(Finding.of(area(), Severity.FAULT, "disk.fails", folder, why));
    } catch (IOException e) {
      return Optional.of(Finding.of(area(), Severity.FAULT, "disk.fails", folder, e));
    } finally {
      deleteQuietly(file);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(DiskCheck.class.getName())
          .log(System.Logger.Level.DEBUG, "left behind: " + file, e);
    }
  }

  /** ext4 with errors=remount-ro says so in its mount line, and nowhere else until it is asked. */
  private boolean mountedReadOnly() throws IOException {
    String folder = machine.data().toRealPath().toString();
    String best = "";
    String options = "";
    for (String line : machine.lines("/proc/mounts")) {
      String[] parts = line.split(" ", -1);
      boolean holds =
          parts.length > 3
              && (parts[1].equals("/") || (folder + "/").startsWith(parts[1] + "/"))
              && parts[1].length() >= best.length();
      if (holds) {
        best = parts[1];
        options = parts[3];
      }
    }
    return List.of(options.split(",", -1)).contains("ro");
  }
}
