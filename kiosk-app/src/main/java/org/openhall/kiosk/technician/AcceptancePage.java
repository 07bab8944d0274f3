package org.openhall.kiosk.technician;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.technician.TechnicianDesk.Accepted;
import org.openhall.kiosk.technician.TechnicianDesk.Said;
import org.openhall.kiosk.technician.TechnicianModel.Page;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;

/** What persons must have said before a report is made, and the report. */
final class AcceptancePage extends VBox {
  private static final List<String> ASKED = List.of("touch", "colours", "print");

  private final Messages words;
  private final TechnicianModel model;
  private final TechnicianDesk desk;
  private final VBox rows = new VBox(20);
  private final VBox result = new VBox(16);
  private final PressButton make;

  AcceptancePage(Messages words, TechnicianModel model, TechnicianDesk desk) {
    super(32);
    this.words = words;
    this.model = model;
    this.desk = desk;
    make =
        new PressButton(
            "acceptance-make",
            words.text("technician.acceptance.make"),
            Weight.PRIMARY,
            this::make);
    getChildren()
        .addAll(
            ShownLabel.wrapping(words.text("technician.acceptance.text"), "sheet-text"),
            rows,
            make,
            result);
    show();
  }

  private void show() {
    rows.getChildren().setAll(ASKED.stream().map(this::row).toList());
    make.setDisable(model.said().size() < ASKED.size());
  }

  private VBox row(String code) {
    Optional<Boolean> said =
        model.said().stream().filter(s -> s.code().equals(code)).map(Said::well).findFirst();
    String state =
        said.map(well -> words.text(well ? "technician.well" : "technician.not-well"))
            .orElseGet(() -> words.text("technician.acceptance.open"));
    FlowPane buttons = new FlowPane(16, 16);
    if (code.equals("print")) {
      buttons.getChildren().addAll(button("print-test", "technician.print.test", this::print));
      buttons.getChildren().add(button("print-well", "technician.well", () -> say(code, true)));
      buttons.getChildren().add(button("print-bad", "technician.not-well", () -> say(code, false)));
    } else {
      Page page = code.equals("touch") ? Page.TOUCH : Page.COLOURS;
      buttons
          .getChildren()
          .add(button("do-" + code, "technician.page." + page, () -> model.go(page)));
    }
    VBox row =
        new VBox(
            16,
            ShownLabel.wrapping(words.text("technician.acceptance." + code, state), "row-title"),
            buttons);
    row.getStyleClass().add("row");
    return row;
  }

  private PressButton button(String id, String key, Runnable action) {
    return new PressButton(id, words.text(key), Weight.SECONDARY, action);
  }

  private void say(String code, boolean well) {
    model.say(code, well);
    show();
  }

  private void print() {
    model.did(Deed.TEST_PRINT, "");
    result
        .getChildren()
        .setAll(ShownLabel.wrapping(words.text("technician.print.begun"), "sheet-text"));
    desk.test(
        "receipt-printer",
        org.openhall.device.SelfTest.EXTERNAL,
        locale(),
        new TechnicianDesk.Told() {
          @Override
          public void line(String line) {
            result.getChildren().add(ShownLabel.wrapping(line, "sheet-text"));
          }

          @Override
          public void end(boolean passed) {
            // a person says whether it can be read
          }
        });
  }

  private Locale locale() {
    return words.language().get().locale();
  }

  private void make() {
    make.setDisable(true);
    result
        .getChildren()
        .setAll(ShownLabel.wrapping(words.text("technician.acceptance.making"), "sheet-text"));
    desk.accept(model.said(), locale(), this::made);
  }

  private void made(Accepted accepted) {
    make.setDisable(false);
    model.did(Deed.ACCEPTANCE, accepted.passed() ? "passed" : "failed");
    result.getChildren().clear();
    tell(accepted.passed() ? "technician.acceptance.passed" : "technician.acceptance.failed");
    if (accepted.digest().isEmpty()) {
      tell("technician.acceptance.unsigned");
    } else {
      result
          .getChildren()
          .add(
              ShownLabel.wrapping(
                  words.text("technician.acceptance.digest", accepted.digest()), "sheet-text"));
    }
    tell(
        accepted.printed() ? "technician.acceptance.printed" : "technician.acceptance.not-printed");
    accepted.failed().stream()
        .map(line -> ShownLabel.wrapping("✗ " + line, "row-note"))
        .forEach(result.getChildren()::add);
  }

  private void tell(String key) {
    result.getChildren().add(ShownLabel.wrapping(words.text(key), "sheet-text"));
  }
}
