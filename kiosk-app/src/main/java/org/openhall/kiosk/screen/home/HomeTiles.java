package org.openhall.kiosk.screen.home;

import java.text.NumberFormat;
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

  HomeTiles(KioskContext context, Overview overview) {
    super(HomeView.GAP, HomeView.GAP);
    this.context = context;
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    getColumnConstraints().addAll(half, half);
    String entries = counted("home.count.entries", overview.entries());
    String guides = counted("home.count.guides", overview.guides());
    String notices = counted("home.count.notices", overview.notices());
    addRow(
        0,
        tile("home-directory", Icon.DOCUMENT, new Destination.Directory(null)).withNote(entries),
        tile("home-guides", Icon.GUIDE, new Destination.Guides()).withNote(guides));
    addRow(
        1,
        tile("home-search", Icon.SEARCH, new Destination.Search())
            .withNote(context.text("home.search.note")),
        tile("home-identify", Icon.CARD, new Destination.Identify())
            .withNote(context.text("home.identify.note")));
    add(tile("home-notices", Icon.NOTICE, new Destination.Notices()).withNote(notices), 0, 2, 2, 1);
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
