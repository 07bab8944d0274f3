package org.openhall.kiosk.screen.directory;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.kiosk.screen.browse.PagedList;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;

/** What the directory screen knows: the place in the tree, the filters, the entries under both. */
final class DirectoryModel {
  private final ContentSource content;
  private final PagedList<EntryTitle> entries;
  private final ReadOnlyObjectWrapper<EntryFilter> filter;
  private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>(Shelf.UNKNOWN);

  /** Opens the directory, narrowed from the start or not. */
  DirectoryModel(ContentSource content, EntryFilter narrowed) {
    this.content = content;
    entries = new PagedList<>(content);
    filter = new ReadOnlyObjectWrapper<>(narrowed);
    load();
  }

  PagedList<EntryTitle> entries() {
    return entries;
  }

  ReadOnlyObjectProperty<EntryFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Shelf> shelf() {
    return shelf.getReadOnlyProperty();
  }

  /** Whether anything but the place in the tree narrows the list. */
  boolean filtered() {
    return !filter.get().equals(EntryFilter.none().withCategoryId(filter.get().categoryId()));
  }

  /** Opens a node of the tree, or with null the whole directory; the filters stay. */
  void open(@Nullable String categoryId) {
    narrow(filter.get().withCategoryId(categoryId));
  }

  /** Shows the entries of one value only, or with null those of all. */
  void choose(Dimension dimension, @Nullable String value) {
    narrow(dimension.choose(filter.get(), value));
  }

  /** Takes all filters away; the place in the tree stays. */
  void clearFilters() {
    narrow(EntryFilter.none().withCategoryId(filter.get().categoryId()));
  }

  private void narrow(EntryFilter chosen) {
    if (!chosen.equals(filter.get())) {
      filter.set(chosen);
      load();
    }
  }

  /** The list comes first; what else could be chosen may take a moment longer. */
  private void load() {
    EntryFilter chosen = filter.get();
    entries.show((snapshot, offset, limit) -> snapshot.entries(chosen, offset, limit));
    content.ask(
        snapshot -> Shelf.read(snapshot, chosen),
        answer -> {
          if (answer instanceof Answer.Given<Shelf>(Shelf read) && chosen.equals(filter.get())) {
            shelf.set(read);
          }
        });
  }
}
