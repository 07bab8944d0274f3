package org.openhall.kiosk.shell;

import org.jspecify.annotations.Nullable;

/** Where a citizen can go. Closed: the composition builds a {@link Screen} for each. */
public sealed interface Destination {

  /** The calm picture that waits for the next citizen. */
  record Attract() implements Destination {}

  /** The first page of a visit. */
  record Home() implements Destination {}

  /**
   * 政府信息公开目录.
   *
   * @param categoryId the node of the catalogue to open, or null for its roots
   */
  record Directory(@Nullable String categoryId) implements Destination {}

  /**
   * One entry of the directory, to be read.
   *
   * @param highlight the words that were searched for, or null
   */
  record Entry(String id, @Nullable String highlight) implements Destination {}

  /** 办事指南: choosing one. */
  record Guides() implements Destination {}

  /**
   * One service guide, to be read.
   *
   * @param highlight the words that were searched for, or null
   */
  record Guide(String id, @Nullable String highlight) implements Destination {}

  /** Search over everything published. */
  record Search() implements Destination {}

  /** 通知公告: the list. */
  record Notices() implements Destination {}

  /** One notice, to be read. */
  record NoticePage(String id) implements Destination {}

  /** 我的凭条: the purpose notice, the card, the receipt of this visit. */
  record Identify() implements Destination {}
}
