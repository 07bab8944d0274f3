package org.openhall.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the disclosure directory (政府信息公开目录条目). By law it has an index number, a name, an
 * abstract and a date of creation (政府信息公开条例 第12条); what the source lacks is null and is shown as
 * 未提供.
 *
 * @param header identity and origin
 * @param title 名称
 * @param indexNumber 索引号, opaque
 * @param documentNumber 文号 exactly as the source writes it
 * @param publisher 发布机构
 * @param categoryId id of the {@link CatalogNode} it stands under (组配分类), or null
 * @param theme 主题分类
 * @param genre 体裁分类
 * @param writtenOn 成文日期 or 生成日期
 * @param publishedOn 发布日期
 * @param validity 有效性
 * @param summary 内容概述
 * @param keywords 主题词, in the source's order
 * @param sourceUrl address of the original, or null
 * @param body the text; empty where the source gives only the title
 * @param particulars where it comes from, how it is open, what belongs to it
 * @param unknown fields of later versions
 */
public record DisclosureEntry(
    RecordHeader header,
    String title,
    @Nullable String indexNumber,
    @Nullable String documentNumber,
    @Nullable String publisher,
    @Nullable String categoryId,
    @Nullable String theme,
    @Nullable String genre,
    @Nullable LocalDate writtenOn,
    @Nullable LocalDate publishedOn,
    Validity validity,
    @Nullable String summary,
    List<String> keywords,
    @Nullable String sourceUrl,
    List<Block> body,
    Particulars particulars,
    UnknownFields unknown)
    implements ContentRecord {

  /** 有效性. UNSTATED where the source does not say. */
  public enum Validity {
    UNSTATED,
    IN_FORCE,
    EXPIRED,
    ABOLISHED
  }

  /**
   * Where an entry comes from, how it is open, and what belongs to it.
   *
   * @param responsibleOffice 责任科室
   * @param informationSource 信息来源
   * @param access 公开属性, e.g. 主动公开
   * @param method 公开方式
   * @param effectiveOn 施行日期
   * @param expiresOn 失效日期
   * @param attachments 附件
   * @param relations documents that belong to it
   */
  @JsonForm(JsonForm.Kind.INLINE)
  public record Particulars(
      @Nullable String responsibleOffice,
      @Nullable String informationSource,
      @Nullable String access,
      @Nullable String method,
      @Nullable LocalDate effectiveOn,
      @Nullable LocalDate expiresOn,
      List<Attachment> attachments,
      List<Relation> relations) {
    /** The source says nothing of it. */
    public static final Particulars UNSTATED =
        new Particulars(null, null, null, null, null, null, List.of(), List.of());

    public Particulars {
      attachments = List.copyOf(attachments);
      relations = List.copyOf(relations);
    }
  }

  /**
   * Another document that belongs to this one.
   *
   * @param title its title
   * @param id id of its record, or null where the office does not hold it
   * @param kind 相关文件, 政策解读, 修改 or 废止
   */
  public record Relation(String title, @Nullable String id, String kind) {}

  public DisclosureEntry {
    keywords = List.copyOf(keywords);
    body = List.copyOf(body);
  }
}
