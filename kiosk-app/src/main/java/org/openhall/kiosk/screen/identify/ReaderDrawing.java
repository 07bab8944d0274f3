package org.openhall.kiosk.screen.identify;

import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import org.openhall.kiosk.screen.identify.CardReaders.Which;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;

/** A drawing of where each card goes: the card, an arrow down, the marked area or the slot. */
final class ReaderDrawing extends StackPane {
  private static final double WIDE = 420;
  private static final double BESIDE = 330;
  private static final double LOW = 520;
  private static final double HIGH = 600;

  /**
   * A drawing.
   *
   * @param which the cards that are waited for
   * @param words the words of a key
   */
  ReaderDrawing(Which which, UnaryOperator<String> words) {
    getStyleClass().add("reader-drawing");
    setMinHeight(which == Which.ID_CARD ? LOW : HIGH);
    double width = which == Which.EITHER ? BESIDE : WIDE;
    HBox all = new HBox(48);
    all.setAlignment(Pos.CENTER);
    if (which != Which.SOCIAL_CARD) {
      all.getChildren().add(way(Icon.CARD.node(200, Palette.BLUE), pad(words, width)));
    }
    if (which != Which.ID_CARD) {
      all.getChildren().add(way(chipCard(), slot(words, width)));
    }
    getChildren().add(all);
  }

  private static VBox way(Node card, Node place) {
    VBox way = new VBox(28, card, arrow(), place);
    way.setAlignment(Pos.BOTTOM_CENTER); // arrows at one height over cards of any shape
    way.setMaxHeight(USE_PREF_SIZE);
    return way;
  }

  /** A card with contacts, seen from above, as it goes in. */
  private static SVGPath chipCard() {
    SVGPath card = new SVGPath();
    card.setContent(
        "M14 0 H106 A14 14 0 0 1 120 14 V176 A14 14 0 0 1 106 190 H14 A14 14 0 0 1 0 176 V14"
            + " A14 14 0 0 1 14 0 Z"
            + " M12 16 V174 A4 4 0 0 0 16 178 H104 A4 4 0 0 0 108 174 V16 A4 4 0 0 0 104 12 H16"
            + " A4 4 0 0 0 12 16 Z"
            + " M36 112 H84 V160 H36 Z M44 120 V131 H56 V120 Z M64 120 V131 H76 V120 Z"
            + " M44 141 V152 H56 V141 Z M64 141 V152 H76 V141 Z");
    card.setFillRule(FillRule.EVEN_ODD);
    card.setFill(Palette.BLUE);
    return card;
  }

  private static SVGPath arrow() {
    SVGPath arrow = new SVGPath();
    arrow.setContent("M24 0 H56 V48 H80 L40 92 L0 48 H24 Z");
    arrow.setFill(Palette.RED);
    return arrow;
  }

  private static StackPane pad(UnaryOperator<String> words, double width) {
    Rectangle outline = new Rectangle(width, 136);
    outline.setArcWidth(24);
    outline.setArcHeight(24);
    outline.setFill(Palette.WHITE);
    outline.setStroke(Palette.BLUE);
    outline.setStrokeWidth(6);
    outline.getStrokeDashArray().setAll(24.0, 14.0);
    return new StackPane(outline, new ShownLabel(words.apply("identify.reader.place")));
  }

  private static StackPane slot(UnaryOperator<String> words, double width) {
    Rectangle housing = new Rectangle(width, 136);
    housing.setArcWidth(24);
    housing.setArcHeight(24);
    housing.setFill(Palette.WHITE);
    housing.setStroke(Palette.BLUE);
    housing.setStrokeWidth(6);
    Rectangle mouth = new Rectangle(width * 0.6, 14);
    mouth.setArcWidth(14);
    mouth.setArcHeight(14);
    mouth.setFill(Palette.BLUE);
    VBox front = new VBox(20, mouth, new ShownLabel(words.apply("identify.reader.slot")));
    front.setAlignment(Pos.CENTER);
    return new StackPane(housing, front);
  }
}
