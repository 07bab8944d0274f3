package org.openhall.kiosk.screen.department;

import java.util.List;
import javafx.scene.layout.Region;
import org.openhall.content.Department;
import org.openhall.kiosk.screen.browse.ListPane;
import org.openhall.kiosk.screen.browse.PagedList;
import org.openhall.kiosk.screen.browse.RecordRow;
import org.openhall.kiosk.screen.browse.TwoPart;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.PageHeading;

/** Choosing a department. */
public final class DepartmentsView implements Screen {
  private final KioskContext context;
  private final Region node;

  /** Opens the list of all departments. */
  public DepartmentsView(KioskContext context) {
    this.context = context;
    PagedList<Department> departments = new PagedList<>(context.content());
    ListPane<Department> list =
        new ListPane<>(context, departments, this::row, ListPane.Filters.NONE);
    PageHeading heading =
        new PageHeading(context.text("departments.title"), context.text("departments.subtitle"));
    node = new TwoPart(context, heading, list, List.of());
    departments.show(
        (snapshot, offset, limit) -> PagedList.stretch(snapshot.departments(), offset, limit));
  }

  @Override
  public Region node() {
    return node;
  }

  private RecordRow.Content row(Department department) {
    List<Fact> facts =
        List.of(
            new Fact(context.text("contact.phone"), department.phone()),
            new Fact(context.text("contact.address"), department.address()));
    String id = department.header().id();
    Destination page = new Destination.DepartmentPage(id);
    return new RecordRow.Content(
        "department-" + id, department.name(), department.header().origin().sample(), facts, page);
  }
}
