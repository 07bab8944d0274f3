package org.openhall.kiosk.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * Choices side by side in a few lines. What does not fit is behind a last chip that unfolds the
 * rest, and folds it away again. A choice has a node once it has been seen.
 */
public final class ChipLines extends Region {
  private static final double GAP = 16;

  private final int lines;
  private final Words words;
  private final List<Region> chips = new ArrayList<>();
  private List<Chip> choices = List.of();
  private final Label moreLabel = new Label();
  private final Region more;
  private boolean unfolded;

  /**
   * The words of the last chip.
   *
   * @param unfold to see all
   * @param fold to see fewer again
   */
  public record Words(String unfold, String fold) {}

  /**
   * An empty bar.
   *
   * @param moreId id of the last chip
   * @param lines lines shown while folded, 1 and up
   */
  public ChipLines(String moreId, int lines, Words words) {
    this.lines = lines;
    this.words = words;
    more = moreChip(moreId);
    getStyleClass().add("chip-lines");
  }

  /** Shows these choices; the first is always seen, so it is the place for the chosen one. */
  public void setChips(List<Chip> shown) {
    choices = List.copyOf(shown);
    chips.clear();
    getChildren().setAll(more);
    requestLayout();
  }

  /** Whether the rest is shown as well. */
  public boolean unfolded() {
    return unfolded;
  }

  private Region moreChip(String id) {
    HBox chip = new HBox(moreLabel);
    chip.setId(id);
    chip.setAlignment(Pos.CENTER);
    chip.getStyleClass().addAll("chip", "chip-more");
    Tap.on(chip, this::turn);
    return chip;
  }

  private void turn() {
    unfolded = !unfolded;
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow(width, width < 0 ? first(1) : seen(width), false);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    List<Region> seen = seen(getWidth());
    for (Node child : getChildren()) {
      child.setVisible(seen.contains(child));
    }
    flow(getWidth(), seen, true);
  }

  /** The chips seen, with the last one where there is something to unfold or fold. */
  private List<Region> seen(double width) {
    int count = unfolded ? choices.size() : 0;
    while (count < choices.size() && rows(width, first(count + 1)) <= lines) {
      count++;
    }
    if (count == choices.size() && rows(width, first(count)) <= lines) {
      return first(count);
    }
    moreLabel.setText(unfolded ? words.fold() : words.unfold());
    while (!unfolded && count > 1 && rows(width, withMore(count)) > lines) {
      count--;
    }
    return withMore(count);
  }

  private List<Region> withMore(int count) {
    List<Region> seen = new ArrayList<>(first(count));
    seen.add(more);
    return seen;
  }

  /** So many chips from the first, fewer where there are no more. */
  private List<Region> first(int count) {
    int wanted = Math.min(count, choices.size());
    while (chips.size() < wanted) {
      Region chip = ChipBar.chipNode(choices.get(chips.size()));
      chip.setManaged(false); // made while lines are being laid out, which must not begin again
      getChildren().add(chips.size(), chip);
      chip.applyCss();
      chips.add(chip);
    }
    return chips.subList(0, wanted);
  }

  /** How many lines the chips fill; their heights, which take long to tell, do not count here. */
  private static int rows(double width, List<Region> row) {
    double x = 0;
    int rows = row.isEmpty() ? 0 : 1;
    for (Region chip : row) {
      double chipWidth = chipWidth(width, chip);
      if (breaks(x, chipWidth, width)) {
        x = 0;
        rows++;
      }
      x += chipWidth + GAP;
    }
    return rows;
  }

  /** One wider than a line breaks its words. */
  private static double chipWidth(double width, Region chip) {
    double wanted = Math.ceil(chip.prefWidth(-1));
    return width < 0 ? wanted : Math.min(width, wanted);
  }

  private static boolean breaks(double x, double chipWidth, double width) {
    return x > 0 && width >= 0 && x + chipWidth > width;
  }

  /** Lays the chips into lines, or only measures how high these are. */
  private static double flow(double width, List<Region> row, boolean place) {
    double x = 0;
    double y = 0;
    double height = 0;
    for (Region chip : row) {
      double chipWidth = chipWidth(width, chip);
      double chipHeight = Math.max(chip.minHeight(chipWidth), chip.prefHeight(chipWidth));
      if (breaks(x, chipWidth, width)) {
        x = 0;
        y += height + GAP;
        height = 0;
      }
      if (place) {
        chip.resizeRelocate(x, y, chipWidth, chipHeight);
      }
      height = Math.max(height, chipHeight);
      x += chipWidth + GAP;
    }
    return y + height;
  }
}
