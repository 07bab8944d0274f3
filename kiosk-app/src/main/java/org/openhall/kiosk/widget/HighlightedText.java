package org.openhall.kiosk.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Running text in which the words that were searched for stand out, by colour and by weight. */
public final class HighlightedText extends TextFlow {
  private final KnownHeight height = new KnownHeight();

  /**
   * A text that wraps.
   *
   * @param words what to mark, or null for nothing
   * @param style the style class of the text
   */
  public HighlightedText(String text, @Nullable String words, String style) {
    getStyleClass().add(style);
    setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(parts(text, words == null ? List.of() : Highlight.in(text, words)));
  }

  private static List<Text> parts(String text, List<Highlight.Span> marked) {
    List<Text> parts = new ArrayList<>();
    int at = 0;
    for (Highlight.Span span : marked) {
      add(parts, text.substring(at, span.from()), "plain");
      add(parts, text.substring(span.from(), span.to()), "marked");
      at = span.to();
    }
    add(parts, text.substring(at), "plain");
    return parts;
  }

  private static void add(List<Text> parts, String text, String style) {
    if (!text.isEmpty()) {
      Text part = new Text(Glyphs.shown(text));
      part.getStyleClass().addAll("text", style);
      parts.add(part);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return height.at(width, super::computePrefHeight);
  }

  @Override
  public void requestLayout() {
    if (height != null) { // not yet, while the text flow is being made
      height.forget();
    }
    super.requestLayout();
  }
}
