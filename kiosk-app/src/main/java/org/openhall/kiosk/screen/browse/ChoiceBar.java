package org.openhall.kiosk.screen.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.Facet;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipLines;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchPane;

/**
 * A line of choices with its name. Its chips carry the ids {@code <name>-<value>}, {@code
 * <name>-all} and {@code <name>-more}.
 */
public final class ChoiceBar extends BorderPane {
  private static final double HIGHEST = 504;
  private static final int LYING_LINES = 3;

  private final KioskContext context;
  private final String name;
  private final ChipLines chips;
  private List<String> said = List.of();

  /**
   * A choice of the page.
   *
   * @param name first part of the ids, and with {@code choice.} before it the key of its words
   */
  public ChoiceBar(KioskContext context, String name) {
    this(context, name, 1);
  }

  /**
   * A choice of the page that takes more room.
   *
   * @param uprightLines lines of chips on an upright screen while folded
   */
  public ChoiceBar(KioskContext context, String name, int uprightLines) {
    this.context = context;
    this.name = name;
    boolean upright = context.orientation() == Orientation.PORTRAIT;
    ChipLines.Words words =
        new ChipLines.Words(context.text("choice.more"), context.text("choice.fewer"));
    chips = new ChipLines(name + "-more", upright ? uprightLines : LYING_LINES, words);
    getStyleClass().add("choice-bar");
    Label title = new ShownLabel(context.text("choice." + name));
    title.getStyleClass().add("choice-title");
    TouchPane pane = new TouchPane(chips);
    pane.setMaxHeight(HIGHEST);
    if (upright) {
      setLeft(title);
      BorderPane.setAlignment(title, Pos.TOP_LEFT);
    } else {
      setTop(title);
    }
    setCenter(pane);
    show(List.of());
  }

  /** Unfolded it gives way to the list; folded it is always whole, whatever else is unfolded. */
  @Override
  protected double computeMinHeight(double width) {
    return chips.unfolded() ? super.computeMinHeight(width) : computePrefHeight(width);
  }

  /** Shows these chips; without any the whole line goes away. */
  public void show(List<Chip> shown) {
    chips.setChips(shown);
    setVisible(!shown.isEmpty());
    setManaged(!shown.isEmpty());
  }

  /**
   * Shows values to choose from, after a chip for all of them. The chosen one comes first, so that
   * it is seen.
   *
   * @param selected the chosen value, or null for all
   * @param choose told the value pressed, or null for all
   */
  public void showFacets(
      List<Facet> facets, @Nullable String selected, Consumer<@Nullable String> choose) {
    List<Chip> shown = new ArrayList<>();
    String all = context.text("choice.all");
    shown.add(new Chip(name + "-all", all, null, selected == null, () -> choose.accept(null)));
    List<Facet> known = new ArrayList<>(facets);
    if (selected != null && facets.stream().noneMatch(f -> f.value().equals(selected))) {
      known.add(new Facet(selected, selected, 0));
    }
    known.sort(Comparator.comparing(f -> !f.value().equals(selected)));
    for (Facet facet : known) {
      shown.add(chip(facet, facet.value().equals(selected), choose));
    }
    show(facets.isEmpty() && selected == null ? List.of() : shown);
    said =
        known.stream()
            .filter(facet -> facet.value().equals(selected))
            .map(facet -> context.text("pair", context.text("choice." + name), facet.label()))
            .toList();
  }

  /** What is chosen, in a line; none where all is. */
  public List<String> said() {
    return said;
  }

  private Chip chip(Facet facet, boolean selected, Consumer<@Nullable String> choose) {
    return new Chip(
        name + "-" + facet.value(),
        facet.label(),
        context.text("browse.number", facet.count()),
        selected,
        () -> choose.accept(facet.value()));
  }
}
