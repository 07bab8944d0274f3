package org.openhall.kiosk.screen.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.Facet;
import org.openhall.content.store.UnreadableSnapshotException;

/** What the directory can be narrowed by beside its tree, in the order that it is offered. */
enum Dimension {
  /** 发布机构. */
  PUBLISHER("filter-publisher"),
  /** The year of the entry. */
  YEAR("filter-year"),
  /** 主题. */
  THEME("filter-theme"),
  /** 体裁. */
  GENRE("filter-genre"),
  /** 有效性; values are names of {@link Validity}, their words are for the view to give. */
  VALIDITY("filter-validity");

  private final String key;

  Dimension(String key) {
    this.key = key;
  }

  /** Its name in ids and words. */
  String key() {
    return key;
  }

  /** The value that a filter holds in this dimension, or null for all. */
  @Nullable String chosen(EntryFilter filter) {
    return switch (this) {
      case PUBLISHER -> filter.publisher();
      case YEAR -> filter.year() == null ? null : filter.year().toString();
      case THEME -> filter.theme();
      case GENRE -> filter.genre();
      case VALIDITY -> filter.validity() == null ? null : filter.validity().name();
    };
  }

  /** The filter with another value in this dimension, or with null for all. */
  EntryFilter choose(EntryFilter filter, @Nullable String value) {
    return switch (this) {
      case PUBLISHER -> filter.withPublisher(value);
      case YEAR -> filter.withYear(value == null ? null : Integer.valueOf(value));
      case THEME -> filter.withTheme(value);
      case GENRE -> filter.withGenre(value);
      case VALIDITY -> filter.withValidity(value == null ? null : Validity.valueOf(value));
    };
  }

  /** The values under the other dimensions, with their numbers of entries. */
  List<Facet> facets(ContentSnapshot snapshot, EntryFilter filter)
      throws UnreadableSnapshotException {
    return switch (this) {
      case PUBLISHER -> snapshot.publishers(filter);
      case YEAR -> snapshot.years(filter);
      case THEME -> snapshot.themes(filter);
      case GENRE -> snapshot.genres(filter);
      case VALIDITY -> snapshot.validities(filter);
    };
  }
}
