package org.openhall.kiosk.enrol;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/**
 * Keys for an address or a token: digits and letters at once, and no others than can stand there.
 */
final class CodeKeys extends VBox {
  private static final List<String> OF_ADDRESS =
      List.of("1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm.:/");

  /** Without I, L, O and U, which no token has. */
  private static final List<String> OF_TOKEN =
      List.of("1234567890", "QWERTYP", "ASDFGHJK", "ZXCVBNM");

  private final EnrolModel model;

  private CodeKeys(EnrolModel model, Messages words, List<String> rows) {
    this.model = model;
    getStyleClass().add("keyboard");
    rows.forEach(row -> getChildren().add(row(row)));
    Region clear = key("key-clear", new ShownLabel(words.text("pad.clear")), model::clear);
    Region backspace = key("key-backspace", Icon.BACKSPACE.node(40, Palette.INK), model::backspace);
    List.of(clear, backspace).forEach(key -> key.getStyleClass().add("key-large"));
    getChildren().add(new HBox(clear, backspace));
  }

  static CodeKeys ofAddress(EnrolModel model, Messages words) {
    return new CodeKeys(model, words, OF_ADDRESS);
  }

  static CodeKeys ofToken(EnrolModel model, Messages words) {
    return new CodeKeys(model, words, OF_TOKEN);
  }

  private HBox row(String keys) {
    HBox row = new HBox();
    row.setAlignment(Pos.CENTER);
    for (int i = 0; i < keys.length(); i++) {
      char face = keys.charAt(i);
      String id = "key-" + String.valueOf(face).toUpperCase(Locale.ROOT);
      row.getChildren().add(key(id, new ShownLabel(String.valueOf(face)), () -> model.type(face)));
    }
    return row;
  }

  private static Region key(String id, Node face, Runnable action) {
    StackPane key = new StackPane(face);
    key.setId(id);
    key.getStyleClass().add("key");
    HBox.setHgrow(key, Priority.ALWAYS);
    Tap.onEach(key, action);
    return key;
  }
}
