package org.openhall.kiosk.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A tile for a way on that is taken less often: a sign and a short title, 104 pixels high. */
public final class SmallTile extends HBox {
  private static final int SIGN = 44;

  /** A tile. */
  public SmallTile(String id, Icon icon, String title, Runnable action) {
    setId(id);
    getStyleClass().add("small-tile");
    setAlignment(Pos.CENTER);
    setMaxWidth(Double.MAX_VALUE);
    Label words = new ShownLabel(title);
    words.getStyleClass().add("small-tile-title");
    getChildren().addAll(icon.node(SIGN, Palette.BLUE), words);
    Tap.on(this, action);
  }
}
