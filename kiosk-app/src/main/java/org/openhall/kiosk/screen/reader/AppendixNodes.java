package org.openhall.kiosk.screen.reader;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.Attachment;
import org.openhall.content.Form;
import org.openhall.kiosk.screen.browse.AttachmentRow;
import org.openhall.kiosk.screen.browse.FactSheet;
import org.openhall.kiosk.screen.browse.PictureBox;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/** Draws what belongs to a document beside its text: files, relations, forms, bodies. */
final class AppendixNodes {
  private static final int SIGN = 40;

  private final KioskContext context;

  AppendixNodes(KioskContext context) {
    this.context = context;
  }

  Region files(Piece.Files piece) {
    VBox box = piece.key().isEmpty() ? new VBox() : block(piece.key());
    box.setSpacing(16);
    for (Attachment file : piece.files()) {
      box.getChildren().add(new AttachmentRow(context, file));
    }
    return box;
  }

  Region caption(Piece.Caption piece) {
    VBox box = block(piece.key());
    if (!piece.given()) {
      box.getChildren().add(ShownLabel.wrapping(context.text("fact.missing"), "record-missing"));
    }
    return box;
  }

  /** A picture in the text, at most this wide. */
  Region picture(Piece.Picture piece, double width) {
    return new PictureBox(context, piece.file(), piece.caption(), width);
  }

  Region relations(Piece.Relations piece) {
    VBox box = block("reader.relations");
    List<Document.Link> links = piece.links();
    for (int i = 0; i < links.size(); i++) {
      box.getChildren().add(relation("reader-relation-" + (i + 1), links.get(i)));
    }
    return box;
  }

  private Region relation(String id, Document.Link link) {
    Optional<Destination> page = Optional.ofNullable(link.target()).flatMap(Destination::of);
    HBox row = row(new Badge(link.kind()), ShownLabel.wrapping(link.title(), "link-title"));
    row.setId(id);
    if (page.isPresent()) {
      row.getChildren().add(Icon.FORWARD.node(SIGN, Palette.BLUE));
      Tap.on(row, () -> context.navigator().go(page.get()));
    } else {
      row.getChildren()
          .add(ShownLabel.wrapping(context.text("reader.relation.absent"), "link-note"));
    }
    return row;
  }

  Region forms(Piece.Forms piece) {
    VBox box = block("reader.forms");
    piece.forms().forEach(form -> box.getChildren().add(form(form)));
    return box;
  }

  private Region form(Form form) {
    HBox row =
        row(
            Icon.DOCUMENT.node(SIGN, Palette.BLUE),
            ShownLabel.wrapping(form.title(), "link-title"));
    row.setId("form-" + form.header().id());
    row.getChildren().add(Icon.FORWARD.node(SIGN, Palette.BLUE));
    Tap.on(row, () -> context.navigator().go(new Destination.FormPage(form.header().id())));
    return row;
  }

  Region facts(Piece.FactBlock piece) {
    VBox box = block(piece.key());
    box.getStyleClass().add("fact-block");
    List<Fact> facts =
        piece.lines().stream()
            .map(line -> new Fact(context.text(line.key()), line.value()))
            .toList();
    box.getChildren().add(new FactSheet(context, facts));
    return box;
  }

  private VBox block(String key) {
    VBox box = new VBox(ShownLabel.wrapping(context.text(key), "appendix-title"));
    box.setId(key.replace('.', '-'));
    box.getStyleClass().add("appendix");
    return box;
  }

  private static HBox row(Region first, Label title) {
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox row = new HBox(24, first, title);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("link-row");
    return row;
  }
}
