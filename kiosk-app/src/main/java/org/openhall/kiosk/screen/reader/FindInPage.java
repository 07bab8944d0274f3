package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openhall.kiosk.widget.Highlight;

/** Finds every place of words in a page, however long, at every key: its texts are folded once. */
final class FindInPage {
  private final List<List<Highlight>> pieces;

  FindInPage(List<Piece> pieces) {
    this.pieces =
        pieces.stream().map(piece -> piece.texts().stream().map(Highlight::of).toList()).toList();
  }

  /** The places in which the words stand as they are, in reading order; none for no words. */
  List<Place> places(String words) {
    return places(text -> text.whole(words));
  }

  /** The places of a query as a search finds it: whole, or in its words where it is not. */
  List<Place> searched(String query) {
    return places(text -> text.in(query));
  }

  private List<Place> places(Function<Highlight, List<Highlight.Span>> spans) {
    List<Place> places = new ArrayList<>();
    for (int piece = 0; piece < pieces.size(); piece++) {
      List<Highlight> texts = pieces.get(piece);
      for (int text = 0; text < texts.size(); text++) {
        for (Highlight.Span span : spans.apply(texts.get(text))) {
          places.add(new Place(piece, text, span));
        }
      }
    }
    return places;
  }
}
