package org.openhall.kiosk.technician;

import java.util.Locale;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.openhall.device.SelfTest;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.technician.TechnicianDesk.DeviceLine;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;

/** Every device with its state and its self tests. */
final class DevicesPage extends VBox {
  private final Messages words;
  private final TechnicianModel model;
  private final TechnicianDesk desk;
  private final VBox rows = new VBox(20);
  private final VBox told = new VBox(8);

  DevicesPage(Messages words, TechnicianModel model, TechnicianDesk desk) {
    super(32);
    this.words = words;
    this.model = model;
    this.desk = desk;
    getChildren().addAll(told, rows);
    show();
  }

  private Locale locale() {
    return words.language().get().locale();
  }

  private void show() {
    rows.getChildren().clear();
    for (DeviceLine device : desk.devices(locale())) {
      rows.getChildren().add(row(device));
    }
    if (rows.getChildren().isEmpty()) {
      rows.getChildren()
          .add(ShownLabel.wrapping(words.text("technician.devices.none"), "sheet-text"));
    }
  }

  private VBox row(DeviceLine device) {
    VBox row = new VBox(16);
    row.getStyleClass().add("row");
    ShownLabel health =
        ShownLabel.wrapping(
            words.text("technician.devices.row", device.key(), device.words()), "row-title");
    if (!device.well()) {
      health.getStyleClass().add("print-bad");
    }
    FlowPane buttons = new FlowPane(16, 16);
    for (SelfTest level : SelfTest.values()) {
      buttons
          .getChildren()
          .add(
              new PressButton(
                  "test-" + device.key() + "-" + level,
                  words.text("technician.test." + level),
                  Weight.SECONDARY,
                  () -> test(device.key(), level)));
    }
    row.getChildren().addAll(health, buttons);
    return row;
  }

  private void test(String key, SelfTest level) {
    desk.cancel();
    told.getChildren()
        .setAll(ShownLabel.wrapping(words.text("technician.test.begun", key), "section-title"));
    model.did(Deed.SELF_TEST, key);
    desk.test(
        key,
        level,
        locale(),
        new TechnicianDesk.Told() {
          @Override
          public void line(String line) {
            told.getChildren().add(ShownLabel.wrapping(line, "sheet-text"));
          }

          @Override
          public void end(boolean passed) {
            show();
          }
        });
  }
}
