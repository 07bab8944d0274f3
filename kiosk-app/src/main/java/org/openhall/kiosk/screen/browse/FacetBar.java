package org.openhall.kiosk.screen.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.Facet;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.widget.Chip;

/**
 * The filters of a list: what is chosen, each with a way to take it back, the names of all filters
 * side by side, and below them the values of the one that is open. The names carry the ids {@code
 * facet-<name>}, the values those of a {@link ChoiceBar}, what is chosen {@code chosen-<name>}.
 */
public final class FacetBar extends VBox {
  private static final int VALUE_LINES = 4;

  private final KioskContext context;
  private final ChoiceBar names;
  private final ChoiceBar chosen;
  private final Runnable clear;
  private List<Filter> filters = List.of();
  private @Nullable String open;
  private @Nullable ChoiceBar values;

  /**
   * One filter.
   *
   * @param name last part of the ids, and with {@code choice.} before it the key of its words
   * @param values what can be chosen under the other filters
   * @param selected the value chosen, or null for all
   * @param choose told the value pressed, or null for all
   */
  public record Filter(
      String name,
      List<Facet> values,
      @Nullable String selected,
      Consumer<@Nullable String> choose) {
    public Filter {
      values = List.copyOf(values);
    }

    /** The words of the chosen value; empty while none is chosen. */
    Optional<String> chosenLabel() {
      return Optional.ofNullable(selected)
          .map(value ->
              values.stream()
                  .filter(facet -> facet.value().equals(value))
                  .map(Facet::label)
                  .findFirst()
                  .orElse(value));
    }
  }

  /**
   * No filters yet.
   *
   * @param clear takes all filters back
   */
  public FacetBar(KioskContext context, Runnable clear) {
    this.context = context;
    this.clear = clear;
    names = new ChoiceBar(context, "facets", 2);
    names.getStyleClass().add("facet-names");
    chosen = new ChoiceBar(context, "chosen", 2);
    chosen.getStyleClass().add("facet-names");
    getStyleClass().add("choice-bars-inner");
    show(List.of());
  }

  /** Shows these filters; one that has nothing to choose from has no name in the line. */
  public void show(List<Filter> shown) {
    filters = List.copyOf(shown);
    chosen.show(chosenChips());
    names.show(filters.stream().filter(this::named).map(this::name).toList());
    getChildren().setAll(chosen, names);
    for (Filter filter : filters) {
      if (filter.name().equals(open)) {
        showValues(filter);
      }
    }
  }

  /** A lying screen has no room for the other names above the values of the open one. */
  private boolean named(Filter filter) {
    boolean crowded = open != null && context.orientation() == Orientation.LANDSCAPE;
    return offers(filter) && (!crowded || filter.name().equals(open));
  }

  private static boolean offers(Filter filter) {
    return filter.selected() != null || !filter.values().isEmpty();
  }

  private Chip name(Filter filter) {
    boolean here = filter.name().equals(open);
    String words = context.text(here ? "facet.open" : "facet.closed", label(filter));
    return new Chip("facet-" + filter.name(), words, null, here, () -> turn(filter));
  }

  private String label(Filter filter) {
    return context.text("choice." + filter.name());
  }

  /** Opens a filter, or closes the open one. */
  private void turn(Filter filter) {
    open = filter.name().equals(open) ? null : filter.name();
    values = new ChoiceBar(context, filter.name(), VALUE_LINES);
    show(filters);
  }

  private void showValues(Filter filter) {
    if (values != null) {
      values.showFacets(filter.values(), filter.selected(), value -> choose(filter, value));
      getChildren().add(values);
    }
  }

  /** A choice closes the filter, so that the list has its room again. */
  private void choose(Filter filter, @Nullable String value) {
    open = null;
    filter.choose().accept(value);
    show(filters);
  }

  private List<Chip> chosenChips() {
    List<Chip> chips = new ArrayList<>();
    for (Filter filter : filters) {
      filter.chosenLabel().ifPresent(value -> chips.add(taken(filter, value)));
    }
    if (chips.size() > 1) {
      chips.add(new Chip("chosen-clear", context.text("browse.clear-all"), null, false, clear));
    }
    return chips;
  }

  private Chip taken(Filter filter, String value) {
    String words = context.text("facet.chosen", label(filter), value);
    Runnable back = () -> filter.choose().accept(null);
    return new Chip("chosen-" + filter.name(), words, null, true, back);
  }
}
