package org.openhall.kiosk.screen.search;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.Hit;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/** One hit: its title, where the words stand, and the words in their sentence. */
final class HitRow extends VBox {
  private final KioskContext context;

  HitRow(KioskContext context, Hit hit, String query) {
    this.context = context;
    setId("hit-" + hit.id());
    getStyleClass().addAll("record", "hit");
    getChildren().add(heading(hit, query));
    @Nullable String excerpt = hit.excerpt();
    if (excerpt != null) {
      getChildren().add(new HighlightedText(excerpt, query, "hit-excerpt"));
    }
    getChildren().add(facts(hit));
    Tap.on(this, () -> context.navigator().go(destination(hit, query)));
  }

  private HBox heading(Hit hit, String query) {
    Region title = new HighlightedText(hit.title(), query, "record-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox line = new HBox(16, title);
    if (hit.sample()) {
      line.getChildren().add(new Badge(context.text("browse.sample")));
    }
    return line;
  }

  private HBox facts(Hit hit) {
    Label where = new ShownLabel(context.text("search.where." + hit.where().name()));
    where.getStyleClass().add("hit-where");
    where.setMinWidth(USE_PREF_SIZE);
    @Nullable String subtitle = hit.subtitle();
    Label from = new ShownLabel(subtitle == null ? context.text("search.no-publisher") : subtitle);
    from.getStyleClass().add("record-label");
    return new HBox(20, where, from);
  }

  private static Destination destination(Hit hit, String query) {
    return switch (hit.kind()) {
      case GUIDE -> new Destination.Guide(hit.id(), query);
      case ENTRY -> new Destination.Entry(hit.id(), query);
      case NOTICE -> new Destination.NoticePage(hit.id());
      case DEPARTMENT -> new Destination.DepartmentPage(hit.id());
      case STAFF -> new Destination.Staff(null);
      case FORM -> new Destination.FormPage(hit.id());
      case DISCLOSURE_GUIDE -> new Destination.DisclosureGuidePage(hit.id());
      case REPORT -> new Destination.AnnualReportPage(hit.id());
    };
  }
}
