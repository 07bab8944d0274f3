package org.openhall.kiosk.screen.home;

import java.util.List;
import java.util.Optional;
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

  /** The screen; it asks for its content at once. */
  public HomeView(KioskContext context) {
    this.context = context;
    page.setId("home");
    HomeModel model = new HomeModel(context.content());
    model.state().subscribe(this::show);
  }

  @Override
  public Region node() {
    return page;
  }

  private void show(State state) {
    page.getChildren()
        .setAll(
            switch (state) {
              case State.Loading _ -> laidOut(Optional.empty());
              case State.Shown(Overview overview) -> laidOut(Optional.of(overview));
              case State.NoContent _ -> EmptyPages.noContent(context);
              case State.Damaged _ -> EmptyPages.damaged(context);
            });
  }

  /** The ways on stand at once; what must be looked up follows below. */
  private Region laidOut(Optional<Overview> overview) {
    PageHeading heading =
        new PageHeading(context.text("home.title"), context.text("home.subtitle"));
    VBox ways = new VBox(GAP, heading, new HomeTiles(context, overview));
    VBox lists = new VBox(GAP);
    overview.ifPresent(
        known -> lists.getChildren().addAll(popular(known.popular()), latest(known.latest())));
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
