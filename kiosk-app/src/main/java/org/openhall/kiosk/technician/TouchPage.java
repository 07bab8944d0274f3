package org.openhall.kiosk.technician;

import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.technician.TechnicianModel.Page;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;

/**
 * A grid of fields, each of which turns green under a finger. It fills the screen to its edges, for
 * that is where touch panels fail; the words in its middle give way while a finger draws.
 */
final class TouchPage extends StackPane {
  private static final int ACROSS = 8;
  private static final int DOWN = 12;

  private final Messages words;
  private final TechnicianModel model;
  private final Region[] cells = new Region[ACROSS * DOWN];
  private final Set<Integer> touched = new HashSet<>();
  private final Label left = ShownLabel.wrapping("", "sheet-text");
  private final VBox sheet;

  TouchPage(Messages words, TechnicianModel model) {
    this.words = words;
    this.model = model;
    getStyleClass().add("technician");
    PressButton bad =
        new PressButton(
            "touch-bad", words.text("technician.touch.bad"), Weight.DANGER, () -> end(false));
    PressButton back =
        new PressButton(
            "touch-back",
            words.text("technician.back"),
            Weight.SECONDARY,
            () -> model.go(Page.MENU));
    left.setTextAlignment(TextAlignment.CENTER);
    HBox buttons = new HBox(20, bad, back);
    buttons.setAlignment(Pos.CENTER);
    sheet = new VBox(left, buttons);
    sheet.setAlignment(Pos.CENTER);
    sheet.getStyleClass().addAll("sheet", "touch-sheet");
    sheet.setMaxHeight(USE_PREF_SIZE);
    getChildren().addAll(new Grid(), sheet);
    say();
  }

  private final class Grid extends Pane {
    Grid() {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = new Region();
        cells[i].setMouseTransparent(true);
        cells[i].getStyleClass().add("touch-cell");
        getChildren().add(cells[i]);
      }
      setOnMousePressed(this::draw);
      setOnMouseDragged(this::draw);
      setOnMouseReleased(_ -> sheet.setVisible(true));
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth() / ACROSS;
      double height = getHeight() / DOWN;
      for (int i = 0; i < cells.length; i++) {
        int row = i / ACROSS;
        cells[i].resizeRelocate(i % ACROSS * width, row * height, width, height);
      }
    }

    private void draw(MouseEvent event) {
      sheet.setVisible(false);
      at(event.getX(), event.getY());
    }

    private void at(double x, double y) {
      int column = (int) (x * ACROSS / Math.max(1, getWidth()));
      int row = (int) (y * DOWN / Math.max(1, getHeight()));
      boolean inside = column >= 0 && column < ACROSS && row >= 0 && row < DOWN;
      if (inside && touched.add(row * ACROSS + column)) {
        cells[row * ACROSS + column].getStyleClass().add("touch-done");
        say();
      }
    }
  }

  private void say() {
    int missing = cells.length - touched.size();
    left.setText(words.text("technician.touch.left", missing));
    if (missing == 0) {
      end(true);
    }
  }

  private void end(boolean well) {
    model.say("touch", well);
    model.did(Deed.TOUCH_TEST, well ? "passed" : "failed");
    model.go(Page.MENU);
  }
}
