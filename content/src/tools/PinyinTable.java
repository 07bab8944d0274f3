import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the table of pinyin readings from the Unicode Han database, one line for each syllable
 * without tone, followed by the characters whose main reading it is:
 *
 * <pre>
 * bzcat /usr/share/unicode/Unihan_Readings.txt.bz2 | java content/src/tools/PinyinTable.java \
 *     &gt; content/src/main/resources/org/openhall/content/search/pinyin.txt
 * </pre>
 *
 * A character of the Table of General Standard Chinese Characters (kTGHZ2013) has one of the
 * readings given there: the customary one (kMandarin) if it is among them, else the most frequent
 * one (kHanyuPinlu), else the first. Every other character has its customary reading. ü is written
 * v, but üe is ue, as people type it.
 */
void main() throws IOException {
  Map<String, List<Integer>> table = new TreeMap<>();
  Map<Integer, Map<String, String>> readings = read();
  readings.forEach(
      (character, fields) -> {
        String syllable = syllable(mainReading(fields));
        if (syllable.matches("[a-z]+")) {
          table.computeIfAbsent(syllable, s -> new ArrayList<>()).add(character);
        }
      });
  PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  out.println("# Made by src/tools/PinyinTable.java from Unihan_Readings.txt; do not edit.");
  table.forEach(
      (syllable, characters) -> {
        StringBuilder line = new StringBuilder(syllable).append(' ');
        characters.forEach(line::appendCodePoint);
        out.println(line);
      });
}

Map<Integer, Map<String, String>> read() throws IOException {
  Map<Integer, Map<String, String>> readings = new TreeMap<>();
  BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  for (String line = in.readLine(); line != null; line = in.readLine()) {
    String[] columns = line.split("\t");
    if (columns.length == 3 && columns[1].matches("kMandarin|kTGHZ2013|kHanyuPinlu")) {
      int character = Integer.parseInt(columns[0].substring(2), 16);
      readings.computeIfAbsent(character, c -> new HashMap<>()).put(columns[1], columns[2]);
    }
  }
  return readings;
}

String mainReading(Map<String, String> fields) {
  String customary = fields.getOrDefault("kMandarin", "").split(" ")[0];
  String frequent = fields.getOrDefault("kHanyuPinlu", "").split("[( ]")[0];
  List<String> standard = new ArrayList<>();
  for (String place : fields.getOrDefault("kTGHZ2013", "").split(" ")) {
    standard.add(place.substring(place.indexOf(':') + 1));
  }
  if (standard.getFirst().isEmpty() || standard.contains(customary)) {
    return customary.isEmpty() ? frequent : customary;
  }
  return standard.contains(frequent) ? frequent : standard.getFirst();
}

String syllable(String reading) {
  String plain =
      Normalizer.normalize(reading, Normalizer.Form.NFD)
          .replace("u\u0308", "v")
          .replaceAll("\\p{M}", "")
          .replaceAll("[^a-z]", "");
  return plain.replace("ve", "ue");
}
