package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.widget.Highlight;

/**
 * A document laid out for reading.
 *
 * @param document what is read
 * @param release the release that it is read from
 * @param pieces the page from top to bottom, beginning with {@link Piece.Opening}; after {@link
 *     Piece.Closing} comes what belongs to the document beside its text
 * @param places positions in pieces where the searched words stand, ascending
 */
record Reading(Document document, ReleaseInfo release, List<Piece> pieces, List<Integer> places) {

  Reading {
    pieces = List.copyOf(pieces);
    places = List.copyOf(places);
  }

  /** Reads a document from the snapshot; empty where the snapshot has none of this id. */
  static Optional<Reading> read(ContentSnapshot snapshot, String id, @Nullable String highlight)
      throws UnreadableSnapshotException {
    ReleaseInfo release = snapshot.release();
    return Document.read(snapshot, id).map(document -> of(document, release, highlight));
  }

  private static Reading of(Document document, ReleaseInfo release, @Nullable String highlight) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Opening());
    pieces.addAll(document.text());
    pieces.add(new Piece.Closing());
    pieces.addAll(document.appendix());
    return new Reading(document, release, pieces, places(pieces, highlight));
  }

  private static List<Integer> places(List<Piece> pieces, @Nullable String highlight) {
    if (highlight == null) {
      return List.of();
    }
    return IntStream.range(0, pieces.size())
        .filter(at -> has(pieces.get(at), highlight))
        .boxed()
        .toList();
  }

  private static boolean has(Piece piece, String words) {
    return piece.texts().stream().anyMatch(text -> !Highlight.in(text, words).isEmpty());
  }

  /**
   * A line of the contents.
   *
   * @param level 1 (highest) to 4
   * @param piece the place of its heading among the pieces
   */
  record Chapter(int level, String text, int piece) {}

  /** The headings of the text, in order. */
  List<Chapter> contents() {
    List<Chapter> contents = new ArrayList<>();
    for (int at = 0; at < pieces.size(); at++) {
      if (pieces.get(at) instanceof Piece.Heading(int level, String text)) {
        contents.add(new Chapter(level, text, at));
      }
    }
    return contents;
  }

  /** Which chapter a piece stands in: its place in the contents, -1 before the first. */
  static int chapterAt(List<Chapter> contents, int piece) {
    return (int) contents.stream().filter(chapter -> chapter.piece() <= piece).count() - 1;
  }

  /**
   * How much of the page has been seen once a piece is, for each piece; reckoned once, since it is
   * asked for at every row that scrolls by.
   *
   * @return percents, by the lengths of the texts
   */
  int[] percents() {
    long all = pieces.stream().mapToLong(Reading::length).sum();
    int[] percents = new int[pieces.size()];
    long seen = 0;
    for (int at = 0; at < percents.length; at++) {
      seen += length(pieces.get(at));
      percents[at] = (int) (100 * seen / all);
    }
    return percents;
  }

  /** Characters; a piece without text counts as one. */
  private static long length(Piece piece) {
    return 1 + piece.texts().stream().mapToLong(String::length).sum();
  }

  /**
   * The piece to begin at: the top where the title itself has the searched words, else the first
   * piece of the body that has them.
   */
  int start(@Nullable String highlight) {
    boolean titled = highlight != null && !Highlight.in(document.title(), highlight).isEmpty();
    return titled || places.isEmpty() ? 0 : places.getFirst();
  }
}
