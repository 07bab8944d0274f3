package org.openhall.kiosk.screen.identify;

import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;

/** A drawing of where to lay the card: the card, an arrow down, the marked area. */
final class ReaderDrawing extends StackPane {

  /**
   * A drawing.
   *
   * @param area the words on the marked area
   */
  ReaderDrawing(String area) {
    getStyleClass().add("reader-drawing");
    setMinHeight(520);
    VBox parts = new VBox(28, Icon.CARD.node(200, Palette.BLUE), arrow(), pad(area));
    parts.setAlignment(Pos.CENTER);
    getChildren().add(parts);
  }

  private static SVGPath arrow() {
    SVGPath arrow = new SVGPath();
    arrow.setContent("M24 0 H56 V48 H80 L40 92 L0 48 H24 Z");
    arrow.setFill(Palette.RED);
    return arrow;
  }

  private static StackPane pad(String area) {
    Rectangle outline = new Rectangle(420, 136);
    outline.setArcWidth(24);
    outline.setArcHeight(24);
    outline.setFill(Palette.WHITE);
    outline.setStroke(Palette.BLUE);
    outline.setStrokeWidth(6);
    outline.getStrokeDashArray().setAll(24.0, 14.0);
    return new StackPane(outline, new ShownLabel(area));
  }
}
