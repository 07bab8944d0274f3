package org.openhall.content.store;

import org.jspecify.annotations.Nullable;
import org.openhall.content.DisclosureEntry.Validity;

/**
 * Which entries of the disclosure directory to list; null means any.
 *
 * @param categoryId a catalogue node; all nodes below it count too
 * @param publisher 发布机构
 * @param year year of publication, or of writing where that is missing
 * @param theme 主题分类
 * @param genre 体裁分类
 * @param validity 有效性
 */
public record EntryFilter(
    @Nullable String categoryId,
    @Nullable String publisher,
    @Nullable Integer year,
    @Nullable String theme,
    @Nullable String genre,
    @Nullable Validity validity) {
  private static final EntryFilter NONE = new EntryFilter(null, null, null, null, null, null);

  /** Every entry. */
  public static EntryFilter none() {
    return NONE;
  }

  /** This filter, but under another node. */
  public EntryFilter withCategoryId(@Nullable String other) {
    return new EntryFilter(other, publisher, year, theme, genre, validity);
  }

  /** This filter, but for another publisher. */
  public EntryFilter withPublisher(@Nullable String other) {
    return new EntryFilter(categoryId, other, year, theme, genre, validity);
  }

  /** This filter, but for another year. */
  public EntryFilter withYear(@Nullable Integer other) {
    return new EntryFilter(categoryId, publisher, other, theme, genre, validity);
  }

  /** This filter, but for another theme. */
  public EntryFilter withTheme(@Nullable String other) {
    return new EntryFilter(categoryId, publisher, year, other, genre, validity);
  }

  /** This filter, but for another genre. */
  public EntryFilter withGenre(@Nullable String other) {
    return new EntryFilter(categoryId, publisher, year, theme, other, validity);
  }

  /** This filter, but for another validity. */
  public EntryFilter withValidity(@Nullable Validity other) {
    return new EntryFilter(categoryId, publisher, year, theme, genre, other);
  }
}
