package org.openhall.kiosk.screen.staff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.content.StaffMember;
import org.openhall.content.store.Facet;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the page of the windows' people knows. */
final class StaffModel {
  private final ReadOnlyObjectWrapper<Loaded<List<StaffMember>>> staff =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());
  private final ReadOnlyObjectWrapper<Choice> choice;

  /**
   * Whom to show; null means all.
   *
   * @param windowId number of a window
   * @param department name of a department
   */
  record Choice(@Nullable String windowId, @Nullable String department) {}

  /** Asks for everybody, and begins with those of a window, or of all for null. */
  StaffModel(ContentSource content, @Nullable String windowId) {
    choice = new ReadOnlyObjectWrapper<>(new Choice(windowId, null));
    content.ask(
        snapshot -> Optional.of(snapshot.staff()).filter(people -> !people.isEmpty()),
        answer -> staff.set(Loaded.of(answer)));
  }

  /** Everybody; missing where the content names nobody. */
  ReadOnlyObjectProperty<Loaded<List<StaffMember>>> staff() {
    return staff.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Choice> choice() {
    return choice.getReadOnlyProperty();
  }

  void chooseDepartment(@Nullable String department) {
    choice.set(new Choice(choice.get().windowId(), department));
  }

  void chooseWindow(@Nullable String windowId) {
    choice.set(new Choice(windowId, choice.get().department()));
  }

  /** Those under the choice, in their order. */
  List<StaffMember> listed() {
    Choice now = choice.get();
    return all().stream()
        .filter(person -> fits(now.windowId(), person.windowId()))
        .filter(person -> fits(now.department(), person.departmentName()))
        .toList();
  }

  /** Departments to choose by, under the chosen window, in the order of their people. */
  List<Facet> departments() {
    return facets(
        all().stream()
            .filter(person -> fits(choice.get().windowId(), person.windowId()))
            .map(StaffMember::departmentName)
            .toList());
  }

  /** Windows to choose by, under the chosen department, in the order of their people. */
  List<Facet> windows() {
    return facets(
        all().stream()
            .filter(person -> fits(choice.get().department(), person.departmentName()))
            .map(StaffMember::windowId)
            .toList());
  }

  private List<StaffMember> all() {
    return staff.get() instanceof Loaded.Shown<List<StaffMember>>(List<StaffMember> people)
        ? people
        : List.of();
  }

  private static boolean fits(@Nullable String wanted, @Nullable String value) {
    return wanted == null || wanted.equals(value);
  }

  private static List<Facet> facets(List<? extends @Nullable String> values) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String value : values) {
      if (value != null) {
        counts.merge(value, 1L, Long::sum);
      }
    }
    List<Facet> facets = new ArrayList<>();
    counts.forEach((value, count) -> facets.add(new Facet(value, value, count)));
    return facets;
  }
}
