package org.openhall.kiosk.screen.department;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openhall.content.Department;
import org.openhall.content.HallMap;
import org.openhall.kiosk.screen.department.DepartmentModel.Counter;
import org.openhall.kiosk.screen.department.DepartmentModel.Reading;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Messages;

/** A department as it is taken away: what it does, its offices, its windows. */
final class DepartmentText {
  private final Messages words;

  DepartmentText(Messages words) {
    this.words = words;
  }

  List<String> lines(Reading reading) {
    Department department = reading.department();
    List<String> lines =
        new ArrayList<>(
            TakenPage.line(words.text("department.duties"), department.duties(), words));
    Objects.requireNonNullElse(department.details().offices(), List.<Department.Office>of())
        .forEach(office -> addOffice(lines, office));
    reading.windows().forEach(counter -> lines.add(window(counter)));
    return lines;
  }

  private void addOffice(List<String> lines, Department.Office office) {
    lines.add(
        office.duties() == null
            ? office.name()
            : words.text("pair", office.name(), office.duties()));
    lines.addAll(TakenPage.line(words.text("contact.phone"), office.phone(), words));
  }

  private String window(Counter counter) {
    HallMap.Window window = counter.window();
    String name = words.text("department.window", window.id(), window.name());
    return words.text("pair", counter.floor().name(), name);
  }
}
