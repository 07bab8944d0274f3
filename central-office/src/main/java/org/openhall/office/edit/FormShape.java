package org.openhall.office.edit;

import static org.openhall.office.edit.FormField.Kind.ANSWERS;
import static org.openhall.office.edit.FormField.Kind.BLOCKS;
import static org.openhall.office.edit.FormField.Kind.BOX;
import static org.openhall.office.edit.FormField.Kind.CHOICE;
import static org.openhall.office.edit.FormField.Kind.DAY;
import static org.openhall.office.edit.FormField.Kind.DEPARTMENT;
import static org.openhall.office.edit.FormField.Kind.FLAG;
import static org.openhall.office.edit.FormField.Kind.LINE;
import static org.openhall.office.edit.FormField.Kind.LINES;
import static org.openhall.office.edit.FormField.Kind.NUMBER;
import static org.openhall.office.edit.FormField.Kind.PICKS;
import static org.openhall.office.edit.FormField.Kind.TEXT;
import static org.openhall.office.edit.FormField.Kind.WHEN;
import static org.openhall.office.edit.FormField.group;
import static org.openhall.office.edit.FormField.of;
import static org.openhall.office.edit.FormField.rows;

import java.util.List;
import java.util.Optional;

/**
 * Which fields the form of a type of record has, in the order in which they are filled in. What is
 * marked statutory: of entries 政府信息公开条例 第十二条, of guides 行政许可法 第三十条 and 国务院令第716号 第六条.
 *
 * @param type the type's name in the codec
 */
public record FormShape(String type, List<Section> sections) {

  /** Fields that belong together; the key of their heading. */
  public record Section(String key, List<FormField> fields) {
    static Section of(String key, FormField... fields) {
      return new Section(key, List.of(fields));
    }
  }

  private static final FormField SHOWN_FROM = of("header.effectiveFrom", DAY);
  private static final FormField SHOWN_UNTIL = of("header.effectiveUntil", DAY);

  private static final FormShape GUIDE =
      new FormShape(
          "service-guide",
          List.of(
              Section.of(
                  "basics",
                  of("title", LINE).required(),
                  of("summary", TEXT),
                  of("header.departmentId", DEPARTMENT),
                  of("departmentName", LINE),
                  of("itemType", LINE)
                      .offering("行政许可", "行政确认", "行政给付", "行政奖励", "行政裁决", "其他行政权力", "公共服务"),
                  of("itemTypeCode", LINE),
                  of("itemCode", LINE),
                  of("audiences", PICKS).offering("natural-person", "legal-person"),
                  of("theme", LINE),
                  of("aliases", LINES),
                  SHOWN_FROM,
                  SHOWN_UNTIL),
              Section.of(
                  "situations",
                  rows(
                      "situations",
                      of("question", LINE).required(),
                      of("hint", LINE),
                      of("choices", ANSWERS).required(),
                      of("when", WHEN))),
              Section.of("conditions", of("conditions", LINES).statutory()),
              Section.of(
                  "materials",
                  rows(
                          "materials",
                          of("name", LINE).required(),
                          of("necessity", CHOICE).offering("required", "optional", "may-follow"),
                          of("form", LINE).offering("原件", "复印件", "原件和复印件", "电子", "纸质或电子"),
                          of("copies", NUMBER),
                          of("source", LINE).offering("申请人自备", "政府部门核发", "数据共享", "窗口现场打印", "其他"),
                          of("specification", LINE),
                          of("note", TEXT),
                          of("basis", TEXT),
                          of("standard", TEXT),
                          of("formId", LINE),
                          of("when", WHEN))
                      .statutory()),
              Section.of(
                  "steps",
                  rows(
                          "steps",
                          of("name", LINE).required(),
                          of("limit", LINE),
                          of("description", TEXT),
                          of("handler", LINE),
                          of("outcome", LINE),
                          of("standard", TEXT),
                          of("when", WHEN))
                      .statutory()),
              Section.of(
                  "limits",
                  of("statutoryLimit", LINE).statutory(),
                  of("statutoryLimitNote", TEXT),
                  of("promisedLimit", LINE).statutory(),
                  of("promisedLimitNote", TEXT),
                  of("projectType", LINE).offering("即办件", "承诺件"),
                  of("result", LINE),
                  of("resultType", LINE).offering("证照", "批文", "证明", "其他")),
              Section.of(
                  "fees",
                  rows(
                          "fees",
                          of("name", LINE).required(),
                          of("standard", LINE).required(),
                          of("basis", TEXT),
                          of("reducible", FLAG),
                          of("reduction", TEXT),
                          of("when", WHEN))
                      .statutory()),
              Section.of(
                  "windows",
                  rows(
                          "windows",
                          of("name", LINE).required(),
                          of("address", LINE),
                          of("hours", LINE),
                          of("phone", LINE),
                          of("windowIds", LINES))
                      .statutory(),
                  of("handlingForms", LINES),
                  of("visits", NUMBER),
                  of("visitReason", TEXT),
                  of("handlingArea", LINE),
                  of("appointment", FLAG),
                  of("courier", FLAG),
                  of("selfService", FLAG),
                  group(
                      "online",
                      of("available", BOX),
                      of("depth", LINE).offering("Ⅰ级", "Ⅱ级", "Ⅲ级", "Ⅳ级"),
                      of("url", LINE),
                      of("payment", BOX))),
              Section.of(
                  "law",
                  of("bases", LINES).statutory(),
                  of("consultation", TEXT).statutory(),
                  of("complaint", TEXT),
                  of("rights", LINES),
                  of("duties", LINES),
                  agency("reconsideration"),
                  agency("litigation"),
                  rows(
                      "questions", of("question", LINE).required(), of("answer", TEXT).required())),
              Section.of(
                  "place",
                  of("exerciseLevel", LINE).offering("国家级", "省级", "市级", "县级", "镇（乡、街道）级", "村（社区）级"),
                  of("powerSource", LINE),
                  of("departmentNature", LINE).offering("法定机关", "授权组织", "受委托组织"),
                  of("entrustedDepartment", LINE),
                  of("jointDepartments", LINES),
                  of("catalogCode", LINE),
                  of("handlingItemCode", LINE),
                  of("quantityLimit", LINE),
                  of("specialProcedure", TEXT),
                  of("intermediaryServices", LINES),
                  of("personThemes", LINES),
                  of("legalThemes", LINES),
                  of("lifeEvents", LINES),
                  of("annualCases", NUMBER),
                  of("sourceUrl", LINE))));

  private static final FormShape ENTRY =
      new FormShape(
          "disclosure-entry",
          List.of(
              Section.of(
                  "basics",
                  of("title", LINE).required(),
                  of("indexNumber", LINE).statutory(),
                  of("summary", TEXT).statutory(),
                  of("writtenOn", DAY).statutory(),
                  of("publishedOn", DAY),
                  of("documentNumber", LINE),
                  of("publisher", LINE),
                  of("header.departmentId", DEPARTMENT),
                  of("validity", CHOICE).offering("unstated", "in-force", "expired", "abolished"),
                  SHOWN_FROM,
                  SHOWN_UNTIL),
              Section.of(
                  "place",
                  of("categoryId", LINE),
                  of("theme", LINE),
                  of("genre", LINE).offering("通知", "公告", "意见", "决定", "报告", "批复", "办法", "规定"),
                  of("keywords", LINES),
                  of("responsibleOffice", LINE),
                  of("informationSource", LINE),
                  of("access", LINE).offering("主动公开", "依申请公开"),
                  of("method", LINE),
                  of("effectiveOn", DAY),
                  of("expiresOn", DAY),
                  of("sourceUrl", LINE)),
              Section.of("body", of("body", BLOCKS)),
              Section.of(
                  "attachments",
                  rows("attachments", of("name", LINE).required()),
                  rows(
                      "relations",
                      of("title", LINE).required(),
                      of("kind", LINE).required().offering("相关文件", "政策解读", "修改", "废止"),
                      of("id", LINE)))));

  private static FormField agency(String name) {
    return group(name, of("agency", LINE), of("address", LINE), of("phone", LINE));
  }

  /** The form of a type, if it has one. */
  public static Optional<FormShape> find(String type) {
    return List.of(GUIDE, ENTRY).stream().filter(shape -> shape.type().equals(type)).findFirst();
  }

  /** All fields, whatever their section. */
  List<FormField> fields() {
    return sections.stream().flatMap(section -> section.fields().stream()).toList();
  }
}
