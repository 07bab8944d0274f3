package org.openhall.kiosk.screen.disclosure;

import java.text.NumberFormat;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.store.EntryFilter;
import org.openhall.kiosk.screen.disclosure.DisclosureModel.Overview;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.TileButton;

/** The sections of the disclosure platform as tiles, each with what it holds, 暂无 included. */
final class DisclosureTiles extends GridPane {
  private static final double GAP = 24;
  private static final int COLUMNS = 2;

  private final KioskContext context;
  private int tiles;

  DisclosureTiles(KioskContext context, Overview overview) {
    super(GAP, GAP);
    this.context = context;
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(100.0 / COLUMNS);
    getColumnConstraints().addAll(half, half);
    tile("directory", Icon.FOLDER, new Destination.Directory(EntryFilter.none()))
        .withNote(counted("home.count.entries", overview.entries()));
    tile("statutory", Icon.DOCUMENT, new Destination.Statutory())
        .withNote(counted("home.count.entries", overview.statutory()));
    tile("guide", Icon.GUIDE, guide(overview.guides()))
        .withNote(noted("disclosure.guide.note", overview.guides().size()));
    tile("reports", Icon.CLOCK, new Destination.AnnualReports()).withNote(reports(overview));
    overview.rules().ifPresent(this::rules);
    tile("departments", Icon.DEPARTMENT, new Destination.Departments())
        .withNote(counted("disclosure.departments.note", overview.departments()));
    if (tiles % COLUMNS == 1) {
      setColumnSpan(getChildren().getLast(), COLUMNS);
    }
  }

  private void rules(DisclosureModel.Rules rules) {
    tile("rules", Icon.HALL, new Destination.Directory(StatutoryItems.entries(rules.node())))
        .withNote(counted("home.count.entries", rules.count()));
  }

  /** The only guide is opened at once. */
  private static Destination guide(List<DisclosureGuide> guides) {
    return guides.size() == 1
        ? new Destination.DisclosureGuidePage(guides.getFirst().header().id())
        : new Destination.DisclosureGuides();
  }

  private String reports(Overview overview) {
    return overview.reports().isEmpty()
        ? context.text("disclosure.none")
        : context.text(
            "disclosure.reports.note",
            Integer.toString(overview.reports().getFirst().year()),
            overview.reports().size());
  }

  private TileButton tile(String name, Icon icon, Destination destination) {
    String title = context.text("disclosure.tile." + name);
    Runnable open = () -> context.navigator().go(destination);
    TileButton tile = new TileButton("disclosure-" + name, icon, title, open);
    tile.setMaxWidth(Double.MAX_VALUE);
    add(tile, tiles % COLUMNS, tiles / COLUMNS);
    tiles++;
    return tile;
  }

  private String noted(String key, int there) {
    return context.text(there == 0 ? "disclosure.none" : key);
  }

  private String counted(String key, long count) {
    NumberFormat format =
        NumberFormat.getIntegerInstance(context.words().language().get().locale());
    return count == 0 ? context.text("disclosure.none") : context.text(key, format.format(count));
  }
}
