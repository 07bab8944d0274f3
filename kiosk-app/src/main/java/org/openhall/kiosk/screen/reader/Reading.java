package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * A document laid out for reading.
 *
 * @param document what is read
 * @param release the release that it is read from
 * @param pieces the page from top to bottom, beginning with {@link Piece.Opening}; after {@link
 *     Piece.Closing} comes what belongs to the document beside its text
 * @param places where the searched words stand, in reading order
 */
record Reading(Document document, ReleaseInfo release, List<Piece> pieces, List<Place> places) {

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
    pieces.add(new Piece.Opening(document.title(), document.summary()));
    pieces.addAll(document.text());
    pieces.add(new Piece.Closing());
    pieces.addAll(document.appendix());
    List<Place> places = highlight == null ? List.of() : new FindInPage(pieces).searched(highlight);
    return new Reading(document, release, pieces, places);
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

  /** The piece to begin at: the first that has the searched words, else the top. */
  int start() {
    return places.isEmpty() ? 0 : places.getFirst().piece();
  }
}
