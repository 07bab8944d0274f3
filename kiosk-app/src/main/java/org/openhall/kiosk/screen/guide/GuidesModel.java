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
  private final ContentSource content;
  private final PagedList<GuideTitle> guides;
  private final ReadOnlyObjectWrapper<GuideFilter> filter =
      new ReadOnlyObjectWrapper<>(GuideFilter.none());
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
    return !filter.get().equals(GuideFilter.none());
  }

  /** Shows one department's guides only, or with null those of all. */
  void chooseDepartment(@Nullable String department) {
    narrow(filter.get().withDepartmentName(department));
  }

  /** Shows guides of one item type only, or with null those of all. */
  void chooseType(@Nullable String type) {
    narrow(filter.get().withItemType(type));
  }

  /** Shows guides of one theme only, or with null those of all. */
  void chooseTheme(@Nullable String theme) {
    narrow(filter.get().withTheme(theme));
  }

  /** Shows guides under one node of either tree of themes only, or with null those of all. */
  void chooseTopic(@Nullable String nodeId) {
    boolean legal =
        choices.get().legalThemes().stream().anyMatch(facet -> facet.value().equals(nodeId));
    GuideFilter open = filter.get().withPersonTheme(null).withLegalTheme(null);
    narrow(legal ? open.withLegalTheme(nodeId) : open.withPersonTheme(nodeId));
  }

  /** Shows guides of one event of life only, or with null those of all. */
  void chooseLifeEvent(@Nullable String nodeId) {
    narrow(filter.get().withLifeEvent(nodeId));
  }

  /**
   * Shows guides for persons or for companies only, or with null those for all. A theme of the
   * other side is given up, for nothing could be under both.
   */
  void chooseAudience(@Nullable Audience audience) {
    GuideFilter chosen = filter.get().withAudience(audience);
    narrow(
        switch (audience) {
          case NATURAL_PERSON -> chosen.withLegalTheme(null);
          case LEGAL_PERSON -> chosen.withPersonTheme(null);
          case null -> chosen;
        });
  }

  void clearFilters() {
    narrow(GuideFilter.none());
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
