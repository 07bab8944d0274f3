package org.openhall.kiosk.screen.department;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.Department;
import org.openhall.content.Origin;
import org.openhall.kiosk.screen.browse.FactSheet;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.department.DepartmentModel.Reading;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.TouchPane;

/** One department: what it does, how it is reached, what stands under its name. */
public final class DepartmentView implements Screen {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final KioskContext context;
  private final DepartmentModel model;
  private final Region node;

  /** Opens a department. */
  public DepartmentView(KioskContext context, String id) {
    this.context = context;
    model = new DepartmentModel(context.content(), id);
    node = new LoadedPane<>(context, model.reading(), this::page);
    node.getStyleClass().add("guide-page");
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return model.reading().map(state -> state.title(reading -> reading.department().name()));
  }

  private Region page(Reading reading) {
    DepartmentSections sections = new DepartmentSections(context, reading);
    VBox content = new VBox(opening(reading));
    content.getStyleClass().add("guide-content");
    content.getChildren().addAll(sections.nodes());
    return new TakeawayPane(context).show(new TouchPane(content), () -> taken(reading));
  }

  private TakenPage taken(Reading reading) {
    return new TakenPage(
        reading.department().name(),
        TakenPage.lines(facts(reading), context.words()),
        new DepartmentText(context.words()).lines(reading),
        TakenPage.Gist.NONE,
        new TakenPage.Source(null, reading.department().details().website(), reading.release()),
        null);
  }

  private Region opening(Reading reading) {
    Department department = reading.department();
    Region title = new HighlightedText(department.name(), null, "reader-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox heading = new HBox(24, title);
    if (department.header().origin().sample()) {
      heading.getChildren().add(new Badge(context.text("browse.sample")));
    }
    VBox opening = new VBox(heading, new FactSheet(context, facts(reading)));
    opening.getStyleClass().add("reader-opening");
    return opening;
  }

  /** What the law asks for is always there, 未提供 or not; the rest where the source states it. */
  private List<Fact> facts(Reading reading) {
    Department it = reading.department();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(context.text("contact.address"), it.address()));
    facts.add(new Fact(context.text("contact.hours"), it.hours()));
    facts.add(new Fact(context.text("contact.phone"), it.phone()));
    facts.add(new Fact(context.text("department.head"), it.details().head()));
    facts.addAll(stated(it.details()));
    facts.addAll(version(reading));
    return facts;
  }

  private List<Fact> stated(Department.Details details) {
    return Stream.of(
            new Fact(context.text("contact.fax"), details.fax()),
            new Fact(context.text("contact.postcode"), details.postcode()),
            new Fact(context.text("contact.web"), details.website()),
            new Fact(context.text("contact.email"), details.email()),
            new Fact(context.text("department.code"), details.code()))
        .filter(fact -> fact.value() != null)
        .toList();
  }

  private List<Fact> version(Reading reading) {
    Origin origin = reading.department().header().origin();
    String asOf = MINUTE.format(reading.release().publishedAt().atZone(context.clock().getZone()));
    String revision = Integer.toString(reading.department().header().revision());
    return List.of(
        new Fact(
            context.text("fact.source"),
            context.text("fact.source.as-of", origin.source(), origin.asOf().toString())),
        new Fact(context.text("fact.version"), context.text("fact.version.value", revision, asOf)));
  }
}
