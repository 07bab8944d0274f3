package org.openhall.kiosk.screen.reader;

import java.util.List;
import java.util.Optional;
import org.openhall.kiosk.widget.Highlight;
import org.openhall.kiosk.widget.HighlightedText;

/**
 * What is marked in one piece.
 *
 * @param places the places that are in the piece, in reading order
 * @param current the place that the reader was brought to, wherever it is
 */
record Marks(List<Place> places, Optional<Place> current) {
  static final Marks NONE = new Marks(List.of(), Optional.empty());

  Marks {
    places = List.copyOf(places);
  }

  /**
   * Draws a text of the piece with its marks.
   *
   * @param number which of the piece's texts it is, from 0
   * @param style the style class of the text
   */
  HighlightedText text(int number, String said, String style) {
    List<Highlight.Span> spans =
        places.stream().filter(place -> place.text() == number).map(Place::span).toList();
    Highlight.Span now =
        current
            .filter(place -> places.contains(place) && place.text() == number)
            .map(Place::span)
            .orElse(null);
    return new HighlightedText(said, spans, now, style);
  }
}
