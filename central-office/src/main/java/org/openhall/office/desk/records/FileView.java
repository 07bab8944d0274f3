package org.openhall.office.desk.records;

import java.util.ArrayList;
import java.util.List;
import org.openhall.office.file.FileKind;
import tools.jackson.databind.JsonNode;

/**
 * A file that goes with a record, as it is shown.
 *
 * @param name as citizens are shown it
 * @param kind in short, e.g. PDF
 * @param size in words, e.g. 1.2 MB
 * @param pages of a PDF, else 0
 */
public record FileView(
    String name, String mediaType, String kind, String size, int pages, String sha256) {
  private static final long KILO = 1_000;

  /** Of an attachment in a record's JSON. */
  static FileView of(JsonNode file) {
    String mediaType = file.path("mediaType").asString("");
    return new FileView(
        file.path("name").asString(""),
        mediaType,
        FileKind.shortName(mediaType),
        size(file.path("length").asLong(0)),
        file.path("pages").asInt(0),
        file.path("sha256").asString(""));
  }

  /** All that a record names, in the order in which they stand in it. */
  public static List<FileView> all(JsonNode record) {
    List<FileView> files = new ArrayList<>();
    collect(record, files);
    return files;
  }

  private static void collect(JsonNode node, List<FileView> files) {
    if (node.has("sha256") && node.has("mediaType")) {
      files.add(of(node));
    }
    node.forEach(one -> collect(one, files));
  }

  private static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < KILO * KILO
        ? Math.ceilDiv(bytes, KILO) + " kB"
        : "%.1f MB".formatted((double) bytes / (KILO * KILO));
  }
}
