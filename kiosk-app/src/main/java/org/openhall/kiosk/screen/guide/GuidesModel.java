package org.openhall.kiosk.screen.guide;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.browse.PagedList;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentSource;

/** What the screen for choosing a guide knows: the choices made, and the guides under them. */
final class GuidesModel {
  private static final GuideFilter ALL = new GuideFilter(null, null, null, null);

  private final ContentSource content;
  private final PagedList<GuideTitle> guides;
  private final ReadOnlyObjectWrapper<GuideFilter> filter = new ReadOnlyObjectWrapper<>(ALL);
  private final ReadOnlyObjectWrapper<GuideChoices> choices =
      new ReadOnlyObjectWrapper<>(GuideChoices.UNKNOWN);

  GuidesModel(ContentSource content) {
    this.content = content;
    guides = new PagedList<>(content);
    load();
  }

  PagedList<GuideTitle> guides() {
    return guides;
  }

  ReadOnlyObjectProperty<GuideFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<GuideChoices> choices() {
    return choices.getReadOnlyProperty();
  }

  boolean filtered() {
    return !filter.get().equals(ALL);
  }

  /** Shows one department's guides only, or with null those of all. */
  void chooseDepartment(@Nullable String department) {
    GuideFilter f = filter.get();
    narrow(new GuideFilter(department, f.itemType(), f.theme(), f.audience()));
  }

  /** Shows guides of one item type only, or with null those of all. */
  void chooseType(@Nullable String type) {
    GuideFilter f = filter.get();
    narrow(new GuideFilter(f.departmentName(), type, f.theme(), f.audience()));
  }

  /** Shows guides of one theme only, or with null those of all. */
  void chooseTheme(@Nullable String theme) {
    GuideFilter f = filter.get();
    narrow(new GuideFilter(f.departmentName(), f.itemType(), theme, f.audience()));
  }

  /** Shows guides for persons or for companies only, or with null those for all. */
  void chooseAudience(@Nullable Audience audience) {
    GuideFilter f = filter.get();
    narrow(new GuideFilter(f.departmentName(), f.itemType(), f.theme(), audience));
  }

  void clearFilters() {
    narrow(ALL);
  }

  private void narrow(GuideFilter chosen) {
    if (!chosen.equals(filter.get())) {
      filter.set(chosen);
      load();
    }
  }

  private void load() {
    GuideFilter chosen = filter.get();
    guides.show((snapshot, offset, limit) -> snapshot.guides(chosen, offset, limit));
    content.ask(
        snapshot -> GuideChoices.read(snapshot, chosen),
        answer -> {
          if (answer instanceof Answer.Given<GuideChoices>(GuideChoices read)
              && chosen.equals(filter.get())) {
            choices.set(read);
          }
        });
  }
}
