package org.openhall.kiosk.technician;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.technician.TechnicianModel.Page;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/** The whole screen in one colour after another, then the question whether all was well. */
final class ColourPage extends StackPane {
  private static final List<String> COLOURS =
      List.of("pixel-red", "pixel-green", "pixel-blue", "pixel-white", "pixel-black");

  private final Messages words;
  private final TechnicianModel model;
  private int shown;

  ColourPage(Messages words, TechnicianModel model) {
    this.words = words;
    this.model = model;
    getStyleClass().add("technician");
    begin();
  }

  private void begin() {
    getChildren()
        .setAll(
            sheet(
                "technician.colours.text",
                new PressButton(
                    "colours-begin",
                    words.text("technician.colours.begin"),
                    Weight.PRIMARY,
                    this::next)));
  }

  private void next() {
    if (shown == COLOURS.size()) {
      ask();
      return;
    }
    Region all = new Region();
    all.setId("colour");
    all.getStyleClass().add(COLOURS.get(shown++));
    Tap.onEach(all, this::next);
    getChildren().setAll(all);
  }

  private void ask() {
    getChildren()
        .setAll(
            sheet(
                "technician.colours.ask",
                new PressButton(
                    "colours-well", words.text("technician.well"), Weight.PRIMARY, () -> end(true)),
                new PressButton(
                    "colours-bad",
                    words.text("technician.not-well"),
                    Weight.DANGER,
                    () -> end(false))));
  }

  private VBox sheet(String key, PressButton... buttons) {
    HBox row = new HBox(20, buttons);
    row.setAlignment(Pos.CENTER);
    ShownLabel text = ShownLabel.wrapping(words.text(key), "sheet-text");
    text.setTextAlignment(TextAlignment.CENTER);
    VBox sheet = new VBox(text, row);
    sheet.setAlignment(Pos.CENTER);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxHeight(USE_PREF_SIZE);
    return sheet;
  }

  private void end(boolean well) {
    model.say("colours", well);
    model.did(Deed.COLOUR_TEST, well ? "passed" : "failed");
    model.go(Page.MENU);
  }
}
