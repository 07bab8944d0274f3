package org.openhall.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice (公告).
 *
 * @param header identity and origin; effectiveFrom and effectiveUntil bound its display
 * @param kind how it is shown
 * @param title its title
 * @param publisher 发布机构
 * @param publishedOn 发布日期
 * @param body its text
 * @param attachments 附件
 * @param unknown fields of later versions
 */
public record Notice(
    RecordHeader header,
    Kind kind,
    String title,
    @Nullable String publisher,
    @Nullable LocalDate publishedOn,
    List<Block> body,
    List<Attachment> attachments,
    UnknownFields unknown)
    implements ContentRecord {

  /** How a notice is shown. */
  public enum Kind {
    /** 公告: in the list of notices. */
    ANNOUNCEMENT,
    /** 滚动通知: one line that runs on the attract and home screens. */
    SCROLLING,
    /** 紧急通知: over everything. */
    EMERGENCY
  }

  public Notice {
    body = List.copyOf(body);
    attachments = List.copyOf(attachments);
  }

  /** A notice without attachments. */
  public Notice(
      RecordHeader header,
      Kind kind,
      String title,
      @Nullable String publisher,
      @Nullable LocalDate publishedOn,
      List<Block> body,
      UnknownFields unknown) {
    this(header, kind, title, publisher, publishedOn, body, List.of(), unknown);
  }
}
