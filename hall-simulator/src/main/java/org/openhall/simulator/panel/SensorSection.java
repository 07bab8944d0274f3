package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.printer.Slip;
import org.openhall.simulator.scanner.EmulatedScanner;
import org.openhall.simulator.scanner.ScannerFault;
import org.openhall.simulator.sensor.EmulatedSensor;
import org.openhall.simulator.sensor.SensorFault;

/** The scanner, somebody before the terminal, and the maintenance door. */
final class SensorSection {

  private final EmulatedScanner scanner;
  private final EmulatedSensor presence;
  private final EmulatedSensor door;
  private final EmulatedPrinter printer;
  private final Texts texts;
  private final Choice<Boolean> near;
  private final Choice<Boolean> open;
  private final FlatButton scan;
  private final FlatButton scanSlip;
  private final JTextField code;
  private final FaultBox<ScannerFault> scannerFault;
  private final FaultBox<SensorFault> sensorFault;
  private final Section section;

  SensorSection(SimulatorPanel.Devices devices, Format format, Consumer<String> perform) {
    this.scanner = devices.scanner();
    this.presence = devices.presence();
    this.door = devices.door();
    this.printer = devices.printer();
    this.texts = format.texts();
    this.near =
        new Choice<Boolean>("presence", format, perform)
            .with(true, "presence.near", "presence near")
            .with(false, "presence.away", "presence away");
    this.open =
        new Choice<Boolean>("door", format, perform)
            .with(false, "door.closed", "door closed")
            .withTrouble(true, "door.open", "door open");
    this.code = format.field("scan.text");
    code.setToolTipText("scan …");
    this.scan =
        format.button("scan", () -> perform.accept("scan " + code.getText())).withHint("scan …");
    code.addActionListener(_ -> scan.doClick());
    this.scanSlip =
        format.button("scan.slip", () -> perform.accept("scan slip")).withHint("scan slip");
    this.scannerFault = new FaultBox<>(ScannerFault.class, "scanner", format, perform);
    this.sensorFault = new FaultBox<>(SensorFault.class, "sensors", format, perform);
    this.section = format.section("sensors", content(format));
    code.getDocument().addDocumentListener(new OnChange(this::refresh));
  }

  private JPanel content(Format format) {
    JPanel typed = new JPanel(new BorderLayout(Look.GAP, 0));
    typed.setOpaque(false);
    typed.add(format.label(texts.get("scan.text"), Look.QUIET), BorderLayout.WEST);
    typed.add(code, BorderLayout.CENTER);
    JPanel rows =
        Format.rows(near, open, sensorFault, typed, Format.row(scan, scanSlip), scannerFault);
    JPanel top = new JPanel(new BorderLayout());
    top.setOpaque(false);
    top.add(rows, BorderLayout.NORTH);
    return top;
  }

  Section section() {
    return section;
  }

  /** Shows them as they are now. */
  void refresh() {
    near.mark(presence.active());
    open.mark(door.active());
    scannerFault.show(scanner.fault());
    sensorFault.show(presence.fault());
    String gone = scanner.fault() == ScannerFault.GONE ? texts.get("scan.gone") : "";
    scan.setHindrance(
        gone.isEmpty() && code.getText().isBlank() ? texts.get("scan.no-text") : gone);
    boolean hasCode = printer.latestSlip().map(Slip::qrTexts).filter(t -> !t.isEmpty()).isPresent();
    scanSlip.setHindrance(gone.isEmpty() && !hasCode ? texts.get("scan.no-slip") : gone);
    section.say(texts.get("scan.count", String.valueOf(scanner.codes())), Look.QUIET);
  }
}
