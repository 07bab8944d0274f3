package org.openhall.kiosk.widget;

import javafx.scene.control.Label;

/** A short mark beside a title, e.g. 示例. */
public final class Badge extends Label {

  /** A mark. */
  public Badge(String text) {
    setText(Glyphs.shown(text));
    getStyleClass().add("badge");
    setMinWidth(USE_PREF_SIZE);
  }
}
