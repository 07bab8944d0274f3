package org.openhall.kiosk.screen.browse;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.openhall.content.store.EntryTitle;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/** An entry in a short list: its title and its day in one line. */
public final class TitleRow extends HBox {
  private static final double GAP = 24;

  public TitleRow(KioskContext context, EntryTitle entry) {
    super(GAP);
    Label title = label(entry.title(), "row-title");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    getChildren().add(title);
    if (entry.sample()) {
      getChildren().add(new Badge(context.text("sample")));
    }
    if (entry.date() != null) {
      Label date = label(entry.date().toString(), "row-note");
      date.setMinWidth(USE_PREF_SIZE);
      getChildren().add(date);
    }
    setId("entry-" + entry.id());
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("row");
    Tap.on(this, () -> context.navigator().go(new Destination.Entry(entry.id(), null)));
  }

  private static Label label(String text, String style) {
    Label label = new ShownLabel(text);
    label.getStyleClass().add(style);
    return label;
  }
}
