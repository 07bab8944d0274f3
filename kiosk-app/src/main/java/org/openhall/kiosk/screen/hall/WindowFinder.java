package org.openhall.kiosk.screen.hall;

import java.util.ArrayList;
import java.util.List;
import org.openhall.content.HallMap;
import org.openhall.content.search.Folding;
import org.openhall.content.search.Pinyin;
import org.openhall.content.search.PinyinText;

/**
 * Finds windows by number, name, department or matter, typed in Chinese, in pinyin or by initials.
 */
final class WindowFinder {
  private final List<Line> lines = new ArrayList<>();

  private record Line(HallMap.Window window, String folded, List<PinyinText> pinyin) {}

  WindowFinder(HallMap map, Pinyin pinyin) {
    for (HallMap.Floor floor : map.floors()) {
      floor.windows().forEach(window -> lines.add(line(window, pinyin)));
    }
  }

  /** The windows that have it, those whose number begins with it first, else in the map's order. */
  List<HallMap.Window> find(String typed) {
    String wanted = Folding.fold(typed);
    List<HallMap.Window> numbered = new ArrayList<>();
    List<HallMap.Window> others = new ArrayList<>();
    for (Line line : lines) {
      if (Folding.fold(line.window.id()).startsWith(wanted)) {
        numbered.add(line.window);
      } else if (line.folded.contains(wanted) || sounds(line, wanted)) {
        others.add(line.window);
      }
    }
    numbered.addAll(others);
    return List.copyOf(numbered);
  }

  private static boolean sounds(Line line, String wanted) {
    return line.pinyin.stream()
        .anyMatch(said -> said.initials().contains(wanted) || letters(said).contains(wanted));
  }

  private static String letters(PinyinText said) {
    return said.full().replaceAll("[^a-z ]", "");
  }

  private static Line line(HallMap.Window window, Pinyin pinyin) {
    List<String> words = new ArrayList<>(List.of(window.name()));
    if (window.departmentName() != null) {
      words.add(window.departmentName());
    }
    words.addAll(window.services());
    List<String> folded = words.stream().map(Folding::fold).toList();
    List<PinyinText> said = folded.stream().map(text -> PinyinText.of(text, pinyin)).toList();
    return new Line(window, String.join("\n", folded), said);
  }
}
