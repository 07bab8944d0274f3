package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.control.CommandLog;
import org.openhall.simulator.idmodule.IdModule;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.scanner.EmulatedScanner;
import org.openhall.simulator.sensor.EmulatedSensor;
import org.openhall.simulator.smartcard.CardSlot;

/**
 * The window by which a person works the devices. Every button gives a command as one would type
 * it; the log shows it, and what others commanded meanwhile.
 */
public final class SimulatorPanel {

  /**
   * What the panel works.
   *
   * @param log the latest commands, oldest first
   * @param perform carries out a command as it is typed; may wait
   */
  public record Devices(
      CardBox cards,
      IdModule idModule,
      CardSlot slot,
      EmulatedPrinter printer,
      EmulatedScanner scanner,
      EmulatedSensor presence,
      EmulatedSensor door,
      Supplier<List<CommandLog.Entry>> log,
      Consumer<String> perform) {}

  private static final int NARROW = 1200;

  private final ReaderSection.Shown module;
  private final ReaderSection.Shown slot;
  private final BoxSection box;
  private final PrinterSection printer;
  private final SensorSection sensors;
  private final PaperSection paper;
  private final LogSection log;
  private final Format format;
  private final AtomicBoolean refreshAsked = new AtomicBoolean();

  /** A panel that stands in no window yet. */
  SimulatorPanel(Devices devices, Format format, Rectangle place) {
    this.format = format;
    // a command may wait, so none is carried out on the window's own thread
    Consumer<String> perform =
        line -> Thread.startVirtualThread(() -> devices.perform().accept(line));
    this.module = ReaderSection.of(devices.idModule(), format, perform);
    this.slot = ReaderSection.of(devices.slot(), format, perform);
    int boxWidth = Density.isWide(place) ? cardsWidth(place) : place.width;
    this.box =
        new BoxSection(
            devices.cards(), devices.idModule(), devices.slot(), format, perform, boxWidth);
    this.printer = new PrinterSection(devices.printer(), format, perform);
    this.sensors = new SensorSection(devices, format, perform);
    this.paper = new PaperSection(devices.printer(), format);
    this.log = new LogSection(devices.log(), format, perform);
  }

  /**
   * Opens the window at a place of the screen.
   *
   * @param languageTag zh-CN or en
   * @throws IOException where there is no display
   */
  public static SimulatorPanel open(Devices devices, Rectangle place, String languageTag)
      throws IOException {
    if (GraphicsEnvironment.isHeadless()) {
      throw new IOException(
          "There is no display for the panel. Set DISPLAY, or leave out --panel.");
    }
    System.setProperty("awt.useSystemAAFontSettings", "on"); // bare displays set nothing
    Texts texts = new Texts(languageTag);
    SimulatorPanel panel = new SimulatorPanel(devices, new Format(texts, Density.of(place)), place);
    SwingUtilities.invokeLater(() -> panel.build(place, texts));
    return panel;
  }

  /** Has the devices shown as they are, soon. From any thread. */
  public void refresh() {
    if (refreshAsked.compareAndSet(false, true)) {
      SwingUtilities.invokeLater(this::refreshNow);
    }
  }

  void refreshNow() {
    refreshAsked.set(false);
    module.refresh().run();
    slot.refresh().run();
    box.refresh();
    printer.refresh();
    sensors.refresh();
    paper.refresh();
    log.refresh();
  }

  private static int cardsWidth(Rectangle place) {
    return place.width * (place.width < NARROW ? 48 : 43) / 100;
  }

  /** Readers and box, what can be worked, and the paper, side by side. */
  private JComponent wide(Rectangle place) {
    JPanel readers = Format.row(module.section(), slot.section());
    JPanel cards = new JPanel(new BorderLayout(0, Look.GAP));
    cards.setOpaque(false);
    cards.add(readers, BorderLayout.NORTH);
    cards.add(box.section(), BorderLayout.CENTER);
    JPanel devices = new JPanel(new BorderLayout(0, Look.GAP));
    devices.setOpaque(false);
    devices.add(printer.section(), BorderLayout.NORTH);
    devices.add(sensors.section(), BorderLayout.CENTER);
    JPanel right = new JPanel(new BorderLayout(Look.GAP, 0));
    right.setOpaque(false);
    devices.setPreferredSize(new Dimension(place.width * 28 / 100, 10));
    right.add(devices, BorderLayout.WEST);
    right.add(paper.section(), BorderLayout.CENTER);
    cards.setPreferredSize(new Dimension(cardsWidth(place), 10));
    JPanel all = new JPanel(new BorderLayout(Look.GAP, 0));
    all.setOpaque(false);
    all.add(cards, BorderLayout.WEST);
    all.add(right, BorderLayout.CENTER);
    return all;
  }

  /** The same, one below the other; the paper takes what is left beside the devices. */
  private JComponent tall() {
    JPanel cards = new JPanel(new BorderLayout(0, Look.GAP));
    cards.setOpaque(false);
    cards.add(Format.row(module.section(), slot.section()), BorderLayout.NORTH);
    cards.add(box.section(), BorderLayout.CENTER);
    JPanel devices = new JPanel(new BorderLayout(0, Look.GAP));
    devices.setOpaque(false);
    devices.add(printer.section(), BorderLayout.NORTH);
    devices.add(sensors.section(), BorderLayout.CENTER);
    JPanel all = new JPanel(new BorderLayout(0, Look.GAP));
    all.setOpaque(false);
    all.add(cards, BorderLayout.NORTH);
    all.add(Format.row(devices, paper.section()), BorderLayout.CENTER);
    return all;
  }

  private JPanel head(Texts texts) {
    JLabel title = new JLabel(texts.get("window"));
    title.setFont(Look.bold(format.density().letters() + 5));
    title.setForeground(Color.WHITE);
    JLabel note = new JLabel(texts.get("window.note"));
    note.setFont(Look.plain(format.density().letters() - 1));
    note.setForeground(Look.ACCENT_LINE);
    JPanel head = new JPanel(new BorderLayout(Look.GAP, 0));
    head.setBackground(Look.ACCENT);
    int padding = format.density().padding();
    head.setBorder(BorderFactory.createEmptyBorder(padding - 2, 16, padding - 2, 16));
    head.add(title, BorderLayout.WEST);
    head.add(note, BorderLayout.EAST);
    return head;
  }

  /** All of it, for a place of that size. */
  JPanel content(Rectangle place, Texts texts) {
    JPanel body = new JPanel(new BorderLayout(0, Look.GAP));
    body.setBackground(Look.GROUND);
    body.setBorder(BorderFactory.createEmptyBorder(Look.GAP, Look.GAP, Look.GAP, Look.GAP));
    body.add(Density.isWide(place) ? wide(place) : tall(), BorderLayout.CENTER);
    log.section()
        .setPreferredSize(new Dimension(10, Math.clamp(place.height * 18L / 100, 128, 240)));
    body.add(log.section(), BorderLayout.SOUTH);
    JPanel all = new JPanel(new BorderLayout());
    all.add(head(texts), BorderLayout.NORTH);
    all.add(body, BorderLayout.CENTER);
    return all;
  }

  private void build(Rectangle place, Texts texts) {
    JFrame frame = new JFrame(texts.get("window"));
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.setContentPane(content(place, texts));
    frame.setBounds(place);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowActivated(WindowEvent event) {
            box.reload();
          }
        });
    frame.setVisible(true);
    log.focus();
    refreshNow();
  }
}
