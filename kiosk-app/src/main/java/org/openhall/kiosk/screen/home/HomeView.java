package org.openhall.kiosk.screen.home;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.browse.EmptyPages;
import org.openhall.kiosk.screen.browse.TitleRow;
import org.openhall.kiosk.screen.home.HomeModel.Overview;
import org.openhall.kiosk.screen.home.HomeModel.State;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchPane;

/** The home screen: the ways on, the common matters, the latest documents. */
public final class HomeView implements Screen {
  static final double GAP = 24;
  private static final double WAYS_IN_LANDSCAPE = 980;
  private static final double LISTS_IN_LANDSCAPE = 828;

  private final KioskContext context;
  private final StackPane page = new StackPane();
  private final HomeTiles tiles;
  private final VBox lists = new VBox(GAP);
  private final HomeModel model;
  private final TouchPane whole;

  /** The screen; it asks for its content at once. */
  public HomeView(KioskContext context) {
    this.context = context;
    page.setId("home");
    tiles = new HomeTiles(context);
    whole = laidOut();
    page.getChildren().setAll(whole);
    model = new HomeModel(context.content());
    model.state().subscribe(this::show);
  }

  @Override
  public Region node() {
    return page;
  }

  @Override
  public void begun() {
    whole.scrollTo(0);
    model.ask();
  }

  /** The ways on stand at once; what must be looked up comes into the same page. */
  private void show(State state) {
    switch (state) {
      case State.Loading _ -> {}
      case State.Shown(Overview overview) -> show(overview);
      case State.NoContent _ -> page.getChildren().setAll(EmptyPages.noContent(context));
      case State.Damaged _ -> page.getChildren().setAll(EmptyPages.damaged(context));
    }
  }

  private void show(Overview overview) {
    if (!page.getChildren().contains(whole)) {
      page.getChildren().setAll(whole);
    }
    tiles.show(overview);
    lists.getChildren().setAll(popular(overview.popular()), latest(overview.latest()));
  }

  private TouchPane laidOut() {
    PageHeading heading =
        new PageHeading(context.text("home.title"), context.text("home.subtitle"));
    VBox ways = new VBox(GAP, heading, tiles);
    boolean portrait = context.orientation() == Orientation.PORTRAIT;
    return new TouchPane(portrait ? stacked(ways, lists) : side(ways, lists));
  }

  private static Region stacked(Region ways, Region lists) {
    VBox all = new VBox(ways, lists);
    all.getStyleClass().add("page");
    return all;
  }

  private static Region side(Region ways, Region lists) {
    HBox all = new HBox(ways, lists);
    all.getStyleClass().add("page");
    ways.setMinWidth(WAYS_IN_LANDSCAPE);
    lists.setPrefWidth(LISTS_IN_LANDSCAPE);
    HBox.setHgrow(lists, Priority.ALWAYS);
    return all;
  }

  private VBox popular(List<GuideTitle> guides) {
    ChipBar chips = new ChipBar();
    chips.setChips(guides.stream().map(this::chip).toList());
    return section("home.popular", chips, guides);
  }

  private Chip chip(GuideTitle guide) {
    return new Chip(
        "guide-" + guide.id(),
        guide.title(),
        null,
        false,
        () -> context.navigator().go(new Destination.Guide(guide.id(), null)));
  }

  private VBox latest(List<EntryTitle> entries) {
    VBox rows = new VBox();
    entries.forEach(entry -> rows.getChildren().add(new TitleRow(context, entry)));
    return section("home.latest", rows, entries);
  }

  /** A part of the page, hidden while it has nothing to list. */
  private VBox section(String key, Region body, List<?> listed) {
    VBox section = new VBox(16, label(context.text(key), "section-title"), body);
    section.setVisible(!listed.isEmpty());
    section.setManaged(!listed.isEmpty());
    return section;
  }

  private static Label label(String text, String style) {
    Label label = new ShownLabel(text);
    label.getStyleClass().add(style);
    return label;
  }
}
