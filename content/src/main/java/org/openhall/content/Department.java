package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department (部门, 实施主体).
 *
 * @param header identity and origin
 * @param name full name
 * @param parentId id of the department above it, or null
 * @param address 办公地址
 * @param hours 办公时间
 * @param phone 联系电话
 * @param duties 机关职能 in a sentence
 * @param details code, other ways to reach it, offices, place in lists
 * @param unknown fields of later versions
 */
public record Department(
    RecordHeader header,
    String name,
    @Nullable String parentId,
    @Nullable String address,
    @Nullable String hours,
    @Nullable String phone,
    @Nullable String duties,
    Details details,
    UnknownFields unknown)
    implements ContentRecord {

  /**
   * What else is known of a department.
   *
   * @param code 统一社会信用代码
   * @param postcode 邮政编码
   * @param fax 传真
   * @param website 网址
   * @param email 电子邮箱
   * @param head 负责人姓名
   * @param offices 内设机构
   * @param order place in lists, ascending; null comes last
   */
  @JsonForm(JsonForm.Kind.INLINE)
  public record Details(
      @Nullable String code,
      @Nullable String postcode,
      @Nullable String fax,
      @Nullable String website,
      @Nullable String email,
      @Nullable String head,
      @Nullable List<Office> offices,
      @Nullable Integer order) {
    /** The source says nothing of it. */
    public static final Details UNSTATED =
        new Details(null, null, null, null, null, null, null, null);

    public Details {
      offices = Lists.copyOrNull(offices);
    }
  }

  /** 内设机构: its name, what it does, its telephone. */
  public record Office(String name, @Nullable String duties, @Nullable String phone) {}
}
