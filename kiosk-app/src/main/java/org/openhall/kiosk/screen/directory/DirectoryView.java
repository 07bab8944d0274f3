package org.openhall.kiosk.screen.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.openhall.content.CatalogNode;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.Facet;
import org.openhall.kiosk.screen.browse.ChoiceBar;
import org.openhall.kiosk.screen.browse.FacetBar;
import org.openhall.kiosk.screen.browse.ListPane;
import org.openhall.kiosk.screen.browse.RecordRow;
import org.openhall.kiosk.screen.browse.TwoPart;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.PageHeading;

/** The disclosure directory: its tree and filters, and the entries under them. */
public final class DirectoryView implements Screen {
  private final KioskContext context;
  private final DirectoryModel model;
  private final ChoiceBar path;
  private final ChoiceBar branches;
  private final FacetBar filters;
  private final ListPane<EntryTitle> list;
  private final Region node;

  /** Opens the directory, narrowed from the start or not. */
  public DirectoryView(KioskContext context, EntryFilter narrowed) {
    this.context = context;
    model = new DirectoryModel(context.content(), narrowed);
    path = new ChoiceBar(context, "path", 2);
    branches = new ChoiceBar(context, "category", 2);
    filters = new FacetBar(context, model::clearFilters);
    list =
        new ListPane<>(
            context,
            model.entries(),
            this::row,
            new ListPane.Filters(model::filtered, model::clearFilters, this::ways, this::said));
    PageHeading heading = new PageHeading(context.text("directory.title"), null);
    node = new TwoPart(context, heading, list, List.of(path, branches, filters));
    model.shelf().subscribe(_ -> show());
    model.filter().subscribe(_ -> show());
  }

  @Override
  public Region node() {
    return node;
  }

  private RecordRow.Content row(EntryTitle entry) {
    String date = entry.date() == null ? null : entry.date().toString();
    List<Fact> facts =
        List.of(
            new Fact(context.text("fact.publisher"), entry.publisher()),
            new Fact(context.text("fact.date"), date),
            new Fact(context.text("fact.document-number"), entry.documentNumber()),
            new Fact(context.text("fact.index-number"), entry.indexNumber()));
    Destination page = new Destination.Entry(entry.id(), null);
    return new RecordRow.Content("entry-" + entry.id(), entry.title(), entry.sample(), facts, page);
  }

  /** The place in the tree, and what is filtered by. */
  private List<String> said() {
    List<String> said = new ArrayList<>();
    List<CatalogNode> steps = model.shelf().get().path();
    if (!steps.isEmpty()) {
      String names = String.join(" › ", steps.stream().map(CatalogNode::name).toList());
      said.add(context.text("pair", context.text("choice.path"), names));
    }
    for (Dimension dimension : Dimension.values()) {
      String value = dimension.chosen(model.filter().get());
      if (value != null) {
        String words = named(dimension, new Facet(value, value, 0)).label();
        said.add(context.text("pair", context.text("choice." + dimension.key()), words));
      }
    }
    return said;
  }

  private void show() {
    Shelf shelf = model.shelf().get();
    EntryFilter filter = model.filter().get();
    path.show(pathChips(shelf));
    branches.show(branchChips(shelf, filter.categoryId()));
    filters.show(Arrays.stream(Dimension.values()).map(it -> filter(it, shelf)).toList());
    list.filtersChanged();
  }

  private FacetBar.Filter filter(Dimension dimension, Shelf shelf) {
    List<Facet> values = shelf.facets(dimension).stream().map(it -> named(dimension, it)).toList();
    return new FacetBar.Filter(
        dimension.key(),
        values,
        dimension.chosen(model.filter().get()),
        value -> model.choose(dimension, value));
  }

  private Facet named(Dimension dimension, Facet facet) {
    return dimension == Dimension.VALIDITY
        ? new Facet(facet.value(), context.text("validity." + facet.value()), facet.count())
        : facet;
  }

  /** Each filter that alone leaves the list empty, with what is seen without it. */
  private List<ListPane.Way> ways() {
    return model.shelf().get().ways().stream().map(this::way).toList();
  }

  private ListPane.Way way(Shelf.Way way) {
    Dimension dimension = way.dimension();
    String words =
        context.text("browse.without", context.text("choice." + dimension.key()), way.count());
    return new ListPane.Way(
        "without-" + dimension.key(), words, () -> model.choose(dimension, null));
  }

  /** From the whole directory down to the open node; the whole alone needs no line. */
  private List<Chip> pathChips(Shelf shelf) {
    List<Chip> chips = new ArrayList<>();
    if (shelf.path().isEmpty()) {
      return chips;
    }
    String all = context.text("directory.whole");
    chips.add(new Chip("path-all", all, null, false, () -> model.open(null)));
    for (CatalogNode step : shelf.path()) {
      String id = step.header().id();
      boolean here = step.equals(shelf.path().getLast());
      String words = "› " + step.name();
      chips.add(new Chip("path-" + id, words, null, here, () -> model.open(id)));
    }
    return chips;
  }

  private List<Chip> branchChips(Shelf shelf, @Nullable String open) {
    List<Chip> chips = new ArrayList<>();
    for (Shelf.Branch branch : shelf.branches()) {
      String id = branch.node().header().id();
      String count = context.text("browse.number", branch.count());
      chips.add(
          new Chip(
              "category-" + id,
              branch.node().name(),
              count,
              id.equals(open),
              () -> model.open(id)));
    }
    return chips;
  }
}
