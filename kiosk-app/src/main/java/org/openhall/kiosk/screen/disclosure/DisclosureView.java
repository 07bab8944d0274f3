package org.openhall.kiosk.screen.disclosure;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.store.EntryTitle;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.browse.TitleRow;
import org.openhall.kiosk.screen.disclosure.DisclosureModel.Overview;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.FactTable;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchPane;

/** 政府信息公开: the sections of the platform, how to apply for more, and what came last. */
public final class DisclosureView implements Screen {
  private static final double GAP = 24;
  private static final double WAYS_LYING = 980;

  private final KioskContext context;
  private final Region node;

  /** The page; it asks for its content at once. */
  public DisclosureView(KioskContext context) {
    this.context = context;
    DisclosureModel model = new DisclosureModel(context.content());
    node = new LoadedPane<>(context, model.overview(), this::page);
    node.setId("disclosure");
  }

  @Override
  public Region node() {
    return node;
  }

  private Region page(Overview overview) {
    PageHeading heading =
        new PageHeading(context.text("disclosure.title"), context.text("disclosure.subtitle"));
    VBox ways = new VBox(GAP, heading, new DisclosureTiles(context, overview));
    VBox below = new VBox(GAP);
    overview.guides().stream().limit(1).forEach(it -> below.getChildren().add(applying(it)));
    if (!overview.latest().isEmpty()) {
      below.getChildren().add(latest(overview.latest()));
    }
    boolean upright = context.orientation() == Orientation.PORTRAIT;
    Region all = upright ? new VBox(ways, below) : new HBox(ways, below);
    all.getStyleClass().add("page");
    if (!upright) {
      ways.setMinWidth(WAYS_LYING);
      HBox.setHgrow(below, Priority.ALWAYS);
    }
    return new TouchPane(all);
  }

  /** 依申请公开: to whom, and where its rules are told. */
  private Region applying(DisclosureGuide guide) {
    DisclosureGuide.Contact contact = guide.contact();
    List<Fact> facts =
        List.of(
            new Fact(context.text("contact.agency"), contact.agency()),
            new Fact(context.text("contact.address"), contact.address()),
            new Fact(context.text("contact.hours"), contact.hours()),
            new Fact(context.text("contact.phone"), contact.phone()));
    VBox card =
        new VBox(
            GAP,
            line(context.text("disclosure.apply"), "section-title"),
            line(context.text("disclosure.apply.text"), "body"),
            new FactTable(facts, context.text("fact.missing")));
    card.setId("disclosure-apply");
    card.getStyleClass().add("card");
    return card;
  }

  private Region latest(List<EntryTitle> entries) {
    VBox rows = new VBox();
    entries.forEach(entry -> rows.getChildren().add(new TitleRow(context, entry)));
    return new VBox(16, line(context.text("home.latest"), "section-title"), rows);
  }

  private static Label line(String text, String style) {
    Label label = ShownLabel.wrapping(text, style);
    label.setAlignment(Pos.TOP_LEFT);
    return label;
  }
}
