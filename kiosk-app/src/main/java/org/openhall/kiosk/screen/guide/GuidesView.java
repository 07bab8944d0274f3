package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.store.Facet;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.browse.ChoiceBar;
import org.openhall.kiosk.screen.browse.ListPane;
import org.openhall.kiosk.screen.browse.RecordRow;
import org.openhall.kiosk.screen.browse.TwoPart;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.PageHeading;

/** Choosing a service guide. */
public final class GuidesView implements Screen {
  private final KioskContext context;
  private final GuidesModel model;
  private final ChoiceBar audiences;
  private final ChoiceBar topics;
  private final ChoiceBar events;
  private final ChoiceBar departments;
  private final ChoiceBar types;
  private final ChoiceBar themes;
  private final Region node;

  /** Opens the list of all guides. */
  public GuidesView(KioskContext context) {
    this.context = context;
    model = new GuidesModel(context.content());
    audiences = new ChoiceBar(context, "filter-audience");
    topics = new ChoiceBar(context, "filter-topic");
    events = new ChoiceBar(context, "filter-event");
    departments = new ChoiceBar(context, "filter-department");
    types = new ChoiceBar(context, "filter-type");
    themes = new ChoiceBar(context, "filter-theme");
    ListPane<GuideTitle> list =
        new ListPane<>(
            context,
            model.guides(),
            this::row,
            new ListPane.Filters(model::filtered, model::clearFilters, this::said));
    PageHeading heading = new PageHeading(context.text("guides.title"), null);
    node = new TwoPart(context, heading, list, bars());
    model.choices().subscribe(_ -> show());
    model.filter().subscribe(_ -> show());
  }

  @Override
  public Region node() {
    return node;
  }

  private List<ChoiceBar> bars() {
    return List.of(audiences, topics, themes, departments, events, types);
  }

  private List<String> said() {
    return bars().stream().flatMap(bar -> bar.said().stream()).toList();
  }

  private RecordRow.Content row(GuideTitle guide) {
    List<Fact> facts =
        List.of(
            new Fact(context.text("fact.department"), guide.departmentName()),
            new Fact(context.text("fact.item-type"), guide.itemType()),
            new Fact(context.text("guides.materials"), materials(guide)));
    Destination page = new Destination.Guide(guide.id(), null);
    return new RecordRow.Content("guide-" + guide.id(), guide.title(), guide.sample(), facts, page);
  }

  private @Nullable String materials(GuideTitle guide) {
    return guide.complete() ? context.text("guides.given") : null;
  }

  private void show() {
    GuideChoices choices = model.choices().get();
    GuideFilter filter = model.filter().get();
    departments.showFacets(choices.departments(), filter.departmentName(), model::chooseDepartment);
    events.showFacets(choices.lifeEvents(), filter.lifeEvent(), model::chooseLifeEvent);
    types.showFacets(choices.types(), filter.itemType(), model::chooseType);
    showTopics(choices, filter);
    String audience = filter.audience() == null ? null : filter.audience().name();
    audiences.showFacets(
        choices.audiences().stream().map(this::named).toList(),
        audience,
        chosen -> model.chooseAudience(audienceOf(chosen)));
  }

  /** The trees where the content has them, else the source's own words. */
  private void showTopics(GuideChoices choices, GuideFilter filter) {
    List<Facet> nodes = new ArrayList<>(choices.personThemes());
    nodes.addAll(choices.legalThemes());
    String chosen = filter.personTheme() == null ? filter.legalTheme() : filter.personTheme();
    topics.showFacets(nodes, chosen, model::chooseTopic);
    List<Facet> words = nodes.isEmpty() ? choices.themes() : List.of();
    themes.showFacets(words, filter.theme(), model::chooseTheme);
  }

  private static @Nullable Audience audienceOf(@Nullable String value) {
    return value == null ? null : Audience.valueOf(value);
  }

  private Facet named(Facet audience) {
    return new Facet(
        audience.value(), context.text("audience." + audience.value()), audience.count());
  }
}
