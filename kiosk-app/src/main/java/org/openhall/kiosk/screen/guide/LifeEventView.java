package org.openhall.kiosk.screen.guide;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.CatalogNode;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.browse.RecordRow;
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
    return model.event().map(LifeEventView::titleOf);
  }

  private static String titleOf(Loaded<LifeEventModel.Event> state) {
    return state instanceof Loaded.Shown<LifeEventModel.Event>(LifeEventModel.Event event)
        ? event.node().name()
        : "";
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
    content.getChildren().add(guides(event.guides()));
    return new TouchPane(content);
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

  private Region guides(List<GuideTitle> guides) {
    if (guides.isEmpty()) {
      return new EmptyState(
          Icon.GUIDE, context.text("events.empty"), context.text("events.empty.hint"));
    }
    Label title = new ShownLabel(context.text("events.matters", guides.size()));
    title.getStyleClass().add("section-title");
    VBox rows = new VBox();
    for (GuideTitle guide : guides) {
      rows.getChildren().add(row(guide));
    }
    return new VBox(16, title, rows);
  }

  private Region row(GuideTitle guide) {
    List<Fact> facts =
        List.of(
            new Fact(context.text("fact.department"), guide.departmentName()),
            new Fact(context.text("fact.item-type"), guide.itemType()));
    RecordRow.Content content =
        new RecordRow.Content("guide-" + guide.id(), guide.title(), guide.sample(), facts);
    Destination page = new Destination.Guide(guide.id(), null);
    return new RecordRow(context, content, () -> context.navigator().go(page));
  }
}
