package org.openhall.content.store;

import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide;

/**
 * Which service guides to list; null means any.
 *
 * @param departmentName 实施主体
 * @param itemType 事项类型
 * @param theme 主题分类
 * @param audience 服务对象
 */
public record GuideFilter(
    @Nullable String departmentName,
    @Nullable String itemType,
    @Nullable String theme,
    ServiceGuide.@Nullable Audience audience) {
  /** Every guide. */
  public static final GuideFilter ALL = new GuideFilter(null, null, null, null);
}
