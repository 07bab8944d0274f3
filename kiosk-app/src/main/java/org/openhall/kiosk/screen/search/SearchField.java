package org.openhall.kiosk.screen.search;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;

/** Shows what has been typed, its end always in sight; the keys are elsewhere. */
final class SearchField extends HBox {

  /**
   * A field.
   *
   * @param prompt said while nothing is typed
   */
  SearchField(ReadOnlyStringProperty query, String prompt) {
    setId("search-field");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("search-field");
    Label typed = new Label();
    typed.setId("search-typed");
    typed.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    typed.textProperty().bind(query);
    typed.getStyleClass().add("search-typed");
    Label hint = new Label(prompt);
    hint.getStyleClass().add("search-prompt");
    hint.visibleProperty().bind(query.isEmpty());
    hint.managedProperty().bind(query.isEmpty());
    Region caret = new Region();
    caret.getStyleClass().add("search-caret");
    getChildren().addAll(Icon.SEARCH.node(48, Palette.BLUE), typed, caret, hint);
  }
}
