package org.openhall.kiosk.widget;

import javafx.scene.control.Label;

/** A label for whatever text: what no font has is named instead of being an empty box. */
public final class ShownLabel extends Label {
  private final KnownHeight height = new KnownHeight();

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

  @Override
  protected double computePrefHeight(double width) {
    return height.at(width, super::computePrefHeight);
  }

  @Override
  public void requestLayout() {
    if (height != null) { // not yet, while the label is being made
      height.forget();
    }
    super.requestLayout();
  }
}
