package org.openhall.office.authored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One entry of the disclosure directory as a Markdown file: front matter, then the text. */
final class EntryFile {
  private static final String FENCE = "---";
  private static final Set<String> HEADER =
      Set.of("id", "departmentId", "effectiveFrom", "effectiveUntil");
  private static final Set<String> TEXTS =
      Set.of(
          "title",
          "indexNumber",
          "documentNumber",
          "publisher",
          "categoryId",
          "theme",
          "genre",
          "writtenOn",
          "publishedOn",
          "effectiveOn",
          "expiresOn",
          "validity",
          "summary",
          "responsibleOffice",
          "informationSource",
          "access",
          "method",
          "sourceUrl");

  private final String name;
  private final Problems problems;
  private final ObjectNode entry = JsonMapper.shared().createObjectNode();
  private final ObjectNode header = entry.putObject("header");
  private final Set<String> seen = new HashSet<>();

  private EntryFile(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  static List<AuthoredRecord> read(String name, String text, Problems problems) {
    return new EntryFile(name, problems).read(List.of(text.split("\r?\n", -1)));
  }

  private List<AuthoredRecord> read(List<String> lines) {
    int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    if (!lines.getFirst().equals(FENCE) || end == 0) {
      problems.add(name, 1, "front-matter");
      return List.of();
    }
    entry.put("type", "disclosure-entry");
    for (int i = 1; i < end; i++) {
      if (!lines.get(i).isBlank()) {
        property(lines.get(i), i + 1);
      }
    }
    if (!entry.has("validity")) {
      entry.put("validity", "unstated");
    }
    entry.set("body", new EntryBody(name, problems).read(lines, end + 1));
    return List.of(new AuthoredRecord(name, 1, entry));
  }

  private void property(String line, int number) {
    int colon = line.indexOf(':');
    String key = colon < 0 ? "" : line.substring(0, colon).strip();
    String value = line.substring(colon + 1).strip();
    if (key.isEmpty() || value.isEmpty()) {
      problems.add(name, number, "property", line);
    } else if (!key.equals("relation") && !seen.add(key)) {
      problems.add(name, number, "property-twice", key);
    } else if (!put(key, value, number)) {
      problems.add(name, number, "property-unknown", key);
    }
  }

  private boolean put(String key, String value, int number) {
    if (HEADER.contains(key)) {
      header.put(key, value);
    } else if (TEXTS.contains(key)) {
      entry.put(key, value);
    } else if (key.equals("keywords")) {
      split(value, "[；;]").forEach(entry.putArray(key)::add);
    } else if (key.equals("attachments")) {
      ArrayNode files = entry.putArray(key);
      split(value, "[，,]").forEach(file -> attachment(file, files.addObject()));
    } else if (key.equals("relation")) {
      relation(value, number);
    } else {
      return false;
    }
    return true;
  }

  /** A file in {@code files/}, or {@code shown name=file}. */
  private static void attachment(String value, ObjectNode attachment) {
    int equals = value.lastIndexOf('=');
    attachment.put("file", value.substring(equals + 1).strip());
    if (equals > 0) {
      attachment.put("name", value.substring(0, equals).strip());
    }
  }

  private void relation(String value, int number) {
    List<String> parts = split(value, "\\|");
    if (parts.size() < 2 || parts.size() > 3) {
      problems.add(name, number, "relation", value);
      return;
    }
    ObjectNode relation = entry.withArray("relations").addObject();
    relation.put("kind", parts.get(0)).put("title", parts.get(1));
    if (parts.size() == 3) {
      relation.put("id", parts.get(2));
    }
  }

  private static List<String> split(String value, String separator) {
    return new ArrayList<>(
        Arrays.stream(value.split(separator))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList());
  }
}
