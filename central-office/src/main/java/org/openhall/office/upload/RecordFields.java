package org.openhall.office.upload;

import java.util.List;
import java.util.Optional;

/** Which records a table can fill, and with which fields. */
public enum RecordFields {
  SERVICE_GUIDE(
      "service-guide",
      RecordField.mandatory("title", CellForm.LINE, "事项名称 名称 办理事项 服务事项名称 服务事项 事项 name"),
      RecordField.of("itemCode", CellForm.LINE, "实施编码 事项编码 实施清单编码 编码 item_code"),
      RecordField.of("departmentName", CellForm.LINE, "实施主体 实施部门 办理部门 实施机构 部门 所属部门 department"),
      RecordField.of("itemType", CellForm.LINE, "事项类型 事项类别 task_type_name"),
      RecordField.of("itemTypeCode", CellForm.LINE, "事项类型编码 task_type"),
      RecordField.of("audiences", CellForm.AUDIENCES, "服务对象 面向对象 办理对象 服务对象类型"),
      RecordField.of("theme", CellForm.LINE, "主题分类 主题"),
      RecordField.of("summary", CellForm.LINE, "事项简介 简介 概述 事项描述"),
      RecordField.of("conditions", CellForm.LINES, "受理条件 申请条件 办理条件 申报条件"),
      RecordField.of("materials", CellForm.MATERIALS, "申请材料 材料目录 所需材料 申报材料 材料清单 材料"),
      RecordField.of("steps", CellForm.STEPS, "办理流程 办事流程 流程 办理程序"),
      RecordField.of("fees", CellForm.FEES, "收费项目 收费标准 收费情况 收费 是否收费"),
      RecordField.of("statutoryLimit", CellForm.LINE, "法定办结时限 法定时限 法定期限"),
      RecordField.of("promisedLimit", CellForm.LINE, "承诺办结时限 承诺时限 承诺期限"),
      RecordField.of("windows", CellForm.WINDOWS, "办理地点 办理窗口 窗口 办公地址 地址"),
      RecordField.of("windows.hours", CellForm.LINE, "办理时间 办公时间"),
      RecordField.of("windows.phone", CellForm.LINE, "窗口电话 办理电话 联系电话"),
      RecordField.of("questions", CellForm.QUESTIONS, "常见问题 问答"),
      RecordField.of("bases", CellForm.LINES, "设定依据 法律依据 办理依据 依据"),
      RecordField.of("result", CellForm.LINE, "审批结果名称 审批结果 办理结果 结果名称"),
      RecordField.of("resultType", CellForm.LINE, "结果类型 审批结果类型"),
      RecordField.of("consultation", CellForm.LINE, "咨询方式 咨询电话"),
      RecordField.of("complaint", CellForm.LINE, "监督投诉方式 投诉方式 投诉电话 监督电话 监督投诉电话"),
      RecordField.of("aliases", CellForm.WORDS, "别名 俗称 主项名称 main_item"),
      RecordField.of("catalogCode", CellForm.LINE, "基本编码"),
      RecordField.of("handlingItemCode", CellForm.LINE, "业务办理项编码"),
      RecordField.of("exerciseLevel", CellForm.LINE, "行使层级"),
      RecordField.of("powerSource", CellForm.LINE, "权力来源"),
      RecordField.of("jointDepartments", CellForm.LINES, "联办机构"),
      RecordField.of("projectType", CellForm.LINE, "办件类型"),
      RecordField.of("handlingForms", CellForm.WORDS, "办理形式 办理方式"),
      RecordField.of("visits", CellForm.NUMBER, "到办事现场次数 到现场次数 跑动次数"),
      RecordField.of("handlingArea", CellForm.LINE, "通办范围"),
      RecordField.of("sourceUrl", CellForm.LINE, "原文链接 链接 网址 办理链接 link url"),
      Names.ID,
      Names.FROM,
      Names.UNTIL),
  DISCLOSURE_ENTRY(
      "disclosure-entry",
      RecordField.mandatory("title", CellForm.LINE, "标题 名称 信息名称 文件名称 公文标题 文件标题 题名 title"),
      RecordField.of("indexNumber", CellForm.LINE, "索引号 信息索引号 索引"),
      RecordField.of("documentNumber", CellForm.LINE, "文号 发文字号 文件编号 文件号 doc_number"),
      RecordField.of("publisher", CellForm.LINE, "发布机构 发文机关 发布单位 制发机关 发文单位 公开主体"),
      RecordField.of("categoryId", CellForm.CATEGORY, "组配分类 栏目 所属栏目 目录 信息分类"),
      RecordField.of("theme", CellForm.LINE, "主题分类 主题"),
      RecordField.of("genre", CellForm.LINE, "体裁分类 体裁"),
      RecordField.of("writtenOn", CellForm.DAY, "成文日期 生成日期 发文日期 成文时间 date_written"),
      RecordField.of("publishedOn", CellForm.DAY, "发布日期 公开日期 发布时间 date_published"),
      RecordField.of("effectiveOn", CellForm.DAY, "施行日期 生效日期 实施日期"),
      RecordField.of("expiresOn", CellForm.DAY, "失效日期 有效期至 废止日期"),
      RecordField.of("validity", CellForm.VALIDITY, "有效性 是否有效 时效性 效力"),
      RecordField.of("summary", CellForm.LINE, "内容概述 摘要 概述 内容摘要"),
      RecordField.of("keywords", CellForm.WORDS, "主题词 关键词"),
      RecordField.of("sourceUrl", CellForm.LINE, "原文链接 链接 网址 来源网址 url"),
      RecordField.of("body", CellForm.BLOCKS, "正文 内容 全文 信息内容"),
      RecordField.of("responsibleOffice", CellForm.LINE, "责任科室 责任部门 责任处室"),
      RecordField.of("informationSource", CellForm.LINE, "信息来源 来源"),
      RecordField.of("access", CellForm.LINE, "公开属性 公开类别 公开类型"),
      RecordField.of("method", CellForm.LINE, "公开方式"),
      Names.ID,
      Names.FROM,
      Names.UNTIL),
  DEPARTMENT(
      "department",
      RecordField.mandatory("name", CellForm.LINE, "部门名称 机构名称 单位名称 名称"),
      RecordField.of("code", CellForm.LINE, "统一社会信用代码 信用代码"),
      RecordField.of("address", CellForm.LINE, "办公地址 地址"),
      RecordField.of("hours", CellForm.LINE, "办公时间"),
      RecordField.of("phone", CellForm.LINE, "联系电话 办公电话 电话"),
      RecordField.of("duties", CellForm.LINE, "机关职能 主要职责 职能 职责"),
      RecordField.of("postcode", CellForm.LINE, "邮政编码 邮编"),
      RecordField.of("fax", CellForm.LINE, "传真"),
      RecordField.of("website", CellForm.LINE, "网址 网站"),
      RecordField.of("email", CellForm.LINE, "电子邮箱 邮箱"),
      RecordField.of("head", CellForm.LINE, "负责人 负责人姓名"),
      RecordField.of("order", CellForm.NUMBER, "排序"),
      Names.ID,
      Names.FROM,
      Names.UNTIL),
  STAFF_MEMBER(
      "staff-member",
      RecordField.mandatory("name", CellForm.LINE, "姓名"),
      RecordField.of("post", CellForm.LINE, "岗位"),
      RecordField.of("title", CellForm.LINE, "职务"),
      RecordField.of("number", CellForm.LINE, "工号 工作证号"),
      RecordField.of("departmentName", CellForm.LINE, "所属部门 部门 单位"),
      RecordField.of("services", CellForm.LINES, "承办事项 办理事项"),
      RecordField.of("pledge", CellForm.LINE, "服务承诺"),
      RecordField.of("order", CellForm.NUMBER, "排序"),
      Names.ID,
      Names.FROM,
      Names.UNTIL);

  /** Fields of every record's header. */
  private static final class Names {
    static final RecordField ID = RecordField.of("id", CellForm.LINE, "记录编号 记录标识");
    static final RecordField FROM = RecordField.of("effectiveFrom", CellForm.DAY, "展示起日 上线日期");
    static final RecordField UNTIL = RecordField.of("effectiveUntil", CellForm.DAY, "展示止日 下线日期");

    private Names() {}
  }

  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
  private final List<RecordField> fields;

  RecordFields(String type, RecordField... fields) {
    this.type = type;
    this.fields = List.of(fields);
  }

  /** The type's name in JSON. */
  public String type() {
    return type;
  }

  /** Its fields, in the order in which they are offered. */
  public List<RecordField> fields() {
    return fields;
  }

  /** The fields of a type; empty for one that no table fills. */
  public static Optional<RecordFields> of(String type) {
    for (RecordFields fields : values()) {
      if (fields.type.equals(type)) {
        return Optional.of(fields);
      }
    }
    return Optional.empty();
  }

  /** The field of a name. */
  public Optional<RecordField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
