package org.openhall.simulator.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paper that has come out since the last cut, and the line that is being set. */
final class PaperStrip {

  private final int width;
  private final List<PaperItem> items = new ArrayList<>();
  private final List<Glyph> line = new ArrayList<>();
  private int lineWidth;

  /** Paper with this many printable dots across. */
  PaperStrip(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  /** Sets a character; a full line is printed first. */
  void set(Glyph glyph, Settings settings) {
    if (lineWidth + glyph.width() > width && !line.isEmpty()) {
      endLine(settings);
    }
    line.add(glyph);
    lineWidth += glyph.width();
  }

  int lineWidth() {
    return lineWidth;
  }

  /** Prints the line that is being set, blank or not. */
  void endLine(Settings settings) {
    int tallest = line.stream().mapToInt(Glyph::height).max().orElse(0);
    int height = Math.max(settings.lineSpacing(), tallest);
    items.add(new PaperItem.Line(line, settings.align(), height));
    line.clear();
    lineWidth = 0;
  }

  /** Prints what is set, if anything is, then feeds. */
  void feed(int dots, Settings settings) {
    endBegunLine(settings);
    if (dots > 0) {
      items.add(new PaperItem.Feed(dots));
    }
  }

  void add(PaperItem item, Settings settings) {
    endBegunLine(settings);
    items.add(item);
  }

  /** Puts dots on the paper; those that go on where equally wide ones ended are one picture. */
  void add(PaperItem.Dots dots, Settings settings) {
    endBegunLine(settings);
    Optional<PaperItem.Dots> whole =
        items.isEmpty() || !(items.getLast() instanceof PaperItem.Dots above)
            ? Optional.empty()
            : above.continuedBy(dots);
    whole.ifPresent(_ -> items.removeLast());
    items.add(whole.orElse(dots));
  }

  /** Forgets the line that is being set. */
  void dropLine() {
    line.clear();
    lineWidth = 0;
  }

  /** Whether there is anything on it. */
  boolean blank() {
    return items.isEmpty() && line.isEmpty();
  }

  /** Takes the paper off; the next begins blank. */
  List<PaperItem> cut(Settings settings) {
    endBegunLine(settings);
    List<PaperItem> slip = List.copyOf(items);
    items.clear();
    return slip;
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
