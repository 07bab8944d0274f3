package org.openhall.kiosk.screen.reader;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.widget.Glyphs;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.InputPad;
import org.openhall.kiosk.widget.PadLayout;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;

/** What was found, the way between the places, and, while words are typed, a field and the keys. */
final class FindBar extends VBox {
  private final KioskContext context;
  private final ReaderModel model;
  private final StringBuilder typed = new StringBuilder();
  private final Label field = new Label();
  private final HBox places = new HBox(24);
  private @Nullable InputPad keys;
  private final Region head;

  FindBar(KioskContext context, ReaderModel model) {
    this.context = context;
    this.model = model;
    places.setAlignment(Pos.CENTER_LEFT);
    places.getStyleClass().add("reader-bar");
    head = head();
    model.found().subscribe(_ -> show());
    model.typing().subscribe(_ -> show());
  }

  /** Forgets what was typed. */
  void forget() {
    if (keys != null) {
      keys.clear();
    }
  }

  /** The keys; made when they are first wanted, for most readers never want them. */
  private InputPad keys() {
    InputPad pad = keys;
    if (pad == null) {
      pad = new InputPad(context.inputMethod(), target(), context::text);
      if (context.words().language().get() == Language.ENGLISH) {
        pad.show(PadLayout.LETTERS);
      }
      keys = pad;
    }
    return pad;
  }

  private Region head() {
    field.setId("reader-find-field");
    field.getStyleClass().add("search-typed");
    HBox box = new HBox(20, Icon.SEARCH.node(48, Palette.BLUE), field);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("search-field");
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox line = new HBox(box);
    line.getStyleClass().add("find-head");
    sayTyped("");
    return line;
  }

  private void show() {
    boolean typing = model.typing().get();
    boolean marked = !model.found().get().words().isEmpty();
    getChildren().clear();
    if (typing || marked) {
      showPlaces(marked);
      getChildren().add(line(typing));
    }
    if (typing) {
      getChildren().add(keys());
    }
  }

  /** Field and places; beside each other on lying screens, so that some text stays in sight. */
  private Region line(boolean typing) {
    if (!typing) {
      return places;
    }
    if (context.orientation() == Orientation.PORTRAIT) {
      return new VBox(head, places);
    }
    HBox.setHgrow(head, Priority.ALWAYS);
    HBox line = new HBox(head, places);
    line.getStyleClass().add("find-line");
    return line;
  }

  private void showPlaces(boolean marked) {
    ReaderModel.Found found = model.found().get();
    Label count = new ShownLabel(marked ? words(found) : context.text("reader.find.prompt"));
    count.setId("reader-places");
    count.getStyleClass().add("reader-places");
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    places.getChildren().setAll(count);
    if (found.places().size() > 1) {
      places.getChildren().add(step("reader-previous", "reader-previous", model::previousPlace));
      places.getChildren().add(step("reader-next", "reader-next", model::nextPlace));
    }
    places.getChildren().add(close());
  }

  private PressButton step(String id, String key, Runnable action) {
    return new PressButton(id, context.text(key), Weight.SECONDARY, () -> {})
        .forEveryPress(() -> {
          if (context.orientation() == Orientation.LANDSCAPE) {
            model.endTyping();
          }
          action.run();
        });
  }

  private PressButton close() {
    return new PressButton(
        "reader-find-close",
        context.text("reader.close"),
        Weight.SECONDARY,
        () -> {
          forget();
          model.endFinding();
        });
  }

  private String words(ReaderModel.Found found) {
    if (found.places().isEmpty()) {
      return context.text("reader.find.none");
    }
    return context.text("reader.places", found.place() + 1, found.places().size());
  }

  private void sayTyped(String composed) {
    boolean empty = typed.isEmpty() && composed.isEmpty();
    field.setText(
        empty ? context.text("reader.find.prompt") : Glyphs.shown(typed.toString() + composed));
  }

  private void changed() {
    sayTyped("");
    model.find(typed.toString());
  }

  private InputPad.Target target() {
    return new InputPad.Target() {
      @Override
      public void type(String text) {
        typed.append(text);
        changed();
      }

      @Override
      public void compose(String letters, String likely) {
        sayTyped(letters);
      }

      @Override
      public void backspace() {
        if (!typed.isEmpty()) {
          typed.setLength(typed.offsetByCodePoints(typed.length(), -1));
          changed();
        }
      }

      @Override
      public void clear() {
        typed.setLength(0);
        changed();
      }
    };
  }
}
