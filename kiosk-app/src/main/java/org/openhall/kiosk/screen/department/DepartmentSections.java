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
    String title =
        context.text("department.window", counter.window().id(), counter.window().name());
    String services = String.join(context.text("comma"), counter.window().services());
    return facts(title, counter.floor().name(), counter.window().hours(), services);
  }

  private Region staff() {
    return section("staff", reading.staff().stream().map(this::person).toList());
  }

  private Region person(StaffMember person) {
    String window =
        person.windowId() == null ? null : context.text("department.at", person.windowId());
    return facts(person.name(), person.post(), window, null);
  }

  /** A line of a list: what it is, and what is said of it, as far as it is said. */
  private Region facts(String title, @Nullable String... said) {
    String below =
        String.join(
            " · ", Stream.of(said).filter(Objects::nonNull).filter(it -> !it.isEmpty()).toList());
    VBox box = new VBox(4, text(title, "guide-strong"));
    if (!below.isEmpty()) {
      box.getChildren().add(text(below, "guide-small"));
    }
    box.getStyleClass().add("guide-line");
    return box;
  }

  private Region guides() {
    return section("guides", reading.guides().rows().stream().map(this::guide).toList());
  }

  private Region guide(GuideTitle guide) {
    Label title = new Label(guide.title());
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    title.setMaxWidth(Double.MAX_VALUE);
    title.getStyleClass().add("row-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox row = new HBox(24, title, Icon.FORWARD.node(SIGN, Palette.BLUE));
    row.setId("guide-" + guide.id());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    Tap.on(row, () -> context.navigator().go(new Destination.Guide(guide.id(), null)));
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
    Label title = new Label(context.text("department." + name));
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
