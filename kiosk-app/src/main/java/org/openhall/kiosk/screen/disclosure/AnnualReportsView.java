package org.openhall.kiosk.screen.disclosure;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.openhall.content.AnnualReport;
import org.openhall.kiosk.screen.browse.ChoiceBar;
import org.openhall.kiosk.screen.browse.ListPane;
import org.openhall.kiosk.screen.browse.RecordRow;
import org.openhall.kiosk.screen.browse.TwoPart;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.PageHeading;

/** Choosing an annual report by year and publisher. */
public final class AnnualReportsView implements Screen {
  private final KioskContext context;
  private final AnnualReportsModel model;
  private final ChoiceBar years;
  private final ChoiceBar publishers;
  private final Region node;

  /** Opens the list of all reports. */
  public AnnualReportsView(KioskContext context) {
    this.context = context;
    model = new AnnualReportsModel(context.content());
    years = new ChoiceBar(context, "filter-year");
    publishers = new ChoiceBar(context, "filter-publisher");
    ListPane<AnnualReport> list =
        new ListPane<>(
            context,
            model.reports(),
            this::row,
            new ListPane.Filters(model::filtered, model::clear, this::said));
    PageHeading heading = new PageHeading(context.text("disclosure.reports"), null);
    node = new TwoPart(context, heading, list, List.of(years, publishers));
    model.all().subscribe(_ -> show());
    model.choice().subscribe(_ -> show());
  }

  @Override
  public Region node() {
    return node;
  }

  private List<String> said() {
    return Stream.of(years, publishers).flatMap(bar -> bar.said().stream()).toList();
  }

  private void show() {
    AnnualReportsModel.Choice chosen = model.choice().get();
    years.showFacets(model.years(), chosen.year(), model::chooseYear);
    publishers.showFacets(model.publishers(), chosen.publisher(), model::choosePublisher);
  }

  private RecordRow.Content row(AnnualReport report) {
    String day = report.publishedOn() == null ? null : report.publishedOn().toString();
    List<Fact> facts =
        List.of(
            new Fact(context.text("fact.report-year"), Integer.toString(report.year())),
            new Fact(context.text("fact.publisher"), report.publisher()),
            new Fact(context.text("fact.published-on"), day));
    String id = report.header().id();
    Destination page = new Destination.AnnualReportPage(id);
    return new RecordRow.Content(
        "report-" + id, report.title(), report.header().origin().sample(), facts, page);
  }
}
