package org.openhall.office.edit;

import static org.openhall.office.edit.FormField.Kind.ANSWERS;
import static org.openhall.office.edit.FormField.Kind.BLOCKS;
import static org.openhall.office.edit.FormField.Kind.BOX;
import static org.openhall.office.edit.FormField.Kind.CHOICE;
import static org.openhall.office.edit.FormField.Kind.DAY;
import static org.openhall.office.edit.FormField.Kind.DEPARTMENT;
import static org.openhall.office.edit.FormField.Kind.FLAG;
import static org.openhall.office.edit.FormField.Kind.FORM;
import static org.openhall.office.edit.FormField.Kind.LINE;
import static org.openhall.office.edit.FormField.Kind.LINES;
import static org.openhall.office.edit.FormField.Kind.NODE;
import static org.openhall.office.edit.FormField.Kind.NODES;
import static org.openhall.office.edit.FormField.Kind.NODE_NAME;
import static org.openhall.office.edit.FormField.Kind.NUMBER;
import static org.openhall.office.edit.FormField.Kind.PICKS;
import static org.openhall.office.edit.FormField.Kind.RECORD;
import static org.openhall.office.edit.FormField.Kind.TEXT;
import static org.openhall.office.edit.FormField.Kind.WHEN;
import static org.openhall.office.edit.FormField.Kind.WINDOWS;
import static org.openhall.office.edit.FormField.file;
import static org.openhall.office.edit.FormField.files;
import static org.openhall.office.edit.FormField.group;
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

  private static final FormField SHOWN_FROM = FormField.of("header.effectiveFrom", DAY);
  private static final FormField SHOWN_UNTIL = FormField.of("header.effectiveUntil", DAY);

  private static final FormShape GUIDE =
      new FormShape(
          "service-guide",
          List.of(
              Section.of(
                  "basics",
                  FormField.of("title", LINE).required(),
                  FormField.of("summary", TEXT),
                  FormField.of("header.departmentId", DEPARTMENT),
                  FormField.of("departmentName", LINE),
                  FormField.of("itemType", LINE)
                      .offering("行政许可", "行政确认", "行政给付", "行政奖励", "行政裁决", "其他行政权力", "公共服务"),
                  FormField.of("itemTypeCode", LINE),
                  FormField.of("itemCode", LINE),
                  FormField.of("audiences", PICKS).offering("natural-person", "legal-person"),
                  FormField.of("theme", NODE_NAME).offering("guide-theme"),
                  FormField.of("aliases", LINES),
                  SHOWN_FROM,
                  SHOWN_UNTIL),
              Section.of(
                  "situations",
                  rows(
                      "situations",
                      FormField.of("question", LINE).required(),
                      FormField.of("hint", LINE),
                      FormField.of("choices", ANSWERS).required(),
                      FormField.of("when", WHEN))),
              Section.of("conditions", FormField.of("conditions", LINES).statutory()),
              Section.of(
                  "materials",
                  rows(
                          "materials",
                          FormField.of("name", LINE).required(),
                          FormField.of("necessity", CHOICE)
                              .offering("required", "optional", "may-follow"),
                          FormField.of("form", LINE).offering("原件", "复印件", "原件和复印件", "电子", "纸质或电子"),
                          FormField.of("copies", NUMBER),
                          FormField.of("source", LINE)
                              .offering("申请人自备", "政府部门核发", "数据共享", "窗口现场打印", "其他"),
                          FormField.of("specification", LINE),
                          FormField.of("note", TEXT),
                          FormField.of("basis", TEXT),
                          FormField.of("standard", TEXT),
                          FormField.of("formId", FORM),
                          FormField.of("when", WHEN))
                      .statutory()),
              Section.of(
                  "steps",
                  rows(
                          "steps",
                          FormField.of("name", LINE).required(),
                          FormField.of("limit", LINE),
                          FormField.of("description", TEXT),
                          FormField.of("handler", LINE),
                          FormField.of("outcome", LINE),
                          FormField.of("standard", TEXT),
                          FormField.of("when", WHEN))
                      .statutory()),
              Section.of(
                  "limits",
                  FormField.of("statutoryLimit", LINE).statutory(),
                  FormField.of("statutoryLimitNote", TEXT),
                  FormField.of("promisedLimit", LINE).statutory(),
                  FormField.of("promisedLimitNote", TEXT),
                  FormField.of("projectType", LINE).offering("即办件", "承诺件"),
                  FormField.of("result", LINE),
                  FormField.of("resultType", LINE).offering("证照", "批文", "证明", "其他")),
              Section.of(
                  "fees",
                  rows(
                          "fees",
                          FormField.of("name", LINE).required(),
                          FormField.of("standard", LINE).required(),
                          FormField.of("basis", TEXT),
                          FormField.of("reducible", FLAG),
                          FormField.of("reduction", TEXT),
                          FormField.of("when", WHEN))
                      .statutory()),
              Section.of(
                  "windows",
                  rows(
                          "windows",
                          FormField.of("name", LINE).required(),
                          FormField.of("address", LINE),
                          FormField.of("hours", LINE),
                          FormField.of("phone", LINE),
                          FormField.of("windowIds", WINDOWS))
                      .statutory(),
                  FormField.of("handlingForms", LINES),
                  FormField.of("visits", NUMBER),
                  FormField.of("visitReason", TEXT),
                  FormField.of("handlingArea", LINE),
                  FormField.of("appointment", FLAG),
                  FormField.of("courier", FLAG),
                  FormField.of("selfService", FLAG),
                  group(
                      "online",
                      FormField.of("available", BOX),
                      FormField.of("depth", LINE).offering("Ⅰ级", "Ⅱ级", "Ⅲ级", "Ⅳ级"),
                      FormField.of("url", LINE),
                      FormField.of("payment", BOX))),
              Section.of(
                  "law",
                  FormField.of("bases", LINES).statutory(),
                  FormField.of("consultation", TEXT).statutory(),
                  FormField.of("complaint", TEXT),
                  FormField.of("rights", LINES),
                  FormField.of("duties", LINES),
                  agency("reconsideration"),
                  agency("litigation"),
                  rows(
                      "questions",
                      FormField.of("question", LINE).required(),
                      FormField.of("answer", TEXT).required())),
              Section.of(
                  "place",
                  FormField.of("exerciseLevel", LINE)
                      .offering("国家级", "省级", "市级", "县级", "镇（乡、街道）级", "村（社区）级"),
                  FormField.of("powerSource", LINE),
                  FormField.of("departmentNature", LINE).offering("法定机关", "授权组织", "受委托组织"),
                  FormField.of("entrustedDepartment", LINE),
                  FormField.of("jointDepartments", LINES),
                  FormField.of("catalogCode", LINE),
                  FormField.of("handlingItemCode", LINE),
                  FormField.of("quantityLimit", LINE),
                  FormField.of("specialProcedure", TEXT),
                  FormField.of("intermediaryServices", LINES),
                  FormField.of("personThemes", NODES).offering("person-theme"),
                  FormField.of("legalThemes", NODES).offering("legal-theme"),
                  FormField.of("lifeEvents", NODES).offering("life-event"),
                  FormField.of("annualCases", NUMBER),
                  FormField.of("sourceUrl", LINE))));

  private static final FormShape ENTRY =
      new FormShape(
          "disclosure-entry",
          List.of(
              Section.of(
                  "basics",
                  FormField.of("title", LINE).required(),
                  FormField.of("indexNumber", LINE).statutory(),
                  FormField.of("summary", TEXT).statutory(),
                  FormField.of("writtenOn", DAY).statutory(),
                  FormField.of("publishedOn", DAY),
                  FormField.of("documentNumber", LINE),
                  FormField.of("publisher", LINE),
                  FormField.of("header.departmentId", DEPARTMENT),
                  FormField.of("validity", CHOICE)
                      .offering("unstated", "in-force", "expired", "abolished"),
                  SHOWN_FROM,
                  SHOWN_UNTIL),
              Section.of(
                  "place",
                  FormField.of("categoryId", NODE).offering("disclosure"),
                  FormField.of("theme", NODE_NAME).offering("theme"),
                  FormField.of("genre", NODE_NAME).offering("genre"),
                  FormField.of("keywords", LINES),
                  FormField.of("responsibleOffice", LINE),
                  FormField.of("informationSource", LINE),
                  FormField.of("access", LINE).offering("主动公开", "依申请公开"),
                  FormField.of("method", LINE),
                  FormField.of("effectiveOn", DAY),
                  FormField.of("expiresOn", DAY),
                  FormField.of("sourceUrl", LINE)),
              Section.of("body", FormField.of("body", BLOCKS)),
              Section.of(
                  "attachments",
                  files("attachments"),
                  rows(
                      "relations",
                      FormField.of("title", LINE).required(),
                      FormField.of("kind", LINE).required().offering("相关文件", "政策解读", "修改", "废止"),
                      FormField.of("id", RECORD)))));

  private static final FormShape FORM_TO_FILL_IN =
      new FormShape(
          "form",
          List.of(
              Section.of(
                  "basics",
                  FormField.of("title", LINE).required(),
                  FormField.of("departmentName", LINE),
                  FormField.of("header.departmentId", DEPARTMENT),
                  SHOWN_FROM,
                  SHOWN_UNTIL),
              Section.of("attachments", file("blank"), file("example")),
              Section.of(
                  "fields",
                  rows(
                      "fields", FormField.of("name", LINE).required(), FormField.of("note", TEXT))),
              Section.of("instructions", FormField.of("instructions", BLOCKS))));

  private static FormField agency(String name) {
    return group(
        name,
        FormField.of("agency", LINE),
        FormField.of("address", LINE),
        FormField.of("phone", LINE));
  }

  /** The form of a type, if it has one. */
  public static Optional<FormShape> find(String type) {
    return List.of(GUIDE, ENTRY, FORM_TO_FILL_IN).stream()
        .filter(shape -> shape.type().equals(type))
        .findFirst();
  }

  /** All fields, whatever their section. */
  List<FormField> fields() {
    return sections.stream().flatMap(section -> section.fields().stream()).toList();
  }
}
