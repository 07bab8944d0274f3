package org.openhall.kiosk.screen.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.kiosk.screen.browse.FactSheet;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.ShownLabel;

/** Draws the pieces of one page, each as a row as wide as the page. */
final class PieceNodes {
  private static final double MARGIN = 40;
  private static final double LONGEST_LINE = 1680;

  /** A paragraph begins two characters in. */
  private static final int INDENT = 2;

  private final KioskContext context;
  private final Reading reading;
  private final AppendixNodes appendix;
  private final double margin;
  private final double width;
  private final Map<Integer, DoubleProperty> sideways = new HashMap<>();

  PieceNodes(KioskContext context, Reading reading) {
    this.context = context;
    this.reading = reading;
    appendix = new AppendixNodes(context);
    double page = context.orientation().width();
    margin = context.orientation() == Orientation.PORTRAIT ? MARGIN : (page - LONGEST_LINE) / 2;
    width = page - 2 * margin;
  }

  Region node(Piece piece, Marks marks) {
    Region node =
        switch (piece) {
          case Piece.Opening it -> opening(it, marks);
          case Piece.NoBody(String original) -> noBody(original);
          case Piece.Heading h -> marks.text(0, h.text(), "body-heading-" + h.level());
          case Piece.Paragraph p -> marks.text(0, p.text(), "body-paragraph").indented(INDENT);
          case Piece.Item item -> item(item, marks);
          case Piece.Band band -> band(band, marks);
          case Piece.Picture picture -> appendix.picture(picture, width);
          case Piece.Files files -> appendix.files(files);
          case Piece.Caption caption -> appendix.caption(caption);
          case Piece.Relations relations -> appendix.relations(relations);
          case Piece.Forms forms -> appendix.forms(forms);
          case Piece.FactBlock block -> appendix.facts(block);
          case Piece.Unknown _ -> quiet("reader.unknown-block");
          case Piece.Closing _ -> closing();
        };
    StackPane row = new StackPane(node);
    row.setAlignment(Pos.TOP_LEFT);
    row.setPadding(new Insets(0, margin, 0, margin));
    return row;
  }

  private Region opening(Piece.Opening piece, Marks marks) {
    VBox opening = new VBox();
    opening.getStyleClass().add("reader-opening");
    Document document = reading.document();
    DocumentFacts facts = new DocumentFacts(document, reading.release(), context.clock().getZone());
    FactSheet sheet = new FactSheet(context, facts.in(context.words()));
    opening.getChildren().addAll(heading(piece, marks), sheet);
    if (document instanceof Document.Entry) {
      opening.getChildren().add(summary(piece, marks));
    }
    return opening;
  }

  private Region heading(Piece.Opening piece, Marks marks) {
    Document document = reading.document();
    Region title = marks.text(0, piece.title(), "reader-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox heading = new HBox(24, title);
    if (document instanceof Document.Entry(DisclosureEntry entry, _)) {
      validity(entry.validity()).ifPresent(heading.getChildren()::add);
    }
    if (document.header().origin().sample()) {
      heading.getChildren().add(new Badge(context.text("browse.sample")));
    }
    return heading;
  }

  /** What no longer holds is marked beside its title, where nobody can miss it. */
  private Optional<Badge> validity(Validity validity) {
    if (validity == Validity.UNSTATED) {
      return Optional.empty();
    }
    Badge badge = new Badge(context.text("validity." + validity.name()));
    badge.setId("reader-validity");
    badge.getStyleClass().add("validity-" + validity.name());
    return Optional.of(badge);
  }

  private Region summary(Piece.Opening piece, Marks marks) {
    VBox summary = new VBox();
    summary.getStyleClass().add("reader-summary");
    Label name = new ShownLabel(context.text("reader.summary"));
    name.getStyleClass().add("reader-summary-name");
    String said = piece.summary();
    Region text =
        said == null
            ? new HighlightedText(context.text("fact.missing"), null, "reader-missing")
            : marks.text(1, said, "reader-summary-text");
    summary.getChildren().addAll(name, text);
    return summary;
  }

  private Region noBody(@Nullable String url) {
    VBox box = new VBox();
    box.setId("reader-no-body");
    box.getStyleClass().add("reader-no-body");
    box.getChildren().add(label("reader.no-body", "reader-no-body-title"));
    box.getChildren().add(label("reader.original", "reader-no-body-hint"));
    Label address = new ShownLabel(url == null ? context.text("fact.missing") : url);
    address.setWrapText(true);
    address.setMinHeight(Region.USE_PREF_SIZE);
    address.getStyleClass().add("reader-address");
    box.getChildren().add(address);
    return box;
  }

  private Region item(Piece.Item item, Marks marks) {
    Label marker = new ShownLabel(item.marker());
    marker.setMinWidth(Region.USE_PREF_SIZE);
    marker.getStyleClass().add("body-marker");
    Region text = marks.text(0, item.text(), "body-paragraph");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(marker, text);
    row.getStyleClass().add("body-item");
    return row;
  }

  private Region band(Piece.Band band, Marks marks) {
    DoubleProperty offset = sideways.computeIfAbsent(band.table(), _ -> new SimpleDoubleProperty());
    BandNode node = new BandNode(band, width, marks, offset);
    if (band.first()) {
      node.hint(label("reader.table.wide", "table-hint"));
    }
    return node;
  }

  /** A page that has no body does not say where its body ends. */
  private Region closing() {
    if (reading.pieces().stream().anyMatch(Piece.NoBody.class::isInstance)) {
      return new Region();
    }
    Label end = label("reader.end", "reader-end");
    end.setMaxWidth(Double.MAX_VALUE);
    return end;
  }

  private Region quiet(String key) {
    return label(key, "body-unknown");
  }

  private Label label(String key, String style) {
    Label label = new ShownLabel(context.text(key));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
