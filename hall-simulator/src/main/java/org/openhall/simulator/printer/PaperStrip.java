package org.openhall.simulator.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The paper that has come out since the last cut, and the line that is being set. Paper that nobody
 * cuts is cut after two metres, for it has to be drawn.
 */
final class PaperStrip {

  /** Two metres at 8 dots to the millimetre. */
  static final int LONGEST = 16_000;

  private static final int MOST_ITEMS = 4_000;

  /** Of a line, over which may be printed again and again. */
  private static final int MOST_CHARACTERS = 1_000;

  private final int width;
  private final Consumer<List<PaperItem>> cut;
  private final Consumer<String> errors;
  private final List<PaperItem> items = new ArrayList<>();
  private final List<Glyph> line = new ArrayList<>();
  private int lineWidth;
  private int position;
  private int length;

  /**
   * Blank paper.
   *
   * @param width printable dots across
   * @param cut takes the paper that was cut off
   * @param errors takes in words that it was not the host who had it cut
   */
  PaperStrip(int width, Consumer<List<PaperItem>> cut, Consumer<String> errors) {
    this.width = width;
    this.cut = cut;
    this.errors = errors;
  }

  int width() {
    return width;
  }

  /** Sets a character; a full line is printed first. */
  void set(Glyph glyph, Settings settings) {
    boolean full = position + glyph.width() > settings.area(width).width();
    if ((full && !line.isEmpty()) || line.size() == MOST_CHARACTERS) {
      endLine(settings);
    }
    Glyph placed = glyph.movedBy(position - lineWidth);
    line.add(placed);
    lineWidth += placed.width();
    position = lineWidth;
  }

  /** Where the next character will stand, dots from the left of the printing area. */
  int position() {
    return position;
  }

  /** Moves to where the next character shall stand. */
  void moveTo(int dots) {
    position = Math.clamp(dots, 0, width);
  }

  /** Prints the line that is being set, blank or not. */
  void endLine(Settings settings) {
    int tallest = line.stream().mapToInt(Glyph::height).max().orElse(0);
    int height = Math.max(settings.lineSpacing(), tallest);
    put(new PaperItem.Line(line, settings.align(), settings.area(width), height));
    dropLine();
  }

  /** Prints what is set, if anything is, then feeds. */
  void feed(int dots, Settings settings) {
    endBegunLine(settings);
    if (dots > 0) {
      put(new PaperItem.Feed(Math.min(dots, LONGEST)));
    }
  }

  private void put(PaperItem item) {
    if (length + item.height() > LONGEST || items.size() == MOST_ITEMS) {
      errors.accept("nobody cut the paper, so it was cut after two metres");
      cutOff();
    }
    items.add(item);
    length += item.height();
  }

  /**
   * Puts at most {@link #LONGEST} rows of dots on the paper; those that go on where equally wide
   * ones ended are one picture.
   */
  void add(PaperItem.Dots dots, Settings settings) {
    endBegunLine(settings);
    Optional<PaperItem.Dots> whole =
        items.isEmpty() || !(items.getLast() instanceof PaperItem.Dots above)
            ? Optional.empty()
            : above.continuedBy(dots);
    if (whole.isPresent() && length + dots.height() <= LONGEST) {
      items.removeLast();
      items.add(whole.get());
      length += dots.height();
    } else {
      put(dots);
    }
  }

  /** Forgets the line that is being set. */
  void dropLine() {
    line.clear();
    lineWidth = 0;
    position = 0;
  }

  /** Whether there is anything on it. */
  boolean blank() {
    return items.isEmpty() && line.isEmpty();
  }

  /** Cuts the paper off; the next begins blank. */
  void cut(Settings settings) {
    endBegunLine(settings);
    cutOff();
  }

  private void cutOff() {
    cut.accept(List.copyOf(items));
    items.clear();
    length = 0;
  }

  /** How many lines hang out of the printer, not cut off. */
  int pendingItems() {
    return items.size() + (line.isEmpty() ? 0 : 1);
  }

  private void endBegunLine(Settings settings) {
    if (!line.isEmpty()) {
      endLine(settings);
    }
  }
}
