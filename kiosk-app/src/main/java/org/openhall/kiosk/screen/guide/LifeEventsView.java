package org.openhall.kiosk.screen.guide;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.CatalogNode;
import org.openhall.kiosk.screen.browse.ListText;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;
import org.openhall.kiosk.widget.TouchList;

/** “一件事”: the events of life to choose from. */
public final class LifeEventsView implements Screen {
  private final KioskContext context;
  private final Region node;

  /** The screen; it asks for the events at once. */
  public LifeEventsView(KioskContext context) {
    this.context = context;
    LifeEventsModel model = new LifeEventsModel(context.content());
    node = new LoadedPane<>(context, model.events(), this::page);
    node.setId("life-events");
  }

  @Override
  public Region node() {
    return node;
  }

  private Region page(List<LifeEventsModel.Counted> events) {
    TouchList<LifeEventsModel.Counted> list = new TouchList<>(this::row);
    list.showFromTop(events);
    VBox.setVgrow(list, Priority.ALWAYS);
    PageHeading heading =
        new PageHeading(context.text("events.title"), context.text("events.hint"));
    VBox page = new VBox(heading, list);
    page.getStyleClass().add("page");
    return new TakeawayPane(context).show(page, () -> taken(events));
  }

  private TakenPage taken(List<LifeEventsModel.Counted> events) {
    return new ListText(context.text("events.title"), List.of())
        .taken(context, events.stream().map(this::line).toList());
  }

  private ListText.Row line(LifeEventsModel.Counted counted) {
    String guides = context.text("events.guides", counted.guides());
    String summary = counted.event().summary();
    return new ListText.Row(
        counted.event().name(), summary == null ? List.of(guides) : List.of(guides, summary));
  }

  private Region row(LifeEventsModel.Counted counted) {
    CatalogNode event = counted.event();
    Label name = ShownLabel.wrapping(event.name(), "record-title");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox heading = new HBox(16, name, new Badge(context.text("events.guides", counted.guides())));
    VBox row = new VBox(12, heading);
    if (event.summary() != null) {
      row.getChildren().add(ShownLabel.wrapping(event.summary(), "record-label"));
    }
    String id = event.header().id();
    row.setId("event-" + id);
    row.getStyleClass().add("record");
    Tap.on(row, () -> context.navigator().go(new Destination.LifeEvent(id)));
    return row;
  }
}
