package org.openhall.kiosk.screen.reader;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.reader.Reading.Chapter;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchList;

/** One document being read, however long it is: an entry, a report, a notice, a form. */
public final class ReaderView implements Screen {
  private final KioskContext context;
  private final ReaderModel model;
  private final FindBar find;
  private final Region node;
  private Subscription following = Subscription.EMPTY;

  /**
   * Opens a document.
   *
   * @param highlight the words that were searched for, at which it is opened, or null
   */
  public ReaderView(KioskContext context, String id, @Nullable String highlight) {
    this.context = context;
    model = new ReaderModel(context.content(), id, highlight);
    find = new FindBar(context, model);
    node = new LoadedPane<>(context, model.reading(), this::page);
    node.getStyleClass().add("reader-page");
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return model.reading().map(state -> state.title(reading -> reading.document().title()));
  }

  @Override
  public void closed() {
    following.unsubscribe();
    find.forget();
  }

  private Region page(Reading reading) {
    PieceNodes nodes = new PieceNodes(context, reading);
    TouchList<Integer> list =
        new TouchList<>(
            piece -> nodes.node(reading.pieces().get(piece), model.found().get().in(piece)));
    list.setId("reader-text");
    list.showFromTop(IntStream.range(0, reading.pieces().size()).boxed().toList());
    list.scrollTo(reading.start(), HighlightedText.CURRENT);
    VBox.setVgrow(list, Priority.ALWAYS);
    TakeawayPane pane = new TakeawayPane(context);
    VBox page = new VBox(list, find, aids(reading, list, pane));
    if (reading.start() > 0) {
      page.getChildren().add(0, strip(reading));
    }
    following = following.and(follow(list));
    return pane.show(page);
  }

  /** Marks what is found, and brings it into sight. */
  private Subscription follow(TouchList<Integer> list) {
    return model
        .found()
        .subscribe((before, now) -> {
          if (!before.words().equals(now.words())) {
            list.redraw();
          } else {
            before.current().ifPresent(place -> list.redraw(place.piece()));
          }
          now.current()
              .ifPresent(place -> {
                list.redraw(place.piece());
                list.scrollTo(place.piece(), HighlightedText.CURRENT);
              });
        });
  }

  /** Says what is being read where it was opened far from its title. */
  private static Region strip(Reading reading) {
    Label title = new ShownLabel(reading.document().title());
    title.getStyleClass().add("reader-strip");
    title.setMaxWidth(Double.MAX_VALUE);
    return title;
  }

  /** Contents, find, back to the top, how far one has come, and the way to take it along. */
  private Region aids(Reading reading, TouchList<Integer> list, TakeawayPane pane) {
    HBox bar = new HBox();
    List<Chapter> contents = reading.contents();
    if (contents.size() > 1) {
      bar.getChildren().add(aid("reader.contents", () -> openContents(contents, list, pane)));
    }
    bar.getChildren()
        .addAll(
            aid("reader.find", () -> model.beginFinding(list.firstVisible())),
            aid("reader.top", () -> list.scrollTo(0)),
            progress(reading, list),
            pane.button(() -> new DocumentText(reading, context).taken()));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("reader-aids");
    if (context.orientation() == Orientation.LANDSCAPE) {
      bar.visibleProperty().bind(model.typing().not());
      bar.managedProperty().bind(bar.visibleProperty());
    }
    return bar;
  }

  private PressButton aid(String key, Runnable action) {
    return new PressButton(
            key.replace('.', '-'), context.text(key), PressButton.Weight.SECONDARY, () -> {})
        .forEveryPress(action);
  }

  private Region progress(Reading reading, TouchList<Integer> list) {
    Label progress = new Label();
    progress.setId("reader-progress");
    progress.getStyleClass().add("reader-progress");
    progress.setMinWidth(0);
    progress.setPrefWidth(0);
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    int[] percents = reading.percents();
    list.onMoved(() -> {
      int last = list.lastVisible();
      progress.setText(context.text("reader.progress", last < 0 ? 0 : percents[last]));
    });
    return progress;
  }

  private void openContents(List<Chapter> contents, TouchList<Integer> list, StackPane over) {
    int here = Reading.chapterAt(contents, list.firstVisible());
    Runnable close = () -> over.getChildren().removeIf(ContentsPanel.class::isInstance);
    ContentsPanel.Actions actions =
        new ContentsPanel.Actions(
            chapter -> {
              close.run();
              list.scrollTo(chapter.piece());
            },
            close);
    over.getChildren().add(new ContentsPanel(context, contents, here, actions));
  }
}
