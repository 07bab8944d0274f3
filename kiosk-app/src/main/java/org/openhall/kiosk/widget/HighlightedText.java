package org.openhall.kiosk.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Running text in which the words that were searched for stand out, by colour and by weight; the
 * place that a reader was brought to has a ground of its own besides.
 */
public final class HighlightedText extends TextFlow {
  private final KnownHeight height = new KnownHeight();

  /** The place that a reader was brought to. */
  public static final String CURRENT = "current";

  private final List<Text> parts = new ArrayList<>();
  private final Path ground = new Path();
  private @Nullable Text current;

  /**
   * A text that wraps.
   *
   * @param words what to mark, or null for nothing
   * @param style the style class of the text
   */
  public HighlightedText(String text, @Nullable String words, String style) {
    this(text, words == null ? List.of() : Highlight.of(text).in(words), null, style);
  }

  /**
   * A text that wraps.
   *
   * @param marked what to mark: ascending, not overlapping
   * @param now which of them the reader was brought to, or null
   * @param style the style class of the text
   */
  public HighlightedText(
      String text, List<Highlight.Span> marked, Highlight.@Nullable Span now, String style) {
    getStyleClass().add(style);
    setMinHeight(USE_PREF_SIZE);
    int at = 0;
    for (Highlight.Span span : marked) {
      add(text.substring(at, span.from()), "plain");
      Text part = add(text.substring(span.from(), span.to()), "marked");
      if (span.equals(now)) {
        standOut(part);
      }
      at = span.to();
    }
    add(text.substring(at), "plain");
    getChildren().addAll(parts);
  }

  /** Begins further in: so many characters wide. */
  public HighlightedText indented(int characters) {
    Text space = part("\u3000".repeat(characters), "plain");
    parts.addFirst(space);
    getChildren().addFirst(space);
    return this;
  }

  private Text add(String text, String style) {
    Text part = part(text, style);
    if (!text.isEmpty()) {
      parts.add(part);
    }
    return part;
  }

  private static Text part(String text, String style) {
    Text part = new Text(Glyphs.shown(text));
    part.getStyleClass().addAll("text", style);
    return part;
  }

  private void standOut(Text part) {
    current = part;
    part.getStyleClass().add(CURRENT);
    ground.setManaged(false);
    ground.setViewOrder(1);
    ground.getStyleClass().add("current-ground");
    getChildren().add(ground);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (current != null) {
      int from = 0;
      for (Node part : parts.subList(0, parts.indexOf(current))) {
        from += ((Text) part).getText().length();
      }
      ground.getElements().setAll(getRangeShape(from, from + current.getText().length(), false));
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
