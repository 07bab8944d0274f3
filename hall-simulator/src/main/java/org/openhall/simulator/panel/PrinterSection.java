package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.openhall.simulator.printer.Cover;
import org.openhall.simulator.printer.Cutter;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.printer.Paper;
import org.openhall.simulator.printer.PrinterStatus;
import org.openhall.simulator.printer.Switch;

/** The printer: its paper, cover, cutter and line. */
final class PrinterSection {

  private final EmulatedPrinter printer;
  private final Texts texts;
  private final Choice<Paper> paper;
  private final Choice<Cover> cover;
  private final Choice<Cutter> cutter;
  private final Choice<Switch> position;
  private final Choice<Boolean> lineCut;
  private final Section section;

  PrinterSection(EmulatedPrinter printer, Format format, Consumer<String> perform) {
    this.printer = printer;
    this.texts = format.texts();
    this.paper =
        new Choice<Paper>("paper", format, perform)
            .with(Paper.OK, "paper.ok", "paper ok")
            .withTrouble(Paper.NEAR_END, "paper.near-end", "paper near-end")
            .withTrouble(Paper.OUT, "paper.out", "paper out");
    this.cover =
        new Choice<Cover>("cover", format, perform)
            .with(Cover.CLOSED, "cover.closed", "cover closed")
            .withTrouble(Cover.OPEN, "cover.open", "cover open");
    this.cutter =
        new Choice<Cutter>("cutter", format, perform)
            .with(Cutter.OK, "cutter.ok", "cutter ok")
            .withTrouble(Cutter.ERROR, "cutter.error", "cutter error");
    this.position =
        new Choice<Switch>("switch", format, perform)
            .with(Switch.ONLINE, "switch.online", "printer online")
            .withTrouble(Switch.OFFLINE, "switch.offline", "printer offline");
    this.lineCut =
        new Choice<Boolean>("line", format, perform)
            .with(false, "line.ok", "line ok")
            .withTrouble(true, "line.cut", "line cut");
    FlatButton later =
        format
            .button("line.cut-later", () -> perform.accept("line cut after 300"))
            .withHint("line cut after 300");
    JPanel rows = Format.rows(paper, cover, cutter, position, lineCut, later);
    JPanel top = new JPanel(new BorderLayout());
    top.setOpaque(false);
    top.add(rows, BorderLayout.NORTH);
    this.section = format.section("printer", top);
  }

  Section section() {
    return section;
  }

  /** Shows the printer as it is now. */
  void refresh() {
    PrinterStatus status = printer.status();
    paper.mark(status.paper());
    cover.mark(status.cover());
    cutter.mark(status.cutter());
    position.mark(status.position());
    lineCut.mark(status.lineCut());
    say(status);
  }

  private void say(PrinterStatus status) {
    String connected =
        texts.get(status.connected() ? "printer.connected" : "printer.not-connected");
    if (status.heldBytes() > 0) {
      section.say(texts.get("printer.held", String.valueOf(status.heldBytes())), Look.ALARM);
    } else if (status.offline()) {
      section.say(texts.get("printer.offline") + " · " + connected, Look.ALARM);
    } else {
      section.say(texts.get("printer.ready") + " · " + connected, Look.GOOD);
    }
  }
}
