package org.openhall.kiosk.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.Attachment;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.Notice;
import org.openhall.content.ServiceGuide;
import org.openhall.content.store.EntryFilter;

/** Where a citizen can go. Closed: the composition builds a {@link Screen} for each. */
public sealed interface Destination {

  /** The calm picture that waits for the next citizen. */
  record Attract() implements Destination {}

  /** The first page of a visit. */
  record Home() implements Destination {}

  /** 政府信息公开: the way into all that the law has the government disclose. */
  record Disclosure() implements Destination {}

  /**
   * 政府信息公开目录.
   *
   * @param narrowed the node of the catalogue to open, and what else to narrow it by
   */
  record Directory(EntryFilter narrowed) implements Destination {}

  /** 法定主动公开内容: the fifteen items of 政府信息公开条例 第二十条. */
  record Statutory() implements Destination {}

  /** 政府信息公开指南: choosing one. */
  record DisclosureGuides() implements Destination {}

  /** One 政府信息公开指南, to be read. */
  record DisclosureGuidePage(String id) implements Destination {}

  /** 政府信息公开年报: choosing one. */
  record AnnualReports() implements Destination {}

  /** One annual report, to be read. */
  record AnnualReportPage(String id) implements Destination {}

  /** 机构职能: choosing a department. */
  record Departments() implements Destination {}

  /** One department. */
  record DepartmentPage(String id) implements Destination {}

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

  /** “一件事”: choosing an event of life. */
  record LifeEvents() implements Destination {}

  /** One event of life, with the guides that it takes. */
  record LifeEvent(String id) implements Destination {}

  /**
   * The questions of a guide (情形), which end in a person's own list.
   *
   * @param guideId id of the guide
   */
  record Situations(String guideId) implements Destination {}

  /** One attachment: its pages, or why it is not shown. */
  record FilePage(Attachment file) implements Destination {}

  /** One form: the blank, the example, how it is filled in. */
  record FormPage(String id) implements Destination {}

  /**
   * Windows and map.
   *
   * @param windowId number of the window to show the way to, or null
   */
  record Hall(@Nullable String windowId) implements Destination {}

  /**
   * 窗口人员公示.
   *
   * @param windowId number of the window whose people are shown, or null for all
   */
  record Staff(@Nullable String windowId) implements Destination {}

  /** Search over everything published. */
  record Search() implements Destination {}

  /** 通知公告: the list. */
  record Notices() implements Destination {}

  /** One notice, to be read. */
  record NoticePage(String id) implements Destination {}

  /** 我的凭条: the purpose notice, the card, the receipt of this visit. */
  record Identify() implements Destination {}

  /** 查询办件: a number, typed or scanned, and the office's answer. */
  record Cases() implements Destination {}

  /** The record that this page is about; empty where it is about many, or none. */
  default Optional<String> subject() {
    return switch (this) {
      case DisclosureGuidePage(String id) -> Optional.of(id);
      case AnnualReportPage(String id) -> Optional.of(id);
      case DepartmentPage(String id) -> Optional.of(id);
      case Entry(String id, _) -> Optional.of(id);
      case Guide(String id, _) -> Optional.of(id);
      case LifeEvent(String id) -> Optional.of(id);
      case Situations(String guideId) -> Optional.of(guideId);
      case FormPage(String id) -> Optional.of(id);
      case NoticePage(String id) -> Optional.of(id);
      default -> Optional.empty();
    };
  }

  /** The page on which a record is read; empty for records that have none of their own. */
  static Optional<Destination> of(ContentRecord record) {
    String id = record.header().id();
    return switch (record) {
      case DisclosureEntry _ -> Optional.of(new Entry(id, null));
      case ServiceGuide _ -> Optional.of(new Guide(id, null));
      case Notice _ -> Optional.of(new NoticePage(id));
      case DisclosureGuide _ -> Optional.of(new DisclosureGuidePage(id));
      case AnnualReport _ -> Optional.of(new AnnualReportPage(id));
      case Form _ -> Optional.of(new FormPage(id));
      case Department _ -> Optional.of(new DepartmentPage(id));
      default -> Optional.empty();
    };
  }
}
