package org.openhall.office.authored;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of an entry, a small part of Markdown: headings of four levels, one paragraph a line,
 * lists, tables, pictures and files on lines of their own.
 */
final class EntryBody {
  private static final Pattern HEADING = Pattern.compile("(#{1,4}) +(\\S.*)");
  private static final Pattern NUMBERED = Pattern.compile("(\\d+)\\. +(\\S.*)");
  private static final Pattern BULLET = Pattern.compile("- +(\\S.*)");
  private static final Pattern IMAGE = Pattern.compile("!\\[([^]]*)]\\(([^)]+)\\)");
  private static final Pattern FILE = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");
  private static final Pattern UNKNOWN = Pattern.compile("(#|```|\\* |> |\\+ ).*|.*\\*\\*.*");
  private static final String CAPTION = "表：";

  private final String name;
  private final Problems problems;
  private final ArrayNode blocks = JsonMapper.shared().createArrayNode();
  private Optional<ArrayNode> items = Optional.empty();
  private boolean ordered;
  private @Nullable String caption;

  EntryBody(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Reads the lines from one of them (from 0) to the end. */
  ArrayNode read(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("|")) {
        int end = endOfTable(lines, i);
        table(lines.subList(i, end), i + 1);
        i = end - 1;
      } else {
        line(line, i + 1);
      }
    }
    if (caption != null) {
      problems.add(name, lines.size(), "caption-alone", caption);
    }
    return blocks;
  }

  private static int endOfTable(List<String> lines, int from) {
    int end = from;
    while (end < lines.size() && lines.get(end).strip().startsWith("|")) {
      end++;
    }
    return end;
  }

  private void table(List<String> rows, int line) {
    items = Optional.empty();
    ObjectNode table = block("table");
    if (caption != null) {
      table.put("caption", caption);
      caption = null;
    }
    table.set("rows", new EntryTable(name, line, problems).read(rows));
  }

  private void line(String line, int number) {
    if (line.isEmpty()) {
      items = Optional.empty();
      return;
    }
    if (caption != null) {
      problems.add(name, number, "caption-alone", caption);
      caption = null;
    }
    if (!isItem(line, number)) {
      items = Optional.empty();
      other(line, number);
    }
  }

  private boolean isItem(String line, int number) {
    Matcher numbered = NUMBERED.matcher(line);
    Matcher bullet = BULLET.matcher(line);
    if (numbered.matches()) {
      ArrayNode list = list(true);
      if (Integer.parseInt(numbered.group(1)) != list.size() + 1) {
        problems.add(name, number, "numbering", numbered.group(1), list.size() + 1);
      }
      list.add(numbered.group(2));
    } else if (bullet.matches()) {
      list(false).add(bullet.group(1));
    } else {
      return false;
    }
    return true;
  }

  private ArrayNode list(boolean wanted) {
    if (items.isEmpty() || ordered != wanted) {
      ordered = wanted;
      items = Optional.of(block("list").put("ordered", wanted).putArray("items"));
    }
    return items.get();
  }

  private void other(String line, int number) {
    Matcher heading = HEADING.matcher(line);
    Matcher image = IMAGE.matcher(line);
    Matcher file = FILE.matcher(line);
    if (heading.matches()) {
      block("heading").put("level", heading.group(1).length()).put("text", heading.group(2));
    } else if (image.matches()) {
      ObjectNode block = block("image");
      ObjectNode picture = block.putObject("file").put("file", image.group(2));
      if (!image.group(1).isBlank()) {
        picture.put("name", image.group(1) + image.group(2).replaceFirst(".*(?=\\.)", ""));
        block.put("caption", image.group(1));
      }
    } else if (file.matches()) {
      block("attachment").putObject("file").put("file", file.group(2)).put("name", file.group(1));
    } else if (UNKNOWN.matcher(line).matches()) {
      problems.add(name, number, "markdown", line.substring(0, Math.min(20, line.length())));
    } else if (line.startsWith(CAPTION)) {
      caption = line.substring(CAPTION.length()).strip();
    } else {
      block("paragraph").put("text", line);
    }
  }

  private ObjectNode block(String kind) {
    return blocks.addObject().put("kind", kind);
  }

  /** The cells of a row's line, between its bars. */
  static List<String> cells(String row) {
    String inner = row.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
    List<String> cells = new ArrayList<>();
    for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
      cells.add(cell.replace("\\|", "|").strip());
    }
    return cells;
  }
}
