package org.openhall.kiosk.widget;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.typing.InputMethod.Candidate;

/**
 * Keys under a finger: pinyin with candidates above them, letters, digits, strokes for rare
 * characters, marks. A key has the id {@code key-A} to {@code key-0}; a candidate {@code
 * candidate-0} and on.
 */
public final class InputPad extends VBox {
  private static final double GAP = 10;

  /** Where the text goes. */
  public interface Target {
    /** Text that is meant: a character, a word, a sentence. */
    void type(String text);

    /**
     * Keys that are not yet a word; empty when there are none any more.
     *
     * @param keys letters of pinyin, or strokes; before them what was already chosen for others
     * @param likely what they mean most likely
     */
    void compose(String keys, String likely);

    /** Takes the last character away. */
    void backspace();

    /** Takes everything away. */
    void clear();
  }

  private final InputPadModel model;
  private final InputMethod inputMethod;
  private final UnaryOperator<String> words;
  private final HBox candidates = new HBox(8);

  /** Keys touch each other, so that no press falls between them; what is seen is smaller. */
  private final VBox rows = new VBox();

  /**
   * A pad that shows pinyin first.
   *
   * @param words the words of the keys {@code pad.space}, {@code pad.clear}, {@code pad.hint.…},
   *     {@code pad.layout.…} and {@code pad.stroke.…}
   */
  public InputPad(InputMethod inputMethod, Target target, UnaryOperator<String> words) {
    super(GAP);
    this.inputMethod = inputMethod;
    this.words = words;
    model = new InputPadModel(inputMethod, target);
    getStyleClass().add("keyboard");
    getChildren().addAll(candidateBar(), rows);
    candidates.widthProperty().subscribe(width -> model.pages().room(width.doubleValue()));
    model.layout().subscribe(this::showRows);
    model.capitals().subscribe(_ -> showRows(model.layout().get()));
    model.pages().page().subscribe(this::showPage);
  }

  /** Turns to a face. */
  public void show(PadLayout layout) {
    model.show(layout);
  }

  /** Text from a keyboard that someone has plugged in. */
  public void type(String text) {
    model.type(text);
  }

  /** The backspace of a keyboard that someone has plugged in. */
  public void backspace() {
    model.backspace();
  }

  /** Forgets what is being composed, and clears the target. */
  public void clear() {
    model.clear();
  }

  private HBox candidateBar() {
    Region before = pageKey("candidates-before", "‹", model.pages()::previous);
    Region after = pageKey("candidates-after", "›", model.pages()::next);
    model
        .pages()
        .page()
        .subscribe(page -> {
          before.setVisible(page.before());
          after.setVisible(page.after());
        });
    candidates.setAlignment(Pos.CENTER_LEFT);
    candidates.setMinWidth(0);
    HBox.setHgrow(candidates, Priority.ALWAYS);
    HBox bar = new HBox(GAP, candidates, before, after);
    bar.getStyleClass().add("candidate-bar");
    return bar;
  }

  private static Region pageKey(String id, String face, Runnable action) {
    Region key = key(id, new ShownLabel(face), action);
    key.setId(id);
    return key;
  }

  private void showPage(CandidatePages.Page page) {
    candidates.getChildren().clear();
    for (int i = 0; i < page.candidates().size(); i++) {
      candidates.getChildren().add(candidate(i, page.candidates().get(i)));
    }
    if (page.candidates().isEmpty()) {
      Label hint = new ShownLabel(hint(model.layout().get()));
      hint.getStyleClass().add("candidate-hint");
      candidates.getChildren().add(hint);
    }
  }

  private String hint(PadLayout layout) {
    return layout.composes() ? words.apply("pad.hint." + layout) : "";
  }

  private Region candidate(int place, Candidate candidate) {
    Label text = new ShownLabel(candidate.text());
    StackPane node = new StackPane(text);
    node.setId("candidate-" + place);
    node.getStyleClass().add("candidate");
    node.setMinWidth(0);
    node.setPrefWidth(CandidatePages.width(candidate) - 8);
    Tap.onEach(node, () -> model.choose(candidate));
    return node;
  }

  private void showRows(PadLayout layout) {
    rows.getChildren().setAll(layout.rows().stream().map(row -> row(layout, row)).toList());
    rows.getChildren().add(lastRow(layout));
    showPage(model.pages().page().get());
  }

  private HBox row(PadLayout layout, String keys) {
    HBox row = new HBox();
    row.setAlignment(Pos.CENTER);
    keys.chars().forEach(key -> row.getChildren().add(key(layout, (char) key)));
    if (layout == PadLayout.STROKES || layout == PadLayout.DIGITS) {
      row.getChildren().forEach(key -> key.getStyleClass().add("key-large"));
    }
    if (layout == PadLayout.STROKES) {
      row.getChildren().forEach(key -> key.getStyleClass().add("key-tall"));
    }
    return row;
  }

  private Region key(PadLayout layout, char key) {
    Runnable press = () -> model.press(key);
    return switch (key) {
      case PadLayout.BACKSPACE -> key("backspace", Icon.BACKSPACE.node(40, Palette.INK), press);
      case PadLayout.SHIFT -> shift(press);
      case PadLayout.MARK -> key("mark", new ShownLabel(words.apply("pad.mark")), press);
      default -> key(Character.toString(key), face(layout, key), press);
    };
  }

  private Region shift(Runnable press) {
    Region shift = key("shift", new ShownLabel("⇧"), press);
    if (model.capitals().get()) {
      shift.getStyleClass().add("key-chosen");
    }
    return shift;
  }

  private Node face(PadLayout layout, char key) {
    String letter = Character.toString(key);
    if (PadLayout.isStroke(letter)) {
      Label name = new ShownLabel(words.apply("pad.stroke." + PadLayout.strokeKeys(letter)));
      name.getStyleClass().add("stroke-name");
      VBox face = new VBox(new ShownLabel(letter), name);
      face.setAlignment(Pos.CENTER);
      face.getStyleClass().add("stroke-face");
      return face;
    }
    boolean small = layout == PadLayout.LETTERS && !model.capitals().get();
    return new ShownLabel(small ? letter.toLowerCase(Locale.ROOT) : letter);
  }

  private HBox lastRow(PadLayout shown) {
    HBox row = new HBox();
    List.of(PadLayout.values()).stream()
        .filter(layout -> layout != PadLayout.STROKES || inputMethod.hasStrokes())
        .forEach(layout -> row.getChildren().add(layoutKey(layout, shown)));
    Region space = key("space", new ShownLabel(words.apply("pad.space")), model::space);
    space.getStyleClass().add("key-space");
    row.getChildren().add(space);
    row.getChildren()
        .add(wide("key-clear", new ShownLabel(words.apply("pad.clear")), model::clear));
    return row;
  }

  private Region layoutKey(PadLayout layout, PadLayout shown) {
    Region key =
        wide(
            "key-layout-" + layout,
            new ShownLabel(words.apply("pad.layout." + layout)),
            () -> model.show(layout));
    if (layout == shown) {
      key.getStyleClass().add("key-chosen");
    }
    return key;
  }

  private static Region wide(String id, Node face, Runnable action) {
    Region key = key("", face, action);
    key.setId(id);
    key.getStyleClass().add("key-wide");
    return key;
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
