package org.openhall.kiosk.screen.home;

import java.text.NumberFormat;
import java.util.Optional;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.openhall.kiosk.screen.home.HomeModel.Overview;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.TileButton;

/** The five large ways on from the home screen. */
final class HomeTiles extends GridPane {
  private final KioskContext context;

  /**
   * The tiles.
   *
   * @param overview what there is, or empty while that is being counted
   */
  HomeTiles(KioskContext context, Optional<Overview> overview) {
    super(HomeView.GAP, HomeView.GAP);
    this.context = context;
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    getColumnConstraints().addAll(half, half);
    addRow(
        0,
        tile("home-directory", Icon.DOCUMENT, new Destination.Disclosure())
            .withNote(counted("home.count.entries", overview.map(Overview::entries))),
        tile("home-guides", Icon.GUIDE, new Destination.Guides())
            .withNote(counted("home.count.guides", overview.map(Overview::guides))));
    addRow(
        1,
        tile("home-search", Icon.SEARCH, new Destination.Search())
            .withNote(context.text("home.search.note")),
        tile("home-identify", Icon.CARD, new Destination.Identify())
            .withNote(context.text("home.identify.note")));
    TileButton notices =
        tile("home-notices", Icon.NOTICE, new Destination.Notices())
            .withNote(counted("home.count.notices", overview.map(Overview::notices)));
    add(notices, 0, 2, 2, 1);
  }

  private TileButton tile(String id, Icon icon, Destination destination) {
    String title = context.text(id.replace('-', '.'));
    TileButton tile = new TileButton(id, icon, title, () -> context.navigator().go(destination));
    tile.setMaxWidth(Double.MAX_VALUE);
    return tile;
  }

  private String counted(String key, Optional<Long> count) {
    NumberFormat format =
        NumberFormat.getIntegerInstance(context.words().language().get().locale());
    return count
        .map(number -> context.text(key, format.format(number)))
        .orElseGet(() -> context.text("home.counting"));
  }
}
