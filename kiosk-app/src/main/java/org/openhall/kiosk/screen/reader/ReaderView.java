package org.openhall.kiosk.screen.reader;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchList;

/** One document being read, however long it is: an entry, a report, a notice, a form. */
public final class ReaderView implements Screen {
  private final KioskContext context;
  private final ReaderModel model;
  private final Region node;

  /**
   * Opens a document.
   *
   * @param highlight the words that were searched for, at which it is opened, or null
   */
  public ReaderView(KioskContext context, String id, @Nullable String highlight) {
    this.context = context;
    model = new ReaderModel(context.content(), id, highlight);
    node = new LoadedPane<>(context, model.reading(), this::page);
    node.getStyleClass().add("reader-page");
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return model.reading().map(ReaderView::titleOf);
  }

  private static String titleOf(Loaded<Reading> state) {
    return state instanceof Loaded.Shown<Reading>(Reading reading)
        ? reading.document().title()
        : "";
  }

  private Region page(Reading reading) {
    @Nullable String words = model.highlight();
    PieceNodes nodes = new PieceNodes(context, reading, words);
    TouchList<Piece> list = new TouchList<>(nodes::node);
    list.setId("reader-text");
    list.showFromTop(reading.pieces());
    list.scrollTo(reading.start(words));
    VBox page = new VBox(list);
    VBox.setVgrow(list, Priority.ALWAYS);
    if (!reading.places().isEmpty()) {
      page.getChildren().add(places(reading, list));
    }
    if (reading.start(words) > 0) {
      page.getChildren().add(0, strip(reading));
    }
    return page;
  }

  /** Says what is being read where it was opened far from its title. */
  private static Region strip(Reading reading) {
    Label title = new ShownLabel(reading.document().title());
    title.getStyleClass().add("reader-strip");
    title.setMaxWidth(Double.MAX_VALUE);
    return title;
  }

  private Region places(Reading reading, TouchList<Piece> list) {
    Label count = new Label();
    count.setId("reader-places");
    count.getStyleClass().add("reader-places");
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    Runnable say = () -> count.setText(placesWords(reading));
    say.run();
    PressButton next = place("reader-next", () -> go(list, model.nextPlace(reading), say));
    HBox bar = new HBox(24, count);
    if (reading.places().size() > 1) {
      bar.getChildren()
          .add(place("reader-previous", () -> go(list, model.previousPlace(reading), say)));
    } else {
      next.setText(context.text("reader.places.only"));
    }
    bar.getChildren().add(next);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("reader-bar");
    return bar;
  }

  private static void go(TouchList<Piece> list, int piece, Runnable say) {
    list.scrollTo(piece);
    say.run();
  }

  private PressButton place(String id, Runnable action) {
    return new PressButton(id, context.text(id), PressButton.Weight.SECONDARY, () -> {})
        .forEveryPress(action);
  }

  private String placesWords(Reading reading) {
    int all = reading.places().size();
    return model.place() < 0
        ? context.text("reader.places.all", all)
        : context.text("reader.places", model.place() + 1, all);
  }
}
