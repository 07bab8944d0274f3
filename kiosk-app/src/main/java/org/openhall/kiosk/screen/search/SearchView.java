package org.openhall.kiosk.screen.search;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.Hit;
import org.openhall.kiosk.screen.browse.EmptyPages;
import org.openhall.kiosk.screen.browse.ListText;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.ChipRow;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.InputPad;
import org.openhall.kiosk.widget.PadLayout;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchList;

/** Search while typing: the field, what was found, and the keys below. */
public final class SearchView implements Screen {
  private static final Duration PAUSE = Duration.millis(80);

  private final KioskContext context;
  private final SearchModel model;
  private final InputPad keys;
  private final TouchList<SearchModel.Line> hits;
  private final Label count = new Label();
  private final StackPane body = new StackPane();
  private final ChipRow next = new ChipRow();
  private final TakeawayPane taking;
  private final SearchCount counted;
  private final Region node;

  /** Opens an empty search. */
  public SearchView(KioskContext context) {
    this.context = context;
    model = new SearchModel(context.content(), pause());
    counted = new SearchCount(context.session()::used);
    keys = new InputPad(context.inputMethod(), target(), context::text);
    if (context.words().language().get() == Language.ENGLISH) {
      keys.show(PadLayout.LETTERS);
    }
    hits = new TouchList<>(this::row);
    count.setId("search-count");
    count.getStyleClass().add("list-count");
    count.managedProperty().bind(count.textProperty().isNotEmpty());
    taking = new TakeawayPane(context);
    node = taking.show(layout());
    node.getStyleClass().add("search-page");
    node.setFocusTraversable(true);
    node.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    node.sceneProperty().subscribe(_ -> node.requestFocus());
    model.state().subscribe(this::show);
    model.state().subscribe(counted::seen);
    model.suggestions().subscribe(this::suggest);
    model.prepare();
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public void covered() {
    counted.atRest();
  }

  @Override
  public void closed() {
    counted.atRest();
    keys.clear();
  }

  private static Pause pause() {
    PauseTransition wait = new PauseTransition(PAUSE);
    return new Pause() {
      @Override
      public void thenRun(Runnable action) {
        wait.setOnFinished(_ -> action.run());
        wait.playFromStart();
      }

      @Override
      public void stop() {
        wait.stop();
      }
    };
  }

  private Region layout() {
    StackPane field = new StackPane(new SearchField(model, context.text("search.prompt")));
    field.getStyleClass().add("search-head");
    VBox found = new VBox(next, count, body);
    found.getStyleClass().add("list-pane");
    VBox.setVgrow(body, Priority.ALWAYS);
    if (context.orientation() == Orientation.PORTRAIT) {
      VBox.setVgrow(found, Priority.ALWAYS);
      return new VBox(field, found, keys);
    }
    VBox left = new VBox(field, keys);
    left.getStyleClass().add("search-left");
    HBox.setHgrow(found, Priority.ALWAYS);
    return new HBox(left, found);
  }

  private InputPad.Target target() {
    return new InputPad.Target() {
      @Override
      public void type(String text) {
        model.type(text);
      }

      @Override
      public void compose(String letters, String likely) {
        model.compose(letters, likely);
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

  private void suggest(List<String> names) {
    next.setChips(
        names.stream()
            .map(name -> new Chip("suggestion-" + name, name, null, false, () -> take(name)))
            .toList());
  }

  private void take(String words) {
    keys.clear();
    model.type(words);
  }

  /** A keyboard that someone has plugged in, with Hanzi from its input method. */
  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    if (!text.isEmpty() && text.codePoints().noneMatch(Character::isISOControl)) {
      keys.type(text);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE) {
      keys.backspace();
    }
  }

  private void show(SearchModel.State state) {
    count.setText(countWords(state));
    body.getChildren().setAll(region(state));
  }

  private String countWords(SearchModel.State state) {
    if (!(state instanceof SearchModel.State.Found found)) {
      return "";
    }
    String number = context.text("browse.number", found.result().count());
    return context.text("search.count", found.result().countIsLowerBound() ? number + "+" : number);
  }

  private Region region(SearchModel.State state) {
    return switch (state) {
      case SearchModel.State.Waiting _ -> new SearchExamples(context, this::typeExample);
      case SearchModel.State.Found found -> found(found);
      case SearchModel.State.Nothing nothing ->
          new EmptyState(
              Icon.SEARCH,
              context.text("search.nothing.title", nothing.query()),
              context.text("search.nothing.hint"));
      case SearchModel.State.NoContent _ -> EmptyPages.noContent(context);
      case SearchModel.State.Damaged _ -> EmptyPages.damaged(context);
    };
  }

  private Region found(SearchModel.State.Found found) {
    hits.showFromTop(SearchModel.lines(found));
    VBox.setVgrow(hits, Priority.ALWAYS);
    VBox page = new VBox(hits, taking.bar(then -> then.accept(taken(found))));
    @Nullable String readAs = found.result().readAs();
    if (readAs != null) {
      page.getChildren().addFirst(readAs(found.query(), readAs));
    }
    return page;
  }

  /** What is listed, under the words that were searched for. */
  private TakenPage taken(SearchModel.State.Found found) {
    List<String> facts = new ArrayList<>(List.of(countWords(found)));
    @Nullable String readAs = found.result().readAs();
    if (readAs != null) {
      facts.add(context.text("search.read-as", readAs));
    }
    List<ListText.Row> rows =
        SearchModel.lines(found).stream()
            .filter(SearchModel.Line.Found.class::isInstance)
            .map(line -> line(((SearchModel.Line.Found) line).hit()))
            .toList();
    if (rows.size() < found.result().count()) {
      facts.add(context.text("takeaway.first", rows.size()));
    }
    return new ListText(context.text("search.taken", found.query()), facts).taken(context, rows);
  }

  private ListText.Row line(Hit hit) {
    String kind = context.text("search.kind." + hit.kind().name());
    @Nullable String subtitle = hit.subtitle();
    return new ListText.Row(
        hit.title(), subtitle == null ? List.of(kind) : List.of(kind, subtitle));
  }

  /** Says that something else was searched for, and leads back to what was typed. */
  private Region readAs(String typed, String meant) {
    Region words = label("search-read-as", context.text("search.read-as", meant));
    String back = context.text("search.as-typed", typed);
    ChipBar exactly = new ChipBar();
    exactly.setChips(List.of(new Chip("search-as-typed", back, null, false, model::searchAsTyped)));
    VBox box = new VBox(16, words, exactly);
    box.getStyleClass().add("search-other");
    return box;
  }

  private void typeExample(String letters) {
    keys.clear();
    letters.chars().mapToObj(Character::toString).forEach(keys::type);
  }

  private Region row(SearchModel.Line line) {
    return switch (line) {
      case SearchModel.Line.Found(var hit, var marks) -> new HitRow(context, hit, marks);
      case SearchModel.Line.Group(var kind, _) ->
          label("hit-group", context.text("search.kind." + kind.name()));
      case SearchModel.Line.Rest(int listed) ->
          label("hit-rest", context.text("search.rest", listed));
    };
  }

  private static Region label(String style, String words) {
    Label label = new ShownLabel(words);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
