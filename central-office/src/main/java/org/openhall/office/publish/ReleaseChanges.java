package org.openhall.office.publish;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.openhall.office.publish.ReleaseStates.Change;

/** What a release changes, as a file beside its packs: a line is id, hash before, hash now. */
final class ReleaseChanges {
  private static final String FILE = "changes.txt";

  private ReleaseChanges() {}

  static void write(Path folder, NavigableMap<String, Change> changes) throws IOException {
    HexFormat hex = HexFormat.of();
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(FILE))) {
      for (Map.Entry<String, Change> change : changes.entrySet()) {
        String before = hex.formatHex(change.getValue().before());
        String now = hex.formatHex(change.getValue().now());
        out.write(String.join(" ", change.getKey(), before, now) + "\n");
      }
    }
  }

  static NavigableMap<String, Change> read(Path folder) throws IOException {
    NavigableMap<String, Change> changes = new TreeMap<>();
    try (BufferedReader in = Files.newBufferedReader(folder.resolve(FILE))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ", -1);
        HexFormat hex = HexFormat.of();
        changes.put(words[0], new Change(hex.parseHex(words[1]), hex.parseHex(words[2])));
      }
    }
    return changes;
  }
}
