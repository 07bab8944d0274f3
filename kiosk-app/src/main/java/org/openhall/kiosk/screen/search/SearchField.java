package org.openhall.kiosk.screen.search;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.openhall.kiosk.widget.Glyphs;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;

/**
 * Shows what has been typed, what is being composed behind it, its end always in sight; the keys
 * are elsewhere.
 */
final class SearchField extends HBox {

  /**
   * A field.
   *
   * @param prompt said while nothing is typed
   */
  SearchField(SearchModel model, String prompt) {
    setId("search-field");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("search-field");
    Label typed = text("search-typed", model.typed());
    Label composed = text("search-composed", model.composed());
    HBox words = new HBox(typed, composed);
    words.setAlignment(Pos.CENTER_LEFT);
    Label hint = new ShownLabel(prompt);
    hint.getStyleClass().add("search-prompt");
    hint.visibleProperty().bind(model.typed().isEmpty().and(model.composed().isEmpty()));
    hint.managedProperty().bind(hint.visibleProperty());
    Region caret = new Region();
    caret.getStyleClass().add("search-caret");
    getChildren().addAll(Icon.SEARCH.node(48, Palette.BLUE), words, caret, hint);
  }

  private static Label text(String name, ObservableValue<String> words) {
    Label label = new Label();
    label.setId(name);
    label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    label.textProperty().bind(words.map(Glyphs::shown));
    label.getStyleClass().add(name);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }
}
