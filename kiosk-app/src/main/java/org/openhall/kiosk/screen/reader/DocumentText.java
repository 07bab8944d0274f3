package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.content.DisclosureEntry;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Messages;

/** A document as lines of text, as it is taken away. */
final class DocumentText {
  private final Reading reading;
  private final KioskContext context;
  private final Messages words;

  DocumentText(Reading reading, KioskContext context) {
    this.reading = reading;
    this.context = context;
    this.words = context.words();
  }

  TakenPage taken() {
    Document document = reading.document();
    DocumentFacts facts = new DocumentFacts(document, reading.release(), context.clock().getZone());
    @Nullable DisclosureEntry entry = entry();
    List<TakenPage.Heading> headings =
        reading.contents().stream()
            .map(chapter -> new TakenPage.Heading(chapter.level(), chapter.text()))
            .toList();
    return new TakenPage(
        document.title(),
        TakenPage.lines(facts.in(words), words),
        lines(reading.pieces()),
        new TakenPage.Gist(entry == null ? null : entry.summary(), headings),
        new TakenPage.Source(
            document.publisher(), entry == null ? null : entry.sourceUrl(), reading.release()),
        null);
  }

  private @Nullable DisclosureEntry entry() {
    return reading.document() instanceof Document.Entry(DisclosureEntry entry, _) ? entry : null;
  }

  private List<String> lines(List<Piece> pieces) {
    return pieces.stream().flatMap(this::lines).toList();
  }

  private Stream<String> lines(Piece piece) {
    return switch (piece) {
      case Piece.Heading h -> Stream.of(h.text());
      case Piece.Paragraph p -> Stream.of(p.text());
      case Piece.Item item -> Stream.of(item.marker() + " " + item.text());
      case Piece.Band band -> rows(band);
      case Piece.Picture picture ->
          Stream.of(
              words.text(
                  "takeaway.picture",
                  Objects.requireNonNullElse(picture.caption(), picture.file().name())));
      case Piece.Files files -> files.files().stream().map(this::file);
      case Piece.FactBlock block ->
          block.lines().stream()
              .flatMap(
                  line -> TakenPage.line(words.text(line.key()), line.value(), words).stream());
      case Piece.Relations relations ->
          relations.links().stream().map(it -> words.text("pair", it.kind(), it.title()));
      case Piece.Forms forms -> forms.forms().stream().map(form -> form.title());
      case Piece.Caption caption ->
          Stream.of(
              caption.given()
                  ? words.text(caption.key())
                  : words.text("pair", words.text(caption.key()), words.text("fact.missing")));
      case Piece.NoBody _ -> Stream.of(words.text("reader.no-body"));
      case Piece.Unknown _ -> Stream.of(words.text("reader.unknown-block"));
      case Piece.Opening _, Piece.Closing _ -> Stream.of();
    };
  }

  private String file(Attachment file) {
    return words.text("takeaway.file", file.name());
  }

  /** A line for each row; a cell over several rows is said in the first. */
  private Stream<String> rows(Piece.Band band) {
    Map<Integer, List<String>> rows = new TreeMap<>();
    for (TableGrid.Placed cell : band.grid().cells()) {
      rows.computeIfAbsent(cell.row(), _ -> new ArrayList<>()).add(cell.cell().text());
    }
    Stream<String> caption = Stream.ofNullable(band.caption());
    String apart = words.text("takeaway.table-cell");
    return Stream.concat(caption, rows.values().stream().map(cells -> String.join(apart, cells)));
  }
}
