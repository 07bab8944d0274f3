package org.openhall.kiosk.shell;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.widget.Glyphs;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.Tap;

/** The head of every page: whose hall this is, what time it is, and the other language. */
final class HeaderView extends HBox {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final KioskContext context;
  private final Label hall = new Label();
  private final Label name = new Label();
  private final Label time = new Label();
  private final Label date = new Label();
  private final Label language = new Label();

  HeaderView(KioskContext context, Runnable switchLanguage) {
    super(24);
    this.context = context;
    getStyleClass().add("header");
    setAlignment(Pos.CENTER_LEFT);
    Pane names = lines(Pos.CENTER_LEFT, styled(hall, "header-hall"), styled(name, "header-name"));
    HBox.setHgrow(names, Priority.ALWAYS);
    Pane clock = lines(Pos.CENTER_RIGHT, styled(time, "header-clock"), styled(date, "header-date"));
    clock.setMinWidth(USE_PREF_SIZE);
    StackPane button = new StackPane(language);
    button.setId("nav-language");
    button.getStyleClass().add("language");
    Tap.onEach(button, switchLanguage);
    Region mark = Icon.HALL.node(72, Palette.WHITE);
    getChildren().addAll(mark, names, clock, button);
  }

  /** Says everything in the present language. */
  void say(Published published) {
    String kind = context.text("app.kind");
    hall.setText(Glyphs.shown(published.release().map(ReleaseInfo::office).orElse(kind)));
    name.setText(context.text("app.brand"));
    language.setText(context.text("language.other"));
    tick();
  }

  /** Shows the time. */
  void tick() {
    LocalDateTime now = LocalDateTime.now(context.clock());
    time.setText(TIME.format(now));
    Locale locale = context.words().language().get().locale();
    date.setText(DateTimeFormatter.ofPattern(context.text("date.short"), locale).format(now));
  }

  /** Two lines, one below the other; where the screen lies and has less height, side by side. */
  private Pane lines(Pos alignment, Label first, Label second) {
    if (context.orientation() == Orientation.LANDSCAPE) {
      HBox line = new HBox(24, first, second);
      line.setAlignment(alignment);
      line.setMinWidth(0);
      return line;
    }
    VBox column = new VBox(first, second);
    column.setAlignment(alignment);
    column.setMinWidth(0);
    return column;
  }

  private static Label styled(Label label, String style) {
    label.getStyleClass().add(style);
    return label;
  }
}
