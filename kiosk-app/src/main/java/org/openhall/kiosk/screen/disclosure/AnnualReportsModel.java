package org.openhall.kiosk.screen.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.store.Facet;
import org.openhall.kiosk.screen.browse.PagedList;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;

/** What the list of annual reports knows: the reports, and the year and publisher chosen. */
final class AnnualReportsModel {

  /**
   * What narrows the list.
   *
   * @param year the year reported on, or null for all
   * @param publisher 发布机构, or null for all
   */
  record Choice(@Nullable String year, @Nullable String publisher) {
    static final Choice ALL = new Choice(null, null);

    boolean lets(AnnualReport report) {
      return (year == null || year.equals(yearOf(report)))
          && (publisher == null || publisher.equals(report.publisher()));
    }
  }

  private final PagedList<AnnualReport> reports;
  private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(Choice.ALL);
  private final ReadOnlyObjectWrapper<List<AnnualReport>> all =
      new ReadOnlyObjectWrapper<>(List.of());

  AnnualReportsModel(ContentSource content) {
    reports = new PagedList<>(content);
    content.ask(
        snapshot -> List.copyOf(snapshot.annualReports()),
        answer -> {
          if (answer instanceof Answer.Given<List<AnnualReport>>(List<AnnualReport> read)) {
            all.set(read);
          }
        });
    load();
  }

  PagedList<AnnualReport> reports() {
    return reports;
  }

  ReadOnlyObjectProperty<Choice> choice() {
    return choice.getReadOnlyProperty();
  }

  /** Every report, whatever is chosen. */
  ReadOnlyObjectProperty<List<AnnualReport>> all() {
    return all.getReadOnlyProperty();
  }

  boolean filtered() {
    return !choice.get().equals(Choice.ALL);
  }

  void chooseYear(@Nullable String year) {
    narrow(new Choice(year, choice.get().publisher()));
  }

  void choosePublisher(@Nullable String publisher) {
    narrow(new Choice(choice.get().year(), publisher));
  }

  void clear() {
    narrow(Choice.ALL);
  }

  /** Years under the chosen publisher, the latest first. */
  List<Facet> years() {
    Choice others = new Choice(null, choice.get().publisher());
    return facets(others, AnnualReportsModel::yearOf).reversed();
  }

  /** Publishers under the chosen year. */
  List<Facet> publishers() {
    return facets(new Choice(choice.get().year(), null), AnnualReport::publisher);
  }

  private List<Facet> facets(Choice others, Function<AnnualReport, @Nullable String> value) {
    Map<String, Long> counts =
        all.get().stream()
            .filter(others::lets)
            .map(value)
            .filter(Objects::nonNull)
            .collect(
                Collectors.groupingBy(
                    Objects::requireNonNull, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(it -> new Facet(it.getKey(), it.getKey(), it.getValue()))
        .toList();
  }

  private void narrow(Choice chosen) {
    choice.set(chosen);
    load();
  }

  private void load() {
    Choice chosen = choice.get();
    reports.show((snapshot, offset, limit) ->
        PagedList.stretch(
            snapshot.annualReports().stream().filter(chosen::lets).toList(), offset, limit));
  }

  private static String yearOf(AnnualReport report) {
    return Integer.toString(report.year());
  }
}
