package org.openhall.kiosk.screen.browse;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
  private final Filters filters;

  /**
   * The filters over the list.
   *
   * @param chosen whether any narrows it
   * @param clear takes all away
   */
  public record Filters(BooleanSupplier chosen, Runnable clear) {}

  /**
   * Follows a list.
   *
   * @param rows draws a row
   */
  public ListPane(
      KioskContext context, PagedList<T> source, Function<T, Region> rows, Filters filters) {
    this.context = context;
    this.source = source;
    this.filters = filters;
    list = new TouchList<>(rows);
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
          context.text("browse.empty.title"),
          context.text("browse.empty.hint.unfiltered"));
    }
    PressButton clear =
        new PressButton(
            "filter-clear",
            context.text("browse.clear-filters"),
            PressButton.Weight.SECONDARY,
            filters.clear());
    return new EmptyState(
        Icon.SEARCH, context.text("browse.empty.title"), context.text("browse.empty.hint"), clear);
  }
}
