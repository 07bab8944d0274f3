package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.openhall.simulator.control.Command;
import org.openhall.simulator.printer.Cover;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.printer.Paper;
import org.openhall.simulator.printer.PrinterStatus;
import org.openhall.simulator.printer.Slip;

/** The printer: its paper, cover and line, and the latest slip as it came out. */
final class PrinterSection {

  private final EmulatedPrinter printer;
  private final Texts texts;
  private final Choice<Paper> paper;
  private final Choice<Cover> cover;
  private final Choice<Boolean> lineCut;
  private final PaperView view;
  private final JScrollPane scroll;
  private final JLabel slipLabel = new JLabel(" ");
  private final Section section;
  private int shownSlip;

  PrinterSection(EmulatedPrinter printer, Format format, Consumer<Command> perform) {
    this.printer = printer;
    this.texts = format.texts();
    int high = format.density().buttonHeight();
    this.paper =
        new Choice<Paper>(texts.get("paper"), high, p -> perform.accept(new Command.SetPaper(p)))
            .with(Paper.OK, texts.get("paper.ok"))
            .withTrouble(Paper.NEAR_END, texts.get("paper.near-end"))
            .withTrouble(Paper.OUT, texts.get("paper.out"));
    this.cover =
        new Choice<Cover>(texts.get("cover"), high, c -> perform.accept(new Command.SetCover(c)))
            .with(Cover.CLOSED, texts.get("cover.closed"))
            .withTrouble(Cover.OPEN, texts.get("cover.open"));
    this.lineCut =
        new Choice<Boolean>(texts.get("line"), high, cut -> perform.accept(lineCommand(cut)))
            .with(false, texts.get("line.ok"))
            .withTrouble(true, texts.get("line.cut"));
    this.view = new PaperView(texts);
    this.scroll = new JScrollPane(view);
    this.section = format.section(texts.get("printer"), content());
  }

  private static Command lineCommand(boolean cut) {
    return cut ? new Command.CutLine(0) : new Command.MendLine();
  }

  private JPanel content() {
    JPanel states = new JPanel(new GridLayout(0, 1, 0, Look.GAP / 2));
    states.setOpaque(false);
    states.add(paper);
    states.add(cover);
    states.add(lineCut);
    scroll.setBorder(BorderFactory.createLineBorder(Look.EDGE));
    scroll.getVerticalScrollBar().setUI(new SlimScrollBar());
    scroll.getVerticalScrollBar().setPreferredSize(new Dimension(SlimScrollBar.WIDTH, 0));
    scroll.getViewport().setBackground(PaperView.GROUND);
    slipLabel.setFont(Look.plain(15));
    slipLabel.setForeground(Look.QUIET);
    JPanel out = new JPanel(new BorderLayout(0, Look.GAP / 2));
    out.setOpaque(false);
    out.add(slipLabel, BorderLayout.NORTH);
    out.add(scroll, BorderLayout.CENTER);
    JPanel content = new JPanel(new BorderLayout(0, Look.GAP));
    content.setOpaque(false);
    content.add(states, BorderLayout.NORTH);
    content.add(out, BorderLayout.CENTER);
    return content;
  }

  Section section() {
    return section;
  }

  /** Shows the printer as it is now, and a slip that has come out since. */
  void refresh() {
    PrinterStatus status = printer.status();
    paper.mark(status.paper());
    cover.mark(status.cover());
    lineCut.mark(status.lineCut());
    say(status);
    printer.latestSlip().filter(slip -> slip.number() != shownSlip).ifPresent(this::show);
  }

  private void say(PrinterStatus status) {
    String connected =
        texts.get(status.connected() ? "printer.connected" : "printer.not-connected");
    if (status.heldBytes() > 0) {
      section.say(texts.get("printer.held", (int) status.heldBytes()), Look.ALARM);
    } else if (status.offline()) {
      section.say(texts.get("printer.offline") + " · " + connected, Look.ALARM);
    } else {
      section.say(texts.get("printer.ready") + " · " + connected, Look.GOOD);
    }
  }

  private void show(Slip slip) {
    try {
      BufferedImage picture = ImageIO.read(slip.picture().toFile());
      shownSlip = slip.number();
      slipLabel.setText(texts.get("slip", slip.number()));
      view.show(picture);
    } catch (IOException e) {
      throw new UncheckedIOException("The slip " + slip.picture() + " cannot be shown", e);
    }
  }
}
