package org.openhall.demo.chaos;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.demo.chaos.Call.Kind;

/**
 * A disk as a power cut may leave it. What was forced before the cut is there; of everything else
 * any part may be there or not, in any combination: data without its name, a name without its data,
 * a later write without an earlier one.
 */
final class PowerCut {
  private final Map<String, Node> before = new TreeMap<>();
  private final Map<String, Node> live = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();

  /** A file or folder, whatever it is called. */
  private static final class Node {
    private final boolean folder;
    private final byte[] before;
    private long length;

    Node(boolean folder, byte[] before) {
      this.folder = folder;
      this.before = before;
      this.length = before.length;
    }
  }

  /** A change to a file or to a folder's names, and the call from which on it is on the disk. */
  private static final class Change {
    private final int at;
    private final Call call;
    private final Node node;
    private final long offset;
    private int forced = Integer.MAX_VALUE;

    Change(int at, Call call, Node node, long offset) {
      this.at = at;
      this.call = call;
      this.node = node;
      this.offset = offset;
    }

    boolean isOfNames() {
      return switch (call.kind()) {
        case CREATE, RENAME, DELETE, MAKE_FOLDER -> true;
        case WRITE, TRUNCATE, SYNC -> false;
      };
    }
  }

  /**
   * Plays a recording.
   *
   * @param folder as it was before, all of it on the disk
   */
  PowerCut(Path folder, List<Call> calls) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(p -> !p.equals(folder)).toList()) {
        boolean isFolder = Files.isDirectory(path);
        byte[] bytes = isFolder ? new byte[0] : Files.readAllBytes(path);
        before.put(folder.relativize(path).toString(), new Node(isFolder, bytes));
      }
    }
    live.putAll(before);
    for (int at = 0; at < calls.size(); at++) {
      play(at, calls.get(at));
    }
  }

  private void play(int at, Call call) {
    Node node = live.get(call.path());
    switch (call.kind()) {
      case CREATE, MAKE_FOLDER -> {
        if (node == null) {
          Node fresh = new Node(call.kind() == Kind.MAKE_FOLDER, new byte[0]);
          live.put(call.path(), fresh);
          changes.add(new Change(at, call, fresh, 0));
        }
      }
      case WRITE, TRUNCATE -> change(at, call, Objects.requireNonNull(node, call.place()));
      case RENAME -> {
        live.remove(call.path());
        live.put(call.to(), Objects.requireNonNull(node, call.place()));
        changes.add(new Change(at, call, node, 0));
      }
      case DELETE -> {
        live.remove(call.path());
        changes.add(new Change(at, call, Objects.requireNonNull(node, call.place()), 0));
      }
      case SYNC -> force(at, call.path(), node);
    }
  }

  private void change(int at, Call call, Node node) {
    long offset = call.offset() == Call.AT_END ? node.length : call.offset();
    changes.add(new Change(at, call, node, offset));
    node.length =
        call.kind() == Kind.TRUNCATE ? offset : Math.max(node.length, offset + call.data().length);
  }

  private void force(int at, String path, @Nullable Node node) {
    for (Change change : changes) {
      boolean covered =
          change.isOfNames() ? parent(change.call.path()).equals(path) : change.node == node;
      if (covered && change.forced == Integer.MAX_VALUE) {
        change.forced = at;
      }
    }
  }

  private static String parent(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  /** How many changes before the call {@code cut} were not forced when the power went. */
  int loose(int cut) {
    return loosened(cut).size();
  }

  private List<Change> loosened(int cut) {
    return changes.stream().filter(c -> c.at < cut && c.forced >= cut).toList();
  }

  /** Says what becomes of the n-th change that was not forced. */
  interface Fate {
    /** Nothing of it, half of it, all of it. */
    enum Part {
      NONE,
      HALF,
      ALL
    }

    Part of(int loose);
  }

  /** The files that are there when the power went before the call {@code cut}. */
  Map<String, byte[]> left(int cut, Fate fate) {
    List<Change> loose = loosened(cut);
    Map<String, Node> names = new TreeMap<>(before);
    Map<Node, Bytes> contents = new HashMap<>();
    for (Change change : changes) {
      int number = loose.indexOf(change);
      Fate.Part part = number < 0 ? Fate.Part.ALL : fate.of(number);
      if (change.at < cut && part != Fate.Part.NONE) {
        apply(change, part, names, contents);
      }
    }
    Map<String, byte[]> files = new TreeMap<>();
    names.forEach((name, node) -> {
      if (!node.folder && hasFolder(name, names)) {
        Bytes changed = contents.get(node);
        files.put(name, changed == null ? node.before : changed.copy());
      }
    });
    return files;
  }

  private static boolean hasFolder(String name, Map<String, Node> names) {
    String parent = parent(name);
    return parent.isEmpty() || (names.containsKey(parent) && hasFolder(parent, names));
  }

  private static void apply(
      Change change, Fate.Part part, Map<String, Node> names, Map<Node, Bytes> contents) {
    Call call = change.call;
    switch (call.kind()) {
      case CREATE, MAKE_FOLDER -> names.put(call.path(), change.node);
      case DELETE -> names.remove(call.path(), change.node);
      case RENAME -> {
        names.remove(call.path(), change.node);
        names.put(call.to(), change.node);
      }
      case WRITE, TRUNCATE ->
          contents
              .computeIfAbsent(change.node, node -> new Bytes(node.before))
              .change(change, part == Fate.Part.HALF ? 2 : 1);
      case SYNC -> {} // no change
    }
  }

  /** The content of a file that grows. */
  private static final class Bytes {
    private byte[] room;
    private int length;

    Bytes(byte[] before) {
      this.room = before.clone();
      this.length = before.length;
    }

    /** Writes that share of the data, or cuts and fills with zeros to a length. */
    void change(Change change, int share) {
      int offset = (int) change.offset;
      byte[] data = change.call.data();
      int count = change.call.kind() == Kind.TRUNCATE ? 0 : data.length / share;
      if (offset + count > room.length) {
        room = Arrays.copyOf(room, Math.max(offset + count, 2 * room.length));
      }
      System.arraycopy(data, 0, room, offset, count);
      int end = offset + count;
      if (change.call.kind() == Kind.TRUNCATE) {
        Arrays.fill(room, Math.min(end, length), length, (byte) 0);
        length = end;
      }
      length = Math.max(length, end);
    }

    byte[] copy() {
      return Arrays.copyOf(room, length);
    }
  }

  /** Writes these files into a new folder. */
  static void write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** All bytes and names, to tell states apart. */
  static String mark(Map<String, byte[]> files) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.forEach((name, bytes) ->
        all.writeBytes(
            (name + Arrays.hashCode(bytes)).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return org.openhall.repository.metadata.Sha256.hex(all.toByteArray());
  }
}
