package org.openhall.kiosk.screen.attract;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/** The attract screen: a touch anywhere begins a visit. */
public final class AttractView implements Screen {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final KioskContext context;
  private final String hall;
  private final Label time = new Label();
  private final Label date = new Label();
  private final VBox page = new VBox();
  private final Label here = label("", "attract-start-text");
  private final Label other = label("", "attract-start-other");
  private final Subscription greeting;
  private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));

  /**
   * The screen.
   *
   * @param hall whose hall this is, as large words
   * @param near whether somebody stands before the terminal; greeted then
   */
  public AttractView(KioskContext context, String hall, ObservableValue<Boolean> near) {
    this.context = context;
    this.hall = hall;
    page.setId("attract");
    page.getStyleClass().add("attract");
    if (portrait()) {
      page.setSpacing(32);
      page.getChildren()
          .addAll(head(), rule(), headline(), space(), offers(), space(), start(), now());
    } else {
      page.setSpacing(8);
      HBox top = new HBox(48, head(), space(), now());
      page.getChildren().addAll(top, rule(), headline(), space(), offers(), space(), start());
    }
    Tap.on(page, this::begin);
    greeting = near.subscribe(this::greet);
    tick();
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  @Override
  public Region node() {
    return page;
  }

  @Override
  public void closed() {
    clock.stop();
    greeting.unsubscribe();
  }

  /** Says hello to whoever steps near; a visit begins with a touch. */
  private void greet(boolean near) {
    String key = near ? "attract.near" : "attract.start";
    here.setText(context.text(key));
    other.setText(context.text(key + ".other"));
  }

  private void begin() {
    context.session().begin();
    context.navigator().home();
  }

  private HBox head() {
    VBox names =
        new VBox(
            ShownLabel.wrapping(hall, "attract-hall"),
            label(context.text("app.brand"), "attract-brand"));
    HBox head = new HBox(32, Icon.HALL.node(112, Palette.WHITE), names);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private VBox headline() {
    return new VBox(
        8,
        label(context.text("attract.headline"), "attract-headline"),
        label(context.text("attract.promise"), "attract-promise"));
  }

  private GridPane offers() {
    int columns = portrait() ? 1 : 2;
    GridPane offers = new GridPane(48, portrait() ? 48 : 24);
    for (int column = 0; column < columns; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(100.0 / columns);
      offers.getColumnConstraints().add(width);
    }
    Region[] all = {
      offer(Icon.DOCUMENT, "attract.offer.directory"),
      offer(Icon.GUIDE, "attract.offer.guides"),
      offer(Icon.SEARCH, "attract.offer.search"),
      offer(Icon.CARD, "attract.offer.identify")
    };
    for (int place = 0; place < all.length; place++) {
      offers.add(all[place], place % columns, place / columns);
    }
    return offers;
  }

  private HBox offer(Icon icon, String key) {
    VBox words =
        new VBox(
            4,
            label(context.text(key), "attract-offer"),
            label(context.text(key + ".note"), "attract-offer-note"));
    HBox offer = new HBox(36, icon.node(80, Palette.WHITE), words);
    offer.setAlignment(Pos.CENTER_LEFT);
    return offer;
  }

  private HBox start() {
    Pane words = portrait() ? new VBox(here, other) : new HBox(32, here, other);
    words.getStyleClass().add("attract-start-words");
    HBox start = new HBox(Icon.TOUCH.node(96, Palette.BLUE), words);
    start.setId("attract-start");
    start.setAlignment(Pos.CENTER);
    start.getStyleClass().add("attract-start");
    Tap.on(start, this::begin);
    return start;
  }

  /** Date and time. */
  private HBox now() {
    time.getStyleClass().add("attract-clock");
    date.getStyleClass().add("attract-date");
    time.setMinWidth(Region.USE_PREF_SIZE);
    date.setMinWidth(Region.USE_PREF_SIZE);
    HBox now = new HBox(48, date, space(), time);
    now.setAlignment(Pos.CENTER_LEFT);
    return now;
  }

  private boolean portrait() {
    return context.orientation() == Orientation.PORTRAIT;
  }

  private void tick() {
    LocalDateTime now = LocalDateTime.now(context.clock());
    time.setText(TIME.format(now));
    date.setText(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(context.words().language().get().locale())
            .format(now));
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("attract-rule");
    return rule;
  }

  private static Region space() {
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Label label(String text, String style) {
    Label label = new ShownLabel(text);
    label.getStyleClass().add(style);
    return label;
  }
}
