package org.openhall.office.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs within two texts: by character where they are Chinese, by word or number where they
 * are not, by sentence where they are long.
 */
final class Words {
  private static final Pattern FINE =
      Pattern.compile("[\\p{IsLatin}\\p{M}]+|[0-9]+(?:[.,][0-9]+)*|\\s+|.", Pattern.DOTALL);
  private static final Pattern COARSE =
      Pattern.compile("[^。；！？;!?\\n]*[。；！？;!?\\n]+|[^。；！？;!?\\n]+");
  private static final int LONG = 3_000;

  private Words() {}

  /** Both texts in pieces: the earlier one, the later one. */
  record Pair(List<Piece> before, List<Piece> after) {}

  static Pair compare(String before, String after) {
    Pattern unit = before.length() + after.length() > LONG ? COARSE : FINE;
    List<String> old = units(unit, before);
    List<String> now = units(unit, after);
    boolean[] oldChanged = new boolean[old.size()];
    boolean[] nowChanged = new boolean[now.size()];
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      mark(oldChanged, delta.getSource().getPosition(), delta.getSource().size());
      mark(nowChanged, delta.getTarget().getPosition(), delta.getTarget().size());
    }
    return new Pair(pieces(old, oldChanged), pieces(now, nowChanged));
  }

  private static List<String> units(Pattern unit, String text) {
    List<String> units = new ArrayList<>();
    Matcher matcher = unit.matcher(text);
    while (matcher.find()) {
      units.add(matcher.group());
    }
    return units;
  }

  private static void mark(boolean[] changed, int from, int count) {
    for (int i = from; i < from + count; i++) {
      changed[i] = true;
    }
  }

  private static List<Piece> pieces(List<String> units, boolean[] changed) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < units.size(); i++) {
      piece.append(units.get(i));
      if (i + 1 == units.size() || changed[i + 1] != changed[i]) {
        pieces.add(new Piece(piece.toString(), changed[i]));
        piece.setLength(0);
      }
    }
    return pieces;
  }
}
