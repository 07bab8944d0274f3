package org.openhall.kiosk.technician;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.doctor.Doctor;
import org.openhall.kiosk.doctor.Finding;
import org.openhall.kiosk.doctor.Severity;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;

/** What the doctor found, the worst first, each with its next step. */
final class FindingsPage extends VBox {
  private final Messages words;
  private final TechnicianDesk desk;
  private final VBox rows = new VBox(20);
  private final PressButton again;

  FindingsPage(Messages words, TechnicianDesk desk) {
    super(32);
    this.words = words;
    this.desk = desk;
    again =
        new PressButton(
            "findings-again", words.text("technician.findings.again"), Weight.PRIMARY, this::look);
    getChildren().addAll(again, rows);
    look();
  }

  private void look() {
    again.setDisable(true);
    rows.getChildren()
        .setAll(ShownLabel.wrapping(words.text("technician.findings.looking"), "sheet-text"));
    desk.look(this::show);
  }

  private void show(List<Finding> found) {
    again.setDisable(false);
    rows.getChildren()
        .setAll(
            ShownLabel.wrapping(
                words.text("technician.findings." + Doctor.worst(found)), "section-title"));
    found.stream()
        .sorted((a, b) -> b.severity().compareTo(a.severity()))
        .map(this::row)
        .forEach(rows.getChildren()::add);
  }

  private VBox row(Finding finding) {
    Locale locale = words.language().get().locale();
    VBox row = new VBox(8);
    row.getStyleClass().add("row");
    String mark = words.text("technician.severity." + finding.severity());
    ShownLabel found =
        ShownLabel.wrapping(
            words.text("technician.findings.row", mark, finding.words(locale)), "row-title");
    if (finding.severity() == Severity.FAULT) {
      found.getStyleClass().add("print-bad");
    }
    row.getChildren().add(found);
    String next = finding.next(locale);
    if (!next.isEmpty()) {
      row.getChildren().add(ShownLabel.wrapping("→ " + next, "row-note"));
    }
    return row;
  }
}
