package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who serves at a window (窗口人员公示).
 *
 * @param header identity and origin
 * @param name 姓名
 * @param post 岗位
 * @param title 职务
 * @param number 工号
 * @param departmentName 所属部门
 * @param windowId id of a {@link HallMap.Window}, or null
 * @param services 承办事项
 * @param photo 照片
 * @param pledge 服务承诺
 * @param order place in lists, ascending
 * @param unknown fields of later versions
 */
public record StaffMember(
    RecordHeader header,
    String name,
    @Nullable String post,
    @Nullable String title,
    @Nullable String number,
    @Nullable String departmentName,
    @Nullable String windowId,
    List<String> services,
    @Nullable Attachment photo,
    @Nullable String pledge,
    int order,
    UnknownFields unknown)
    implements ContentRecord {
  public StaffMember {
    services = List.copyOf(services);
  }
}
