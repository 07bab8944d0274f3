package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which power a matter is handled, and its codes; part of a {@link ServiceGuide}.
 *
 * @param catalogCode 基本编码, opaque
 * @param handlingItemCode 业务办理项编码, opaque
 * @param exerciseLevel 行使层级, e.g. 市级
 * @param powerSource 权力来源, e.g. 法定本级行使
 * @param departmentNature 实施主体性质, e.g. 法定机关
 * @param entrustedDepartment 委托部门
 * @param jointDepartments 联办机构
 */
@JsonForm(JsonForm.Kind.INLINE)
public record Authority(
    @Nullable String catalogCode,
    @Nullable String handlingItemCode,
    @Nullable String exerciseLevel,
    @Nullable String powerSource,
    @Nullable String departmentNature,
    @Nullable String entrustedDepartment,
    @Nullable List<String> jointDepartments) {
  /** The source says nothing of it. */
  public static final Authority UNSTATED = new Authority(null, null, null, null, null, null, null);

  public Authority {
    jointDepartments = Lists.copyOrNull(jointDepartments);
  }
}
