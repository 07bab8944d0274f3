package org.openhall.kiosk.screen.staff;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.StaffMember;
import org.openhall.kiosk.screen.browse.ChoiceBar;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.browse.TwoPart;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.TouchList;

/** 窗口人员公示: the people of the windows, by department and by window. */
public final class StaffView implements Screen {
  private final KioskContext context;
  private final StaffModel model;
  private final ChoiceBar departments;
  private final ChoiceBar windows;
  private final TouchList<StaffMember> list;
  private final Label count = new Label();
  private final StackPane body = new StackPane();
  private final Region node;

  /** Opens the people of a window, or of all. */
  public StaffView(KioskContext context, Destination.Staff destination) {
    this.context = context;
    model = new StaffModel(context.content(), destination.windowId());
    departments = new ChoiceBar(context, "filter-department");
    windows = new ChoiceBar(context, "filter-window");
    list = new TouchList<>(person -> new StaffRow(context, person));
    node = new LoadedPane<>(context, model.staff(), _ -> page());
    node.setId("staff");
    model.staff().subscribe(_ -> show());
    model.choice().addListener((_, _, _) -> show());
  }

  @Override
  public Region node() {
    return node;
  }

  private Region page() {
    count.getStyleClass().add("list-count");
    TakeawayPane taking = new TakeawayPane(context);
    VBox people = new VBox(count, body, taking.bar(then -> then.accept(taken())));
    people.getStyleClass().add("list-pane");
    VBox.setVgrow(body, Priority.ALWAYS);
    PageHeading heading = new PageHeading(context.text("staff.title"), null);
    return taking.show(new TwoPart(context, heading, people, List.of(departments, windows)));
  }

  /** The people who are listed now, in the words of their rows. */
  private TakenPage taken() {
    List<String> lines = new ArrayList<>();
    for (StaffMember person : model.listed()) {
      lines.add(person.name());
      lines.addAll(TakenPage.lines(new StaffFacts(person).in(context.words()), context.words()));
    }
    return new TakenPage(
        context.text("staff.title"),
        List.of(),
        lines,
        TakenPage.Gist.NONE,
        TakenPage.Source.OFFICE,
        null);
  }

  private void show() {
    StaffModel.Choice choice = model.choice().get();
    departments.showFacets(model.departments(), choice.department(), model::chooseDepartment);
    windows.showFacets(model.windows(), choice.windowId(), model::chooseWindow);
    List<StaffMember> listed = model.listed();
    count.setText(context.text("staff.count", listed.size()));
    list.showFromTop(listed);
    body.getChildren().setAll(listed.isEmpty() ? nobody() : list);
  }

  private Region nobody() {
    return new EmptyState(
        Icon.EMPTY, context.text("staff.nobody"), context.text("staff.nobody.hint"));
  }
}
