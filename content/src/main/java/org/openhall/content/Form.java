package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form to fill in (表单).
 *
 * @param header identity and origin
 * @param title its title
 * @param departmentName who issues it
 * @param blank 空白表
 * @param example 示范文本
 * @param instructions 填写说明
 * @param fields its fields with remarks
 * @param unknown fields of later versions
 */
public record Form(
    RecordHeader header,
    String title,
    @Nullable String departmentName,
    @Nullable Attachment blank,
    @Nullable Attachment example,
    List<Block> instructions,
    @Nullable List<Field> fields,
    UnknownFields unknown)
    implements ContentRecord {

  /** A field of the form and how to fill it in. */
  public record Field(String name, @Nullable String note) {}

  public Form {
    instructions = List.copyOf(instructions);
    fields = Lists.copyOrNull(fields);
  }
}
