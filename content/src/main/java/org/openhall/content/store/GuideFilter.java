package org.openhall.content.store;

import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide.Audience;

/**
 * Which service guides to list; null means any.
 *
 * @param departmentName 实施主体
 * @param itemType 事项类型
 * @param theme 主题分类
 * @param audience 服务对象
 * @param personTheme a node of the tree PERSON_THEME
 * @param legalTheme a node of the tree LEGAL_THEME
 * @param lifeEvent a node of the tree LIFE_EVENT (一件事)
 */
public record GuideFilter(
    @Nullable String departmentName,
    @Nullable String itemType,
    @Nullable String theme,
    @Nullable Audience audience,
    @Nullable String personTheme,
    @Nullable String legalTheme,
    @Nullable String lifeEvent) {
  private static final GuideFilter NONE = new GuideFilter(null, null, null, null, null, null, null);

  /** Every guide. */
  public static GuideFilter none() {
    return NONE;
  }

  /** This filter, but for another department. */
  public GuideFilter withDepartmentName(@Nullable String other) {
    return new GuideFilter(other, itemType, theme, audience, personTheme, legalTheme, lifeEvent);
  }

  /** This filter, but for another type. */
  public GuideFilter withItemType(@Nullable String other) {
    return new GuideFilter(
        departmentName, other, theme, audience, personTheme, legalTheme, lifeEvent);
  }

  /** This filter, but for another theme. */
  public GuideFilter withTheme(@Nullable String other) {
    return new GuideFilter(
        departmentName, itemType, other, audience, personTheme, legalTheme, lifeEvent);
  }

  /** This filter, but for another audience. */
  public GuideFilter withAudience(@Nullable Audience other) {
    return new GuideFilter(
        departmentName, itemType, theme, other, personTheme, legalTheme, lifeEvent);
  }

  /** This filter, but under another theme of natural persons. */
  public GuideFilter withPersonTheme(@Nullable String other) {
    return new GuideFilter(departmentName, itemType, theme, audience, other, legalTheme, lifeEvent);
  }

  /** This filter, but under another theme of legal persons. */
  public GuideFilter withLegalTheme(@Nullable String other) {
    return new GuideFilter(
        departmentName, itemType, theme, audience, personTheme, other, lifeEvent);
  }

  /** This filter, but for another 一件事. */
  public GuideFilter withLifeEvent(@Nullable String other) {
    return new GuideFilter(
        departmentName, itemType, theme, audience, personTheme, legalTheme, other);
  }
}
