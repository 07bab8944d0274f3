package org.openhall.kiosk.screen.staff;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.StaffMember;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.FactTable;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.ShownLabel;

/** One person of a window. */
final class StaffRow extends HBox {
  private final KioskContext context;

  StaffRow(KioskContext context, StaffMember person) {
    super(32);
    this.context = context;
    setId("staff-" + person.header().id());
    getStyleClass().add("staff-row");
    VBox words =
        new VBox(
            16,
            name(person),
            new FactTable(new StaffFacts(person).in(context.words()), text("fact.missing")));
    if (person.pledge() != null) {
      words
          .getChildren()
          .add(ShownLabel.wrapping(context.text("staff.pledge", person.pledge()), "staff-pledge"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(new Portrait(context.files(), context.words(), person), words);
  }

  private Region name(StaffMember person) {
    Label name = new ShownLabel(person.name());
    name.getStyleClass().add("staff-name");
    name.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(20, name);
    line.setAlignment(Pos.CENTER_LEFT);
    if (person.title() != null) {
      line.getChildren().add(new Badge(person.title()));
    }
    if (person.header().origin().sample()) {
      line.getChildren().add(new Badge(text("browse.sample")));
    }
    String window = person.windowId();
    if (window != null) {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      line.getChildren().addAll(space, way(window));
    }
    return line;
  }

  private Region way(String window) {
    Destination destination = new Destination.Hall(window);
    return new PressButton(
        "staff-way-" + window,
        context.text("staff.window", window),
        PressButton.Weight.SECONDARY,
        () -> context.navigator().go(destination));
  }

  private String text(String key) {
    return context.text(key);
  }
}
