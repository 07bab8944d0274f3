package org.openhall.demo.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strace wrote down of an agent: every call by which files below one folder changed. */
final class Recording {
  /** The calls to be watched; what else can change a file shows when a replay is compared. */
  static final String WATCHED =
      "openat,write,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,"
          + "unlinkat,mkdir,mkdirat,rmdir,link,linkat,copy_file_range,fallocate,sendfile,writev,"
          + "pwritev";

  private static final Pattern LINE =
      Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+)(?:<[^>]*>)?(.*)");
  private static final Pattern BEGUN = Pattern.compile("(\\d+) +(.*) <unfinished \\.\\.\\.>");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern DESCRIPTOR = Pattern.compile("^(\\d+)<([^>]*)>");
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)$");

  private final Path folder;
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, String> begun = new HashMap<>();

  private Recording(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /**
   * Reads a trace that was written with {@code -f -y -xx}.
   *
   * @param folder whose changes are wanted
   */
  static List<Call> read(Path trace, Path folder) throws IOException {
    Recording recording = new Recording(folder);
    try (BufferedReader in = Files.newBufferedReader(trace, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        recording.take(line);
      }
    }
    return List.copyOf(recording.calls);
  }

  /** The calls of a killed program, before the last of which it died. */
  static List<Call> begun(Path trace, Path folder) throws IOException {
    Recording recording = new Recording(folder);
    for (String line : Files.readAllLines(trace)) {
      recording.take(line.replaceFirst("\\) += \\?.*$", ") = 0"));
    }
    recording.begun.forEach((thread, line) -> recording.take(line + ") = 0"));
    return recording.calls;
  }

  private void take(String line) {
    Matcher first = BEGUN.matcher(line);
    if (first.matches()) {
      begun.put(first.group(1), first.group(1) + " " + first.group(2));
      return;
    }
    Matcher rest = RESUMED.matcher(line);
    if (rest.matches()) {
      takeWhole(begun.remove(rest.group(1)) + rest.group(2));
    } else {
      takeWhole(line);
    }
  }

  private void takeWhole(String line) {
    Matcher call = LINE.matcher(line);
    if (call.matches()) {
      String name = call.group(2);
      boolean isTaken = Long.parseLong(call.group(4)) >= 0 && !call.group(5).contains("INJECTED");
      Words words = new Words(call.group(1), name, call.group(3), call.group(4));
      count(words);
      if (isTaken) {
        add(words);
      }
    }
  }

  /** Calls are counted as strace counts those upon one file, on each thread and failed ones too. */
  private void count(Words words) {
    words.files().stream()
        .map(this::below)
        .filter(path -> !path.isEmpty())
        .distinct()
        .forEach(path -> ordinals.merge(words.key(path), 1, Integer::sum));
  }

  private int ordinal(Words words, String path) {
    return ordinals.getOrDefault(words.key(path), 1);
  }

  /** A call in strace's words. */
  private record Words(String thread, String name, String arguments, String result) {
    /** The files upon which it is made, in hex. */
    List<String> files() {
      Matcher descriptor = DESCRIPTOR.matcher(arguments);
      return descriptor.find() ? List.of(descriptor.group(2)) : strings();
    }

    String key(String path) {
      return thread + " " + name + " " + path;
    }

    List<String> strings() {
      return STRING.matcher(arguments).results().map(m -> m.group(1)).toList();
    }

    long lastNumber() {
      Matcher number = LAST_NUMBER.matcher(arguments);
      return number.find() ? Long.parseLong(number.group(1)) : 0;
    }
  }

  private void add(Words words) {
    switch (words.name()) {
      case "openat" -> open(words);
      case "lseek" ->
          descriptor(words)
              .ifPresent(file -> positions.replace(file, Long.parseLong(words.result())));
      case "write" -> write(words);
      case "pwrite64" -> change(words, Call.Kind.WRITE, words.lastNumber());
      case "ftruncate" -> change(words, Call.Kind.TRUNCATE, words.lastNumber());
      case "fsync", "fdatasync" -> change(words, Call.Kind.SYNC, 0);
      case "rename", "renameat", "renameat2" -> name(words, Call.Kind.RENAME);
      case "unlink", "unlinkat", "rmdir" -> name(words, Call.Kind.DELETE);
      case "mkdir", "mkdirat" -> name(words, Call.Kind.MAKE_FOLDER);
      default -> {} // changes nothing, or shows when the replay is compared
    }
  }

  private void open(Words words) {
    boolean makes = words.arguments().contains("O_CREAT");
    boolean empties = words.arguments().contains("O_TRUNC");
    long position = words.arguments().contains("O_APPEND") ? Call.AT_END : 0;
    positions.put(words.result(), position);
    if (makes) {
      name(words, Call.Kind.CREATE);
    }
    if (empties) {
      String path = below(words.strings().getFirst());
      if (!path.isEmpty()) {
        calls.add(call(words, Call.Kind.TRUNCATE, path, 0));
      }
    }
  }

  private void write(Words words) {
    Optional<String> file = descriptor(words);
    long at = file.map(f -> positions.getOrDefault(f, 0L)).orElse(0L);
    change(words, Call.Kind.WRITE, at);
    if (file.isPresent() && at != Call.AT_END) {
      positions.put(file.get(), at + Long.parseLong(words.result()));
    }
  }

  private static Optional<String> descriptor(Words words) {
    Matcher descriptor = DESCRIPTOR.matcher(words.arguments());
    return descriptor.find() ? Optional.of(descriptor.group(1)) : Optional.empty();
  }

  private void change(Words words, Call.Kind kind, long offset) {
    Matcher descriptor = DESCRIPTOR.matcher(words.arguments());
    if (!descriptor.find()) {
      return;
    }
    String path = below(descriptor.group(2));
    boolean isOfTheFolder = kind == Call.Kind.SYNC && isTheFolder(descriptor.group(2));
    if (!path.isEmpty() || isOfTheFolder) {
      calls.add(call(words, kind, path, offset));
    }
  }

  private void name(Words words, Call.Kind kind) {
    List<String> names = words.strings().stream().map(this::below).toList();
    if (!names.getFirst().isEmpty()) {
      String to = kind == Call.Kind.RENAME ? names.getLast() : "";
      calls.add(
          new Call(
              words.name(),
              ordinal(words, names.getFirst()),
              kind,
              names.getFirst(),
              to,
              0,
              new byte[0]));
    }
  }

  private Call call(Words words, Call.Kind kind, String path, long offset) {
    byte[] data = new byte[0];
    if (kind == Call.Kind.WRITE && !words.strings().isEmpty()) {
      byte[] given = bytes(words.strings().getFirst());
      data = java.util.Arrays.copyOf(given, (int) Math.min(given.length, result(words)));
    }
    return new Call(words.name(), ordinal(words, path), kind, path, "", offset, data);
  }

  private static long result(Words words) {
    return Long.parseLong(words.result());
  }

  /** Relative to the folder; empty for what lies elsewhere, and for the folder itself. */
  private String below(String hex) {
    Path path = path(hex);
    return path.startsWith(folder) ? folder.relativize(path).toString() : "";
  }

  private boolean isTheFolder(String hex) {
    return path(hex).equals(folder);
  }

  private static Path path(String hex) {
    return Path.of(new String(bytes(hex), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace("\\x", ""));
  }
}
