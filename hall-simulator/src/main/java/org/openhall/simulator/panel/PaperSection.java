package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.printer.PrinterStatus;
import org.openhall.simulator.printer.Slip;

/** The paper: the latest slip as it comes out, and those before it. */
final class PaperSection {

  private static final int ARROW_WIDTH = 44;

  private final EmulatedPrinter printer;
  private final Texts texts;
  private final PaperView view;
  private final JScrollPane scroll;
  private final FlatButton before;
  private final FlatButton after;
  private final Section section;
  private final List<Slip> slips = new ArrayList<>();
  private int shown = -1;

  PaperSection(EmulatedPrinter printer, Format format) {
    this.printer = printer;
    this.texts = format.texts();
    this.view = new PaperView(texts);
    this.scroll = new JScrollPane(view);
    this.before = format.button("slip.before", () -> turn(-1));
    this.after = format.button("slip.after", () -> turn(1));
    scroll.setBorder(BorderFactory.createLineBorder(Look.EDGE));
    scroll.getVerticalScrollBar().setUI(new SlimScrollBar());
    scroll.getVerticalScrollBar().setPreferredSize(new Dimension(SlimScrollBar.WIDTH, 0));
    scroll.getViewport().setBackground(PaperView.GROUND);
    before.setPreferredSize(new Dimension(ARROW_WIDTH, format.density().buttonHeight()));
    JPanel content = new JPanel(new BorderLayout(0, Look.GAP));
    content.setOpaque(false);
    content.add(scroll, BorderLayout.CENTER);
    content.add(Format.row(before, after), BorderLayout.SOUTH);
    this.section = format.section("paper.slips", content);
  }

  Section section() {
    return section;
  }

  /** Shows a slip that has come out since, and what can be turned to. */
  void refresh() {
    printer
        .latestSlip()
        .filter(slip -> slips.isEmpty() || slips.getLast().number() != slip.number())
        .ifPresent(slip -> {
          slips.add(slip);
          show(slips.size() - 1, true);
        });
    before.setHindrance(shown > 0 ? "" : texts.get("slip.no-before"));
    after.setHindrance(shown < slips.size() - 1 ? "" : texts.get("slip.no-after"));
    PrinterStatus status = printer.status();
    if (status.pendingItems() > 0) {
      section.say(texts.get("slip.hanging", String.valueOf(status.pendingItems())), Look.ACCENT);
    } else if (shown < 0) {
      section.say(texts.get("slip.none"), Look.QUIET);
    } else {
      section.say(texts.get("slip", String.valueOf(slips.get(shown).number())), Look.QUIET);
    }
  }

  private void turn(int step) {
    show(Math.clamp(shown + step, 0, slips.size() - 1), false);
    refresh();
  }

  private void show(int index, boolean comesOut) {
    Slip slip = slips.get(index);
    try {
      BufferedImage picture = ImageIO.read(slip.picture().toFile());
      shown = index;
      view.show(picture, comesOut);
      scroll.getVerticalScrollBar().setValue(0);
    } catch (IOException e) {
      throw new UncheckedIOException("The slip " + slip.picture() + " cannot be shown", e);
    }
  }
}
