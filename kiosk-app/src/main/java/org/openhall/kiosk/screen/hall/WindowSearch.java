package org.openhall.kiosk.screen.hall;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.InputPad;
import org.openhall.kiosk.widget.PadLayout;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;

/** The field and the keys with which a window is looked for. */
final class WindowSearch extends VBox {

  WindowSearch(KioskContext context, HallModel model) {
    getStyleClass().add("window-search");
    Label typed = new Label();
    typed.setId("hall-typed");
    typed.getStyleClass().add("search-typed");
    typed.textProperty().bind(model.query());
    Label prompt = new ShownLabel(context.text("hall.search.prompt"));
    prompt.getStyleClass().add("search-prompt");
    prompt.visibleProperty().bind(model.query().isEmpty());
    prompt.managedProperty().bind(model.query().isEmpty());
    HBox field = new HBox(20, Icon.SEARCH.node(48, Palette.BLUE), typed, prompt);
    field.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add("search-field");
    InputPad keys = new InputPad(context.inputMethod(), target(model), context::text);
    if (context.words().language().get() == Language.ENGLISH) {
      keys.show(PadLayout.LETTERS);
    }
    model.searching().addListener((_, _, _) -> keys.clear());
    getChildren().addAll(field, keys);
  }

  private static InputPad.Target target(HallModel model) {
    return new InputPad.Target() {
      @Override
      public void type(String text) {
        model.type(text);
      }

      @Override
      public void compose(String keys, String likely) {
        model.compose(keys);
      }

      @Override
      public void backspace() {
        model.backspace();
      }

      @Override
      public void clear() {
        model.clear();
      }
    };
  }
}
