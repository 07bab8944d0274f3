package org.openhall.kiosk.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A tile that leads somewhere: a sign, a title, a sentence below, and perhaps a count. */
public final class TileButton extends HBox {
  private final Label note = new Label();

  /** A tile. */
  public TileButton(String id, Icon icon, String title, Runnable action) {
    setId(id);
    getStyleClass().add("tile");
    setAlignment(Pos.CENTER_LEFT);
    StackPane field = new StackPane(icon.node(64, Palette.BLUE));
    field.getStyleClass().add("tile-icon");
    Label heading = new ShownLabel(title);
    heading.getStyleClass().add("tile-title");
    note.getStyleClass().add("tile-note");
    note.setWrapText(true);
    VBox words = new VBox(8, heading, note);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(field, words);
    Tap.on(this, action);
  }

  /** Says the sentence below the title. */
  public TileButton withNote(String text) {
    note.setText(Glyphs.shown(text));
    return this;
  }
}
