package org.openhall.link.event;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhall.link.Json;
import org.openhall.link.JsonFile;

/**
 * The folder {@code spool/} in which events wait for the office: the kiosk writes, the agent sends
 * and deletes. One file for an event, which is there whole or not at all:
 *
 * <pre>
 *   1796014800123-usage-0b6e2a3c-…-9d41.json       milliseconds, type and id
 *   refused/…                                       what the office did not take
 * </pre>
 *
 * Names that begin otherwise are the kiosk's own and no event yet.
 */
public record SpoolFolder(Path folder) {
  private static final Pattern NAME =
      Pattern.compile("(\\d{13})-([a-z-]+?)-([0-9a-f-]{36})\\.json");
  private static final Pattern LEAVINGS = Pattern.compile("\\..*\\.tmp");
  private static final String REFUSED = "refused";
  private static final int BLOCK = 4_096;

  /** Where the spool of a terminal lies. */
  public static SpoolFolder of(Path dataDir) {
    return new SpoolFolder(dataDir.resolve("spool"));
  }

  /**
   * An event that waits.
   *
   * @param bytes what it takes of the disk, in whole blocks of 4 KiB
   */
  public record Waiting(Path file, long millis, EventType type, String id, long bytes) {}

  /** Makes the folder where there is none; when this returns, its name is on the disk. */
  public void make() throws IOException {
    Files.createDirectories(folder);
    sync(folder.resolveSibling("").toAbsolutePath());
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Keeps an event in the folder that was made; when this returns, it is on the disk. */
  public void put(EventMessage message) throws IOException {
    new JsonFile<>(folder, name(message), EventMessage.class).write(message);
  }

  /** Makes an event of a file in the folder that holds it already. */
  public void admit(Path written, EventMessage message) throws IOException {
    Files.move(written, folder.resolve(name(message)), StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  /** What an event will take of the disk. */
  public static long bytes(EventMessage message) {
    return blocks(Json.write(message).length);
  }

  private static long blocks(long length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static String name(EventMessage message) {
    return "%013d-%s-%s.json".formatted(message.at().toEpochMilli(), message.type(), message.id());
  }

  /** What waits, oldest first; nothing where there is no spool. */
  public List<Waiting> waiting() throws IOException {
    List<Waiting> found = new ArrayList<>();
    for (Path file : files()) {
      waiting(file).ifPresent(found::add);
    }
    found.sort(Comparator.comparingLong(Waiting::millis).thenComparing(Waiting::id));
    return found;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Optional<Waiting> waiting(Path file) throws IOException {
    Matcher name = NAME.matcher(file.getFileName().toString());
    Optional<EventType> type = name.matches() ? EventType.of(name.group(2)) : Optional.empty();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    try {
      long bytes =
          blocks(
              Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                  .size());
      return Optional.of(
          new Waiting(file, Long.parseLong(name.group(1)), type.get(), name.group(3), bytes));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // deleted by the other program since
    }
  }

  /**
   * Reads one that waits; empty where it has been deleted since.
   *
   * @throws org.openhall.link.UnreadableFileException where it is damaged
   */
  public Optional<EventMessage> read(Waiting waiting) throws IOException {
    return new JsonFile<>(folder, waiting.file().getFileName().toString(), EventMessage.class)
        .read();
  }

  /** Forgets one. */
  public void delete(Waiting waiting) throws IOException {
    Files.deleteIfExists(waiting.file());
  }

  /** Lays one aside, where nobody sends it again and a technician finds it. */
  public void setAside(Waiting waiting) throws IOException {
    Path aside = Files.createDirectories(folder.resolve(REFUSED));
    try {
      Files.move(
          waiting.file(),
          aside.resolve(waiting.file().getFileName()),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // deleted by the other program since
    }
  }

  /** Forgets the oldest of what lies aside, citizens' matters excepted. */
  public void forgetAside(int kept) throws IOException {
    List<Waiting> others =
        setAside().stream().filter(w -> w.type().worth() != EventType.Worth.CITIZENS).toList();
    for (Waiting one : others.subList(0, Math.max(0, others.size() - kept))) {
      delete(one);
    }
  }

  /** What lies aside, oldest first. */
  public List<Waiting> setAside() throws IOException {
    return new SpoolFolder(folder.resolve(REFUSED)).waiting();
  }

  /** Deletes what a program that was killed had not finished writing. */
  public void clearLeavings() throws IOException {
    for (Path file : files()) {
      if (LEAVINGS.matcher(file.getFileName().toString()).matches()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
