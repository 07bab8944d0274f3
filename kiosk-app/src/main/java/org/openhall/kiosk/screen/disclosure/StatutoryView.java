package org.openhall.kiosk.screen.disclosure;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.CatalogNode;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;
import org.openhall.kiosk.widget.TouchPane;

/** The fifteen items of the law, each with what the directory holds of it. */
public final class StatutoryView implements Screen {
  private static final double GAP = 24;
  private static final int SIGN = 40;

  private final KioskContext context;
  private final Region node;

  /** The page; it asks for its content at once. */
  public StatutoryView(KioskContext context) {
    this.context = context;
    StatutoryModel model = new StatutoryModel(context.content());
    node = new LoadedPane<>(context, model.items(), this::page);
  }

  @Override
  public Region node() {
    return node;
  }

  private Region page(StatutoryItems items) {
    PageHeading heading =
        new PageHeading(context.text("statutory.title"), context.text("statutory.subtitle"));
    VBox page =
        new VBox(
            heading, rows(items), ShownLabel.wrapping(context.text("statutory.more"), "row-note"));
    page.getStyleClass().add("page");
    return new TakeawayPane(context).show(new TouchPane(page), () -> taken(items));
  }

  private TakenPage taken(StatutoryItems items) {
    List<String> lines =
        items.items().stream()
            .map(item -> context.text("statutory.taken", number(item), words(item), said(item)))
            .toList();
    List<String> facts = List.of(context.text("statutory.subtitle"));
    String title = context.text("statutory.title");
    return new TakenPage(title, facts, lines, TakenPage.Gist.NONE, TakenPage.Source.OFFICE, null);
  }

  /** One below the other; lying screens have room for two columns, read downwards. */
  private Region rows(StatutoryItems items) {
    int columns = context.orientation() == Orientation.PORTRAIT ? 1 : 2;
    int each = Math.ceilDiv(StatutoryItems.COUNT, columns);
    HBox all = new HBox(GAP);
    for (int column = 0; column < columns; column++) {
      VBox part = new VBox();
      int until = Math.min((column + 1) * each, StatutoryItems.COUNT);
      items.items().subList(column * each, until).forEach(it -> part.getChildren().add(row(it)));
      part.setPrefWidth(0);
      HBox.setHgrow(part, Priority.ALWAYS);
      all.getChildren().add(part);
    }
    return all;
  }

  private Region row(StatutoryItems.Item item) {
    Label number = ShownLabel.wrapping(number(item), "statutory-number");
    Label words = ShownLabel.wrapping(words(item), "row-title");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(GAP, number, words, count(item));
    row.setId("statutory-" + item.number());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    CatalogNode entries = item.node();
    if (entries != null && item.count() > 0) {
      row.getChildren().add(Icon.FORWARD.node(SIGN, Palette.BLUE));
      Destination page = new Destination.Directory(StatutoryItems.entries(entries));
      Tap.on(row, () -> context.navigator().go(page));
    }
    return row;
  }

  private String number(StatutoryItems.Item item) {
    return context.text("statutory.number." + item.number());
  }

  private String words(StatutoryItems.Item item) {
    return context.text("statutory.item." + item.number());
  }

  /** What the directory holds of it. */
  private String said(StatutoryItems.Item item) {
    return item.count() == 0
        ? context.text("disclosure.none")
        : context.text("browse.items", item.count());
  }

  private Label count(StatutoryItems.Item item) {
    Label label = ShownLabel.wrapping(said(item), item.count() == 0 ? "row-note" : "row-count");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
