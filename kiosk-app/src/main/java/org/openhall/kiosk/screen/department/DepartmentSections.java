package org.openhall.kiosk.screen.department;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Department;
import org.openhall.content.HallMap;
import org.openhall.content.StaffMember;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.browse.TitleRow;
import org.openhall.kiosk.screen.department.DepartmentModel.Counter;
import org.openhall.kiosk.screen.department.DepartmentModel.Reading;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/** The parts of a department's page below its facts; each says when the source has nothing. */
final class DepartmentSections {
  private static final int SIGN = 40;

  private final KioskContext context;
  private final Reading reading;

  DepartmentSections(KioskContext context, Reading reading) {
    this.context = context;
    this.reading = reading;
  }

  List<Region> nodes() {
    return List.of(duties(), offices(), windows(), guides(), staff(), entries());
  }

  private Region duties() {
    String duties = reading.department().duties();
    return section("duties", duties == null ? List.of() : List.of(text(duties, "guide-text")));
  }

  private Region offices() {
    List<Department.Office> offices = reading.department().details().offices();
    List<Region> rows = offices == null ? List.of() : offices.stream().map(this::office).toList();
    return section("offices", rows);
  }

  private Region office(Department.Office office) {
    VBox box = new VBox(4, text(office.name(), "guide-strong"));
    if (office.duties() != null) {
      box.getChildren().add(text(office.duties(), "guide-text"));
    }
    if (office.phone() != null) {
      String phone = context.text("pair", context.text("contact.phone"), office.phone());
      box.getChildren().add(text(phone, "guide-small"));
    }
    box.getStyleClass().add("guide-line");
    return box;
  }

  private Region windows() {
    return section("windows", reading.windows().stream().map(this::window).toList());
  }

  private Region window(Counter counter) {
    HallMap.Window window = counter.window();
    String title = context.text("department.window", window.id(), window.name());
    String services = String.join(context.text("comma"), window.services());
    Region row = row(title, counter.floor().name(), window.hours(), services);
    row.setId("window-" + window.id());
    Tap.on(row, () -> context.navigator().go(new Destination.Hall(window.id())));
    return row;
  }

  private Region staff() {
    return section("staff", reading.staff().stream().map(this::person).toList());
  }

  private Region person(StaffMember person) {
    String window =
        person.windowId() == null ? null : context.text("department.at", person.windowId());
    Region row = row(person.name(), person.post(), window);
    row.setId("staff-" + person.header().id());
    Tap.on(row, () -> context.navigator().go(new Destination.Staff(person.windowId())));
    return row;
  }

  private Region guides() {
    return section("guides", reading.guides().rows().stream().map(this::guide).toList());
  }

  private Region guide(GuideTitle guide) {
    Region row = row(guide.title());
    row.setId("guide-" + guide.id());
    Tap.on(row, () -> context.navigator().go(new Destination.Guide(guide.id(), null)));
    return row;
  }

  /** A line that leads on: what it is, and below it what is said of it, as far as it is said. */
  private static Region row(String title, @Nullable String... said) {
    VBox words = new VBox(4, ShownLabel.wrapping(title, "row-title"));
    List<String> below =
        Stream.of(said).filter(Objects::nonNull).filter(it -> !it.isEmpty()).toList();
    if (!below.isEmpty()) {
      words.getChildren().add(ShownLabel.wrapping(String.join(" · ", below), "row-note"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(24, words, Icon.FORWARD.node(SIGN, Palette.BLUE));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    return row;
  }

  private Region entries() {
    List<Region> rows = new ArrayList<>();
    reading.entries().rows().forEach(entry -> rows.add(new TitleRow(context, entry)));
    if (reading.entries().total() > rows.size()) {
      rows.add(all());
    }
    return section("entries", rows);
  }

  private Region all() {
    Destination directory =
        new Destination.Directory(DepartmentModel.entriesOf(reading.department()));
    PressButton button =
        new PressButton(
            "department-entries",
            context.text("department.entries.all", reading.entries().total()),
            PressButton.Weight.SECONDARY,
            () -> context.navigator().go(directory));
    return new HBox(button);
  }

  private Region section(String name, List<? extends Region> rows) {
    VBox section = new VBox();
    section.setId("department-section-" + name);
    section.getStyleClass().add("guide-section");
    Label title = new ShownLabel(context.text("department." + name));
    title.getStyleClass().add("guide-section-title");
    section.getChildren().add(title);
    if (rows.isEmpty()) {
      section
          .getChildren()
          .add(text(context.text("department." + name + ".none"), "guide-missing"));
    }
    section.getChildren().addAll(rows);
    return section;
  }

  private static Region text(String text, String style) {
    return new HighlightedText(text, null, style);
  }
}
