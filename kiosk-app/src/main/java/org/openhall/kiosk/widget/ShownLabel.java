package org.openhall.kiosk.widget;

import javafx.scene.control.Label;

/** A label for whatever text: what no font has is named instead of being an empty box. */
public final class ShownLabel extends Label {

  /** Shows a text, see {@link Glyphs#shown}. */
  public ShownLabel(String text) {
    super(Glyphs.shown(text));
  }

  /** Shows a text in a style, on as many lines as it needs; none is cut off. */
  public static ShownLabel wrapping(String text, String style) {
    ShownLabel label = new ShownLabel(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
