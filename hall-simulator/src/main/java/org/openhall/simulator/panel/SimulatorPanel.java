package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.Command;
import org.openhall.simulator.idmodule.IdModule;
import org.openhall.simulator.printer.EmulatedPrinter;

/**
 * The window by which a person works the devices: which card lies on the module, the paper, the
 * line.
 */
public final class SimulatorPanel {

  /**
   * What the panel works.
   *
   * @param perform carries out a command
   */
  public record Devices(
      CardBox cards,
      IdModule idModule,
      EmulatedPrinter printer,
      Function<Command, Answer> perform) {}

  private final Devices devices;
  private final JLabel message = new JLabel(" ");
  private final ModuleSection module;
  private final PrinterSection printer;
  private final AtomicBoolean refreshAsked = new AtomicBoolean();

  private SimulatorPanel(Devices devices, Format format) {
    this.devices = devices;
    this.module = new ModuleSection(devices.idModule(), devices.cards(), format, this::perform);
    this.printer = new PrinterSection(devices.printer(), format, this::perform);
  }

  /**
   * Opens the window, without a title bar, at a place of the screen.
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
    SimulatorPanel panel = new SimulatorPanel(devices, new Format(texts, Density.of(place)));
    SwingUtilities.invokeLater(() -> panel.build(place, texts));
    return panel;
  }

  /** Has the devices shown as they are, soon. From any thread. */
  public void refresh() {
    if (refreshAsked.compareAndSet(false, true)) {
      SwingUtilities.invokeLater(this::refreshNow);
    }
  }

  private void refreshNow() {
    refreshAsked.set(false);
    module.refresh();
    printer.refresh();
  }

  private void perform(Command command) {
    Answer answer = devices.perform().apply(command);
    message.setText(answer.done() ? " " : String.join(" ", answer.lines()));
  }

  /** Side by side; in a narrow window the printer takes what is left below the module. */
  private JPanel sections(boolean wide) {
    JPanel sections =
        new JPanel(wide ? new GridLayout(1, 2, Look.GAP, 0) : new BorderLayout(0, Look.GAP));
    sections.setOpaque(false);
    sections.add(module.section(), BorderLayout.NORTH);
    sections.add(printer.section(), BorderLayout.CENTER);
    return sections;
  }

  private void build(Rectangle place, Texts texts) {
    JPanel sections = sections(Density.isWide(place));
    message.setFont(Look.plain(13));
    message.setForeground(Look.ALARM);
    JPanel all = new JPanel(new BorderLayout(0, 4));
    all.setBackground(Look.GROUND);
    all.setBorder(BorderFactory.createEmptyBorder(Look.GAP, Look.GAP, 4, Look.GAP));
    all.add(sections, BorderLayout.CENTER);
    all.add(message, BorderLayout.SOUTH);
    JFrame frame = new JFrame(texts.get("window"));
    frame.setUndecorated(true);
    frame.setContentPane(all);
    frame.setBounds(place);
    frame.setVisible(true);
    refreshNow();
  }
}
