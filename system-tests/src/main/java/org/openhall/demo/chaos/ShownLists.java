package org.openhall.demo.chaos;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.content.CatalogNode;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.Facet;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.SearchResult;
import org.openhall.content.store.ShownNames;
import org.openhall.content.store.UnreadableSnapshotException;

/**
 * What a person reads in lists, filters, suggestions and searches, and what the keyboard proposes.
 *
 * @param lines titles, records and words, in their order
 * @param readings what searches took the words for
 * @param counts how many there are, as the screen says it
 * @param notices places that say that the content is damaged
 */
record ShownLists(List<Object> lines, List<String> readings, List<Long> counts, int notices) {
  private static final List<String> QUESTIONS =
      List.of("营业执照", "shenfenzheng", "公积金", "便民服务事项", "残疾人", "gjj", "户口", "102号", "终端管理办法");

  /** More than the sample has. */
  private static final int ALL = 1000;

  /** One place of the screen that shows a list. */
  private interface Place {
    void show(Gathered on, ContentSnapshot snapshot) throws UnreadableSnapshotException;
  }

  private static final class Gathered {
    private final List<Object> lines = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    void facets(List<Facet> facets) {
      facets.forEach(facet -> {
        lines.addAll(List.of(facet.label(), facet.value()));
        counts.add(facet.count());
      });
    }

    void found(SearchResult result) {
      lines.addAll(result.hits());
      counts.add(result.count());
      Optional.ofNullable(result.readAs()).ifPresent(readings::add);
    }

    void names(ShownNames names) {
      lines.addAll(names.sought());
      lines.addAll(names.titles());
    }
  }

  /** Looks at every place; one that cannot be read says so, and the others go on. */
  static ShownLists of(ContentSnapshot snapshot, Clock clock) {
    Gathered all = new Gathered();
    int notices = 0;
    for (Place place : places(clock)) {
      try {
        place.show(all, snapshot);
      } catch (UnreadableSnapshotException e) {
        notices++;
      }
    }
    return new ShownLists(all.lines, all.readings, all.counts, notices);
  }

  private static List<Place> places(Clock clock) {
    EntryFilter entries = EntryFilter.none();
    GuideFilter guides = GuideFilter.none();
    List<Place> places = new ArrayList<>();
    places.add((on, s) -> on.lines.addAll(s.entries(entries, 0, ALL).rows()));
    places.add((on, s) -> on.counts.add(s.entryCount(entries)));
    places.add((on, s) -> on.facets(s.publishers(entries)));
    places.add((on, s) -> on.facets(s.years(entries)));
    places.add((on, s) -> on.facets(s.themes(entries)));
    places.add((on, s) -> on.facets(s.genres(entries)));
    places.add((on, s) -> on.facets(s.validities(entries)));
    places.add((on, s) -> on.lines.addAll(s.guides(guides, 0, ALL).rows()));
    places.add((on, s) -> on.counts.add(s.guideCount(guides)));
    places.add((on, s) -> on.facets(s.guideDepartments(guides)));
    places.add((on, s) -> on.facets(s.guideTypes(guides)));
    places.add((on, s) -> on.facets(s.guideThemes(guides)));
    places.add((on, s) -> on.lines.addAll(s.popularGuides(20)));
    places.add((on, s) -> on.lines.addAll(s.notices(LocalDate.now(clock))));
    places.add((on, s) -> on.lines.addAll(s.departments()));
    places.add((on, s) -> on.lines.addAll(s.staff()));
    places.add((on, s) -> on.lines.addAll(s.forms()));
    places.add((on, s) -> on.lines.addAll(s.hallMaps()));
    places.add((on, s) -> on.lines.addAll(s.annualReports()));
    places.add((on, s) -> on.lines.addAll(s.disclosureGuides()));
    places.add((on, s) -> on.lines.addAll(s.calendars()));
    for (CatalogNode.Tree tree : CatalogNode.Tree.values()) {
      places.add((on, s) -> on.lines.addAll(s.children(tree, null)));
    }
    QUESTIONS.forEach(question -> {
      places.add((on, s) -> on.found(s.search(question, 50)));
      places.add((on, s) -> on.lines.addAll(s.completions(question, 20)));
    });
    places.add((on, s) -> on.names(s.names()));
    return places;
  }

  /** The first line that is not one of those that were signed. */
  Optional<Object> unsigned(SignedLines signed) {
    return Stream.concat(
            lines.stream().filter(line -> !signed.permits(line)),
            readings.stream().filter(reading -> !signed.permitsReading(reading)))
        .findFirst();
  }
}
