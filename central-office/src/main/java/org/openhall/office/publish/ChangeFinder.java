package org.openhall.office.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.RecordCodec;

/** Compares the records of a new release with those of a pack that is out, each read once. */
final class ChangeFinder {
  private static final int LINES = 30;

  private final Set<String> before = new HashSet<>();
  private final Set<String> fresh = new HashSet<>();

  /** Reads the hashes of the old pack's records. */
  ChangeFinder(Optional<Path> oldPack) throws IOException {
    if (oldPack.isPresent()) {
      forEach(oldPack.get(), json -> before.add(hash(json)));
    }
  }

  /** Takes in a record of the new release. */
  void add(EncodedRecord record) {
    if (!before.remove(record.sha256Hex())) {
      fresh.add(record.id());
    }
  }

  /** After the last record. */
  Changes changes(Optional<Path> oldPack) throws IOException {
    Map<String, Character> marks = new TreeMap<>();
    fresh.forEach(id -> marks.put(id, '+'));
    if (oldPack.isPresent() && !before.isEmpty()) {
      forEach(
          oldPack.get(),
          json -> {
            if (before.contains(hash(json))) {
              marks.merge(id(json), '-', (present, _) -> present == '+' ? '~' : present);
            }
          });
    }
    List<String> lines =
        marks.entrySet().stream().limit(LINES).map(e -> e.getValue() + " " + e.getKey()).toList();
    return new Changes(count(marks, '+'), count(marks, '~'), count(marks, '-'), lines);
  }

  private static long count(Map<String, Character> marks, char mark) {
    return marks.values().stream().filter(m -> m == mark).count();
  }

  /** Sees each record's JSON. */
  private interface Visitor {
    void visit(byte[] json) throws IOException;
  }

  private static void forEach(Path pack, Visitor visitor) throws IOException {
    try (PackReader reader = new PackReader(Files.newInputStream(pack), Long.MAX_VALUE)) {
      for (Optional<byte[]> json = reader.next(); json.isPresent(); json = reader.next()) {
        visitor.visit(json.get());
      }
    }
  }

  private static String hash(byte[] json) {
    return new EncodedRecord("", "", json).sha256Hex();
  }

  private static String id(byte[] json) throws IOException {
    try {
      return RecordCodec.decode(json).header().id();
    } catch (MalformedRecordException e) {
      throw new IOException("a record of the last release cannot be read", e);
    }
  }
}
