package org.openhall.kiosk.widget;

import javafx.scene.control.Label;

/** A label for whatever text: what no font has is named instead of being an empty box. */
public final class ShownLabel extends Label {

  /** Shows a text, see {@link Glyphs#shown}. */
  public ShownLabel(String text) {
    super(Glyphs.shown(text));
  }
}
