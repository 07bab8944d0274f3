package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.CatalogNode;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.browse.ListText;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.browse.RecordRow;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchPane;

/** One event of life: what it covers, and its guides. */
public final class LifeEventView implements Screen {
  private final KioskContext context;
  private final LifeEventModel model;
  private final Region node;

  /** Opens an event. */
  public LifeEventView(KioskContext context, Destination.LifeEvent destination) {
    this.context = context;
    model = new LifeEventModel(context.content(), destination.id());
    node = new LoadedPane<>(context, model.event(), this::page);
    node.setId("life-event");
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return model.event().map(state -> state.title(event -> event.node().name()));
  }

  private Region page(LifeEventModel.Event event) {
    VBox content = new VBox(heading(event.node()));
    content.getStyleClass().add("page");
    if (event.node().summary() != null) {
      content.getChildren().add(card(event.node().summary()));
    }
    if (event.node().note() != null) {
      content.getChildren().add(new HighlightedText(event.node().note(), null, "guide-small"));
    }
    content.getChildren().addAll(guides(event));
    return new TakeawayPane(context).show(new TouchPane(content), () -> taken(event));
  }

  /** What it covers, and its guides. */
  private TakenPage taken(LifeEventModel.Event event) {
    List<String> facts =
        Stream.of(event.node().summary(), event.node().note()).filter(Objects::nonNull).toList();
    List<ListText.Row> rows =
        Stream.concat(event.steps().stream(), event.others().stream())
            .map(guide -> ListText.Row.of(context, row(guide)))
            .toList();
    return new ListText(event.node().name(), facts).taken(context, rows);
  }

  private Region heading(CatalogNode event) {
    PageHeading heading = new PageHeading(event.name(), null);
    HBox.setHgrow(heading, Priority.ALWAYS);
    HBox line = new HBox(24, heading);
    line.setAlignment(Pos.CENTER_LEFT);
    if (event.header().origin().sample()) {
      line.getChildren().add(new Badge(context.text("browse.sample")));
    }
    return line;
  }

  private Region card(String summary) {
    Label name = new ShownLabel(context.text("events.covers"));
    name.getStyleClass().add("reader-summary-name");
    VBox card = new VBox(8, name, new HighlightedText(summary, null, "guide-text"));
    card.getStyleClass().add("card");
    return card;
  }

  /** The steps with their numbers; then what is handled as the case may be. */
  private List<Region> guides(LifeEventModel.Event event) {
    List<Region> parts = new ArrayList<>();
    if (event.steps().isEmpty() && event.others().isEmpty()) {
      parts.add(
          new EmptyState(
              Icon.GUIDE, context.text("events.empty"), context.text("events.empty.hint")));
    }
    if (!event.steps().isEmpty()) {
      List<Region> rows = new ArrayList<>();
      event.steps().forEach(guide -> rows.add(step(rows.size() + 1, guide)));
      parts.add(part(context.text("events.steps", rows.size()), rows));
    }
    if (!event.others().isEmpty()) {
      String key = event.steps().isEmpty() ? "events.matters" : "events.others";
      List<RecordRow> rows =
          event.others().stream().map(guide -> new RecordRow(context, row(guide))).toList();
      parts.add(part(context.text(key, rows.size()), rows));
    }
    return parts;
  }

  private static Region part(String words, List<? extends Region> rows) {
    Label title = new ShownLabel(words);
    title.getStyleClass().add("section-title");
    VBox list = new VBox();
    list.getChildren().addAll(rows);
    return new VBox(16, title, list);
  }

  private Region step(int number, GuideTitle guide) {
    Label mark = new ShownLabel(Integer.toString(number));
    mark.setId("event-step-" + number);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    mark.setAlignment(Pos.CENTER);
    mark.getStyleClass().add("guide-number");
    RecordRow row = new RecordRow(context, row(guide));
    HBox.setHgrow(row, Priority.ALWAYS);
    HBox step = new HBox(20, mark, row);
    step.setAlignment(Pos.CENTER_LEFT);
    return step;
  }

  private RecordRow.Content row(GuideTitle guide) {
    List<Fact> facts =
        List.of(
            new Fact(context.text("fact.department"), guide.departmentName()),
            new Fact(context.text("fact.item-type"), guide.itemType()));
    Destination page = new Destination.Guide(guide.id(), null);
    return new RecordRow.Content("guide-" + guide.id(), guide.title(), guide.sample(), facts, page);
  }
}
