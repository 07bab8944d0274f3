package org.openhall.kiosk.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.Notice;
import org.openhall.kiosk.widget.Glyphs;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.TouchPane;

/** An emergency notice over everything, until the visitor says that it was read. */
final class EmergencyOverlay extends StackPane {
  private final Label heading = new Label();
  private final Label title = new Label();
  private final Label text = new Label();
  private final PressButton read;

  EmergencyOverlay(Runnable acknowledge) {
    setId("emergency-overlay");
    getStyleClass().add("veil");
    read = new PressButton("emergency-ok", "", Weight.SECONDARY, acknowledge);
    HBox head = new HBox(24, Icon.ALERT.node(72, Palette.WHITE), heading);
    head.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("emergency-title");
    title.getStyleClass().add("emergency-title");
    text.getStyleClass().add("emergency-text");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox buttons = new HBox(read);
    VBox notice = new VBox(32, head, title, new TouchPane(text), buttons);
    notice.getStyleClass().add("emergency");
    notice.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(notice, Pos.CENTER);
    getChildren().add(notice);
    setVisible(false);
  }

  /** Says everything in the present language. */
  void say(Messages words) {
    heading.setText(words.text("emergency.title"));
    read.setText(words.text("emergency.ok"));
  }

  void show(Notice notice) {
    title.setText(Glyphs.shown(notice.title()));
    text.setText(Glyphs.shown(String.join("\n", NoticeBoard.paragraphs(notice))));
    setVisible(true);
  }

  void hide() {
    setVisible(false);
  }
}
