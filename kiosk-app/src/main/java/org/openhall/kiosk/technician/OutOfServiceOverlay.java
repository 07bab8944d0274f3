package org.openhall.kiosk.technician;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;

/** Says that the terminal serves nobody, why, and whom to call; in both languages. */
final class OutOfServiceOverlay extends StackPane {
  private final Messages words;
  private final TechnicianArea.Contact contact;
  private final Label title = label("sheet-title");
  private final Label why = label("sheet-text");
  private final Label whom = label("sheet-text");
  private final Label other = label("sheet-text");
  private Optional<Reason> reason = Optional.empty();

  OutOfServiceOverlay(Messages words, TechnicianArea.Contact contact) {
    this.words = words;
    this.contact = contact;
    setId("out-of-service");
    getStyleClass().add("maintenance");
    VBox sheet = new VBox(Icon.ALERT.node(112, Palette.BLUE), title, why, whom, other);
    sheet.setAlignment(Pos.CENTER);
    sheet.getStyleClass().add("sheet");
    sheet.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().add(sheet);
    setVisible(false);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  /** Shows itself for a reason, or goes. */
  void show(Optional<Reason> why) {
    reason = why;
    say();
    setVisible(reason.isPresent());
  }

  /** Says everything in the present language. */
  void say() {
    if (reason.isEmpty()) {
      return;
    }
    title.setText(words.text("technician.out.title"));
    why.setText(words.text(reason.get().key()) + words.text("technician.out.elsewhere"));
    other.setText(words.text("technician.out.other"));
    String text = call();
    whom.setText(text);
    whom.setVisible(!text.isEmpty());
    whom.setManaged(!text.isEmpty());
  }

  private String call() {
    if (contact.hotline().isEmpty()) {
      return "";
    }
    return contact.hours().isEmpty()
        ? words.text("technician.out.hotline", contact.hotline())
        : words.text("technician.out.hotline-hours", contact.hotline(), contact.hours());
  }
}
