package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhall.content.CatalogNode;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.Facet;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * What the guides can be narrowed by, each with its number of guides under the other choices.
 *
 * @param audiences values are names of {@link Audience}; labels are for the view to give
 * @param personThemes values are ids of nodes of the tree PERSON_THEME
 * @param legalThemes values are ids of nodes of the tree LEGAL_THEME
 * @param lifeEvents values are ids of nodes of the tree LIFE_EVENT (一件事)
 * @param themes the source's own words; of use where it knows no trees
 */
record GuideChoices(
    List<Facet> audiences,
    List<Facet> personThemes,
    List<Facet> legalThemes,
    List<Facet> lifeEvents,
    List<Facet> departments,
    List<Facet> types,
    List<Facet> themes) {
  /** Before the content has answered. */
  static final GuideChoices UNKNOWN =
      new GuideChoices(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  GuideChoices {
    audiences = List.copyOf(audiences);
    personThemes = List.copyOf(personThemes);
    legalThemes = List.copyOf(legalThemes);
    lifeEvents = List.copyOf(lifeEvents);
    departments = List.copyOf(departments);
    types = List.copyOf(types);
    themes = List.copyOf(themes);
  }

  static GuideChoices read(ContentSnapshot snapshot, GuideFilter filter)
      throws UnreadableSnapshotException {
    return new GuideChoices(
        audiences(snapshot, filter),
        personThemes(snapshot, filter),
        legalThemes(snapshot, filter),
        themes(snapshot, CatalogNode.Tree.LIFE_EVENT, filter::withLifeEvent, filter.lifeEvent()),
        snapshot.guideDepartments(filter),
        snapshot.guideTypes(filter),
        snapshot.guideThemes(filter));
  }

  private static List<Facet> personThemes(ContentSnapshot snapshot, GuideFilter filter)
      throws UnreadableSnapshotException {
    return filter.audience() == Audience.LEGAL_PERSON
        ? List.of()
        : themes(
            snapshot,
            CatalogNode.Tree.PERSON_THEME,
            filter.withLegalTheme(null)::withPersonTheme,
            filter.personTheme());
  }

  private static List<Facet> legalThemes(ContentSnapshot snapshot, GuideFilter filter)
      throws UnreadableSnapshotException {
    return filter.audience() == Audience.NATURAL_PERSON
        ? List.of()
        : themes(
            snapshot,
            CatalogNode.Tree.LEGAL_THEME,
            filter.withPersonTheme(null)::withLegalTheme,
            filter.legalTheme());
  }

  private static List<Facet> audiences(ContentSnapshot snapshot, GuideFilter filter)
      throws UnreadableSnapshotException {
    List<Facet> facets = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      long count = snapshot.guideCount(filter.withAudience(audience));
      if (count > 0) {
        facets.add(new Facet(audience.name(), audience.name(), count));
      }
    }
    return facets;
  }

  /** The themes of a tree that have guides, and the chosen one. */
  private static List<Facet> themes(
      ContentSnapshot snapshot,
      CatalogNode.Tree tree,
      Function<String, GuideFilter> narrowed,
      @Nullable String chosen)
      throws UnreadableSnapshotException {
    List<Facet> facets = new ArrayList<>();
    for (CatalogNode node : leaves(snapshot, tree)) {
      String id = node.header().id();
      long count = snapshot.guideCount(narrowed.apply(id));
      if (count > 0 || id.equals(chosen)) {
        facets.add(new Facet(id, node.name(), count));
      }
    }
    return facets;
  }

  /** What stands below the roots, or the roots themselves where nothing does. */
  private static List<CatalogNode> leaves(ContentSnapshot snapshot, CatalogNode.Tree tree)
      throws UnreadableSnapshotException {
    List<CatalogNode> leaves = new ArrayList<>();
    for (CatalogNode root : snapshot.children(tree, null)) {
      List<CatalogNode> below = snapshot.children(tree, root.header().id());
      leaves.addAll(below.isEmpty() ? List.of(root) : below);
    }
    return leaves;
  }
}
