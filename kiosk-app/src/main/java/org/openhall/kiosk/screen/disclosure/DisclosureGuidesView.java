package org.openhall.kiosk.screen.disclosure;

import java.util.List;
import javafx.scene.layout.Region;
import org.openhall.content.DisclosureGuide;
import org.openhall.kiosk.screen.browse.ListPane;
import org.openhall.kiosk.screen.browse.PagedList;
import org.openhall.kiosk.screen.browse.RecordRow;
import org.openhall.kiosk.screen.browse.TwoPart;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.PageHeading;

/** Choosing a disclosure guide, where several bodies have published theirs. */
public final class DisclosureGuidesView implements Screen {
  private final KioskContext context;
  private final Region node;

  /** Opens the list of all guides. */
  public DisclosureGuidesView(KioskContext context) {
    this.context = context;
    PagedList<DisclosureGuide> guides = new PagedList<>(context.content());
    ListPane<DisclosureGuide> list =
        new ListPane<>(context, guides, this::row, ListPane.Filters.NONE);
    PageHeading heading = new PageHeading(context.text("disclosure.guide"), null);
    node = new TwoPart(context, heading, list, List.of());
    guides.show(
        (snapshot, offset, limit) -> PagedList.stretch(snapshot.disclosureGuides(), offset, limit));
  }

  @Override
  public Region node() {
    return node;
  }

  private RecordRow.Content row(DisclosureGuide guide) {
    String day = guide.publishedOn() == null ? null : guide.publishedOn().toString();
    List<Fact> facts =
        List.of(
            new Fact(context.text("fact.publisher"), guide.publisher()),
            new Fact(context.text("fact.published-on"), day));
    String id = guide.header().id();
    Destination page = new Destination.DisclosureGuidePage(id);
    return new RecordRow.Content(
        "disclosure-guide-" + id, guide.title(), guide.header().origin().sample(), facts, page);
  }
}
