package org.openhall.kiosk.screen.department;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.content.Department;
import org.openhall.content.HallMap;
import org.openhall.content.StaffMember;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.GuideTitle;
import org.openhall.content.store.Page;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the page of one department knows: the department, and what stands under its name. */
final class DepartmentModel {
  static final int ENTRIES = 5;
  static final int GUIDES = 100;

  /**
   * A department and what is its own.
   *
   * @param entries its newest entries, and how many it has
   * @param guides its guides, the most used first, and how many it has
   * @param windows where it serves, floor by floor
   * @param staff who serves there
   */
  record Reading(
      Department department,
      ReleaseInfo release,
      Page<EntryTitle> entries,
      Page<GuideTitle> guides,
      List<Counter> windows,
      List<StaffMember> staff) {
    Reading {
      windows = List.copyOf(windows);
      staff = List.copyOf(staff);
    }
  }

  /** A window and the floor that it is on. */
  record Counter(HallMap.Floor floor, HallMap.Window window) {}

  private final ReadOnlyObjectWrapper<Loaded<Reading>> reading =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());

  DepartmentModel(ContentSource content, String id) {
    content.ask(snapshot -> read(snapshot, id), answer -> reading.set(Loaded.of(answer)));
  }

  ReadOnlyObjectProperty<Loaded<Reading>> reading() {
    return reading.getReadOnlyProperty();
  }

  /** The entries of a department, as the directory lists them. */
  static EntryFilter entriesOf(Department department) {
    return EntryFilter.none().withPublisher(department.name());
  }

  private static Optional<Reading> read(ContentSnapshot snapshot, String id)
      throws UnreadableSnapshotException {
    Optional<Department> found =
        snapshot.find(id).filter(Department.class::isInstance).map(Department.class::cast);
    return found.isEmpty() ? Optional.empty() : Optional.of(read(snapshot, found.get()));
  }

  private static Reading read(ContentSnapshot snapshot, Department department)
      throws UnreadableSnapshotException {
    String name = department.name();
    return new Reading(
        department,
        snapshot.release(),
        snapshot.entries(entriesOf(department), 0, ENTRIES),
        snapshot.guides(GuideFilter.none().withDepartmentName(name), 0, GUIDES),
        windows(snapshot, name),
        snapshot.staff().stream().filter(it -> name.equals(it.departmentName())).toList());
  }

  private static List<Counter> windows(ContentSnapshot snapshot, String name)
      throws UnreadableSnapshotException {
    List<Counter> counters = new ArrayList<>();
    for (HallMap map : snapshot.hallMaps()) {
      for (HallMap.Floor floor : map.floors()) {
        floor.windows().stream()
            .filter(window -> name.equals(window.departmentName()))
            .forEach(window -> counters.add(new Counter(floor, window)));
      }
    }
    return counters;
  }
}
