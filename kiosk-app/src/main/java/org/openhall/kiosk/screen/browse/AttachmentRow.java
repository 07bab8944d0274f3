package org.openhall.kiosk.screen.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.openhall.content.Attachment;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/**
 * A file that goes with a document: its name, and what kind of file of which size it is; a press
 * opens it.
 */
public final class AttachmentRow extends HBox {
  private static final int SIGN = 56;
  private static final int ONWARD = 40;
  private static final long KILO = 1024;

  public AttachmentRow(KioskContext context, Attachment file) {
    setId("file-" + file.sha256());
    getStyleClass().add("file-row");
    setAlignment(Pos.CENTER_LEFT);
    Label name = ShownLabel.wrapping(file.name(), "file-name");
    Label facts = ShownLabel.wrapping(facts(context, file), "file-facts");
    VBox words = new VBox(4, name, facts);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icon.DOCUMENT.node(SIGN, Palette.BLUE), words);
    getChildren().add(Icon.FORWARD.node(ONWARD, Palette.BLUE));
    Tap.on(this, () -> context.navigator().go(new Destination.FilePage(file)));
  }

  /** Kind, pages and size in one line. */
  public static String facts(KioskContext context, Attachment file) {
    List<String> facts = new ArrayList<>();
    facts.add(kind(file.name(), context.text("file.kind.other")));
    if (file.pages() != null) {
      facts.add(context.text("file.pages", file.pages()));
    }
    facts.add(size(file.length()));
    return String.join(" · ", facts);
  }

  /** PDF, XLSX, CSV …: what stands after the last point of the name. */
  static String kind(String name, String otherwise) {
    int point = name.lastIndexOf('.');
    boolean named = point > 0 && point < name.length() - 1;
    return named ? name.substring(point + 1).toUpperCase(Locale.ROOT) : otherwise;
  }

  /** A length in bytes as people read it: never 0 KB for something that is there. */
  static String size(long length) {
    if (length < KILO) {
      return length + " B";
    }
    double kilobytes = (double) length / KILO;
    return kilobytes < KILO
        ? Math.round(kilobytes) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", kilobytes / KILO);
  }
}
