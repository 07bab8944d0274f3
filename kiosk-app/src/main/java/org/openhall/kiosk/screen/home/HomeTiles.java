package org.openhall.kiosk.screen.home;

import java.text.NumberFormat;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.openhall.kiosk.screen.home.HomeModel.Overview;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.SmallTile;
import org.openhall.kiosk.widget.TileButton;

/** The ways on from the home screen: four large ones, and a quieter row. */
final class HomeTiles extends GridPane {
  private static final int COLUMNS = 6;

  private final KioskContext context;
  private final TileButton entries;
  private final TileButton guides;

  /** The tiles, while what there is is still being counted. */
  HomeTiles(KioskContext context) {
    super(HomeView.GAP, HomeView.GAP);
    this.context = context;
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    getColumnConstraints().addAll(half, half);
    String counting = context.text("home.counting");
    entries = tile("home-directory", Icon.DOCUMENT, new Destination.Disclosure());
    guides = tile("home-guides", Icon.GUIDE, new Destination.Guides());
    addRow(0, entries.withNote(counting), guides.withNote(counting));
    addRow(
        1,
        tile("home-search", Icon.SEARCH, new Destination.Search())
            .withNote(context.text("home.search.note")),
        tile("home-identify", Icon.CARD, new Destination.Identify())
            .withNote(context.text("home.identify.note")));
    add(links(), 0, 2, 2, 1);
  }

  /** Says how much there is. */
  void show(Overview overview) {
    entries.withNote(counted("home.count.entries", overview.entries()));
    guides.withNote(counted("home.count.guides", overview.guides()));
  }

  /** The ways that are taken less often: two quieter rows of three. */
  private GridPane links() {
    GridPane links = new GridPane(HomeView.GAP, HomeView.GAP);
    for (int column = 0; column < COLUMNS; column++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / COLUMNS);
      links.getColumnConstraints().add(share);
    }
    links.add(link("home-events", Icon.JOINED, new Destination.LifeEvents()), 0, 0, 2, 1);
    links.add(link("home-hall", Icon.MAP, new Destination.Hall(null)), 2, 0, 2, 1);
    links.add(link("home-staff", Icon.PERSON, new Destination.Staff(null)), 4, 0, 2, 1);
    links.add(link("home-notices", Icon.NOTICE, new Destination.Notices()), 0, 1, 2, 1);
    links.add(link("home-departments", Icon.DEPARTMENT, new Destination.Departments()), 2, 1, 2, 1);
    links.add(link("home-cases", Icon.SCAN, new Destination.Cases()), 4, 1, 2, 1);
    return links;
  }

  private SmallTile link(String id, Icon icon, Destination destination) {
    String title = context.text(id.replace('-', '.'));
    return new SmallTile(id, icon, title, () -> context.navigator().go(destination));
  }

  private TileButton tile(String id, Icon icon, Destination destination) {
    String title = context.text(id.replace('-', '.'));
    TileButton tile = new TileButton(id, icon, title, () -> context.navigator().go(destination));
    tile.setMaxWidth(Double.MAX_VALUE);
    return tile;
  }

  private String counted(String key, long count) {
    NumberFormat format =
        NumberFormat.getIntegerInstance(context.words().language().get().locale());
    return context.text(key, format.format(count));
  }
}
