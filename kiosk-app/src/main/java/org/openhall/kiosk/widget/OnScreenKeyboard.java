package org.openhall.kiosk.widget;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Letters and digits under a finger. Keys carry the ids {@code key-A} to {@code key-0}. */
public final class OnScreenKeyboard extends VBox {
  private static final String[] ROWS = {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
  private static final double GAP = 10;

  /** Where the keys go. */
  public interface Target {
    /** One typed character; letters come in lower case. */
    void type(String character);

    /** Takes the last character away. */
    void backspace();

    /** Takes everything away. */
    void clear();
  }

  /**
   * A keyboard.
   *
   * @param space the words on the space key
   * @param clear the words on the key that clears
   */
  public OnScreenKeyboard(Target target, String space, String clear) {
    super(GAP);
    getStyleClass().add("keyboard");
    for (String row : ROWS) {
      HBox keys = row(target, row);
      getChildren().add(keys);
    }
    getChildren().add(lastRow(target, space, clear));
  }

  private static HBox row(Target target, String letters) {
    HBox row = new HBox(GAP);
    row.setAlignment(Pos.CENTER);
    letters
        .chars()
        .mapToObj(Character::toString)
        .map(letter -> letterKey(target, letter))
        .forEach(row.getChildren()::add);
    return row;
  }

  private static Region letterKey(Target target, String letter) {
    String typed = letter.toLowerCase(Locale.ROOT);
    return key(letter, new Label(letter), () -> target.type(typed));
  }

  private static HBox lastRow(Target target, String space, String clear) {
    Region spaceKey = key("space", new Label(space), () -> target.type(" "));
    HBox.setHgrow(spaceKey, Priority.ALWAYS);
    Region clearKey = key("clear", new Label(clear), target::clear);
    Region backspace = key("backspace", Icon.BACKSPACE.node(40, Palette.INK), target::backspace);
    spaceKey.getStyleClass().add("key-space");
    clearKey.getStyleClass().add("key-wide");
    backspace.getStyleClass().add("key-wide");
    return new HBox(GAP, clearKey, spaceKey, backspace);
  }

  private static Region key(String name, Node face, Runnable action) {
    StackPane key = new StackPane(face);
    key.setId("key-" + name);
    key.getStyleClass().add("key");
    HBox.setHgrow(key, Priority.ALWAYS);
    Tap.onEach(key, action);
    return key;
  }
}
