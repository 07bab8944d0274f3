package org.openhall.kiosk.technician;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.technician.TechnicianModel.State;
import org.openhall.kiosk.technician.TechnicianModel.Word;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;

/** Ten keys for a PIN, of which only the number of digits is shown. */
final class PinPad extends StackPane {
  private static final double KEY = 200;

  private final Messages words;
  private final TechnicianModel model;
  private final Label title = new Label();
  private final Label dots = new Label();
  private final Label word = new Label();
  private final PressButton clear;
  private final PressButton enter;
  private final PressButton leave;
  private State.Typing shown = new State.Typing(0, Word.NONE);

  PinPad(Messages words, TechnicianModel model) {
    this.words = words;
    this.model = model;
    clear = new PressButton("pin-clear", "", Weight.SECONDARY, model::clear);
    enter = new PressButton("pin-enter", "", Weight.PRIMARY, model::enter);
    leave = new PressButton("pin-leave", "", Weight.SECONDARY, model::leave);
    title.getStyleClass().add("sheet-title");
    dots.getStyleClass().add("pin-dots");
    word.getStyleClass().add("sheet-text");
    word.setWrapText(true);
    word.setTextAlignment(TextAlignment.CENTER);
    word.setMinHeight(USE_PREF_SIZE);
    HBox ends = new HBox(20, leave, enter);
    ends.setAlignment(Pos.CENTER);
    VBox sheet = new VBox(title, word, dots, keys(), ends);
    sheet.setAlignment(Pos.CENTER);
    sheet.getStyleClass().addAll("sheet", "pin-sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().add(sheet);
    say();
  }

  private GridPane keys() {
    GridPane keys = new GridPane(20, 20);
    keys.setAlignment(Pos.CENTER);
    for (int i = 1; i <= 9; i++) {
      keys.add(key(i), (i - 1) % 3, (i - 1) / 3);
    }
    clear.setPrefWidth(KEY * 2 + 20);
    keys.add(key(0), 0, 3);
    keys.add(clear, 1, 3, 2, 1);
    return keys;
  }

  private PressButton key(int digit) {
    Runnable type = () -> model.digit((char) ('0' + digit));
    PressButton key =
        new PressButton("pin-" + digit, String.valueOf(digit), Weight.SECONDARY, type)
            .forEveryPress(type);
    key.setPrefWidth(KEY);
    return key;
  }

  void show(State.Typing typing) {
    shown = typing;
    dots.setText("●".repeat(typing.digits()) + (typing.digits() == 0 ? "—" : ""));
    word.setText(words.text(typing.word().key(), typing.word().number()));
  }

  void say() {
    title.setText(words.text("technician.pin.title"));
    clear.setText(words.text("technician.pin.clear"));
    enter.setText(words.text("technician.pin.enter"));
    leave.setText(words.text("technician.leave"));
    show(shown);
  }
}
