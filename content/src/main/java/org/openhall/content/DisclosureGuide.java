package org.openhall.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guide to a body's government information (政府信息公开指南, 政府信息公开条例 第12条): classes of information,
 * arrangement, ways to obtain it, and the statutory particulars of the office in charge.
 *
 * @param header identity and origin
 * @param title its title
 * @param publisher 发布机构
 * @param publishedOn 发布日期
 * @param contact 政府信息公开工作机构
 * @param body the text
 * @param supervision 监督机关
 * @param forms ids of {@link Form}s, such as the one to apply with
 * @param unknown fields of later versions
 */
public record DisclosureGuide(
    RecordHeader header,
    String title,
    @Nullable String publisher,
    @Nullable LocalDate publishedOn,
    Contact contact,
    List<Block> body,
    @Nullable Agency supervision,
    List<String> forms,
    UnknownFields unknown)
    implements ContentRecord {

  /** 政府信息公开工作机构的名称、办公地址、邮政编码、办公时间、联系电话、传真号码、互联网联系方式. */
  public record Contact(
      String agency,
      @Nullable String address,
      @Nullable String postcode,
      @Nullable String hours,
      @Nullable String phone,
      @Nullable String fax,
      @Nullable String web,
      @Nullable String email) {}

  public DisclosureGuide {
    body = List.copyOf(body);
    forms = List.copyOf(forms);
  }
}
