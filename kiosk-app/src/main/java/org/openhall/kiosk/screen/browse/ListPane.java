package org.openhall.kiosk.screen.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Loading;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.TouchList;

/**
 * A long list with its count; where it is empty, the reason and a way out.
 *
 * @param <T> a row
 */
public final class ListPane<T> extends VBox {
  private final KioskContext context;
  private final PagedList<T> source;
  private final TouchList<T> list;
  private final StackPane body = new StackPane();
  private final Function<T, RecordRow.Content> rows;
  private final Filters filters;

  /**
   * The filters over the list.
   *
   * @param chosen whether any narrows it
   * @param clear takes all away
   * @param ways what else leads out of an empty list, e.g. taking one filter away
   * @param said what narrows it, a line each, for whoever takes the list away
   */
  public record Filters(
      BooleanSupplier chosen,
      Runnable clear,
      Supplier<List<Way>> ways,
      Supplier<List<String>> said) {
    /** Of a list that is never narrowed. */
    public static final Filters NONE = new Filters(() -> false, () -> {}, List::of);

    /** Filters that can only be taken away together. */
    public Filters(BooleanSupplier chosen, Runnable clear, Supplier<List<String>> said) {
      this(chosen, clear, List::of, said);
    }
  }

  /**
   * A way out of an empty list.
   *
   * @param id of its button
   * @param words say what it does, and how much is then to be seen
   */
  public record Way(String id, String words, Runnable action) {}

  /**
   * Follows a list.
   *
   * @param rows what a row says
   */
  public ListPane(
      KioskContext context,
      PagedList<T> source,
      Function<T, RecordRow.Content> rows,
      Filters filters) {
    this.context = context;
    this.source = source;
    this.rows = rows;
    this.filters = filters;
    list = new TouchList<>(row -> new RecordRow(context, rows.apply(row)));
    list.onNearEnd(source::more);
    getStyleClass().add("list-pane");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(count(), body);
    if (!source.rows().isEmpty()) {
      list.showFromTop(source.rows());
    }
    source.rows().addListener((ListChangeListener<T>) this::follow);
    source.state().subscribe(state -> body.getChildren().setAll(region(state)));
  }

  /** The filters have changed: an empty page says anew which of them leave it empty. */
  public void filtersChanged() {
    if (source.state().get() == PagedList.State.EMPTY) {
      body.getChildren().setAll(empty());
    }
  }

  /** Puts the button 带走 under the list, as long as there is one. */
  void takenBy(TakeawayPane pane, String title) {
    Region bar = pane.bar(then -> then.accept(taken(title)));
    bar.visibleProperty().bind(source.state().isEqualTo(PagedList.State.SHOWN));
    bar.managedProperty().bind(bar.visibleProperty());
    getChildren().add(bar);
  }

  /** The rows loaded so far; where there are more, that is said. */
  private TakenPage taken(String title) {
    List<ListText.Row> loaded =
        source.rows().stream().map(row -> ListText.Row.of(context, rows.apply(row))).toList();
    List<String> facts = new ArrayList<>(filters.said().get());
    facts.add(context.text("browse.count", source.total().get()));
    if (loaded.size() < source.total().get()) {
      facts.add(context.text("takeaway.first", loaded.size()));
    }
    return new ListText(title, facts).taken(context, loaded);
  }

  private Label count() {
    Label label = new Label();
    label.setId("list-count");
    label.getStyleClass().add("list-count");
    ObservableValue<String> words =
        Bindings.createStringBinding(
            () -> context.text("browse.count", source.total().get()), source.total());
    label.textProperty().bind(words);
    label.visibleProperty().bind(source.state().isEqualTo(PagedList.State.SHOWN));
    return label;
  }

  private void follow(ListChangeListener.Change<? extends T> change) {
    while (change.next()) {
      if (change.getFrom() > 0) {
        list.items().addAll(change.getAddedSubList());
      } else {
        list.showFromTop(change.getList());
      }
    }
  }

  private Region region(PagedList.State state) {
    return switch (state) {
      case LOADING -> new Loading(context.text("browse.loading"));
      case SHOWN -> list;
      case EMPTY -> empty();
      case NO_CONTENT -> EmptyPages.noContent(context);
      case DAMAGED -> EmptyPages.damaged(context);
    };
  }

  private Region empty() {
    if (!filters.chosen().getAsBoolean()) {
      return new EmptyState(
          Icon.EMPTY,
          context.text("browse.empty.unfiltered.title"),
          context.text("browse.empty.unfiltered.hint"));
    }
    List<PressButton> ways = new ArrayList<>();
    filters.ways().get().forEach(way -> ways.add(button(way)));
    String hint = ways.isEmpty() ? "browse.empty.hint" : "browse.empty.ways";
    ways.add(
        button(new Way("filter-clear", context.text("browse.clear-filters"), filters.clear())));
    return new EmptyState(
        Icon.SEARCH,
        context.text("browse.empty.title"),
        context.text(hint),
        ways.toArray(PressButton[]::new));
  }

  private static PressButton button(Way way) {
    return new PressButton(way.id(), way.words(), PressButton.Weight.SECONDARY, way.action());
  }
}
