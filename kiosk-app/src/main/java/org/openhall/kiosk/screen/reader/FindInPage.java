package org.openhall.kiosk.screen.reader;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openhall.kiosk.widget.Highlight;

/** Finds words in a page, however long, at every key: its letters are folded once. */
final class FindInPage {
  /** No letter and no digit, so that nothing is found across two texts. */
  private static final String APART = "\n";

  private final List<String> letters;

  FindInPage(List<Piece> pieces) {
    letters =
        pieces.stream()
            .map(piece ->
                piece.texts().stream().map(Highlight::letters).collect(Collectors.joining(APART)))
            .toList();
  }

  /** The pieces in which the words stand as they are, ascending; none for no words. */
  List<Integer> places(String words) {
    String wanted = Highlight.letters(words);
    return wanted.isEmpty()
        ? List.of()
        : IntStream.range(0, letters.size())
            .filter(at -> letters.get(at).contains(wanted))
            .boxed()
            .toList();
  }
}
