package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.Facet;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * What the guides can be narrowed by, each with its number of guides under the other choices.
 *
 * @param audiences values are names of {@link Audience}; labels are for the view to give
 */
record GuideChoices(
    List<Facet> departments, List<Facet> types, List<Facet> themes, List<Facet> audiences) {

  /** Before the content has answered. */
  static final GuideChoices UNKNOWN = new GuideChoices(List.of(), List.of(), List.of(), List.of());

  GuideChoices {
    departments = List.copyOf(departments);
    types = List.copyOf(types);
    themes = List.copyOf(themes);
    audiences = List.copyOf(audiences);
  }

  static GuideChoices read(ContentSnapshot snapshot, GuideFilter filter)
      throws UnreadableSnapshotException {
    return new GuideChoices(
        snapshot.guideDepartments(filter),
        snapshot.guideTypes(filter),
        snapshot.guideThemes(filter),
        audiences(snapshot, filter));
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
}
