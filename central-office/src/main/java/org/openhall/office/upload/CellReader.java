package org.openhall.office.upload;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.catalog.RefusedRowException;
import org.openhall.office.catalog.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the cells of one row into the JSON form of a record's fields; a null node where a cell says
 * nothing.
 */
final class CellReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T].*)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern FAULT = Pattern.compile("#(REF|VALUE|DIV/0|NUM|NAME|NULL|N/A)[!?]?");

  /** 1. 一、（1） at the head of a line. */
  private static final Pattern NUMBERING =
      Pattern.compile("^\\s*(\\d{1,2}[.．、]\\s*|[（(]\\d{1,2}[）)]\\s*|[①-⑳]\\s*)");

  private static final Pattern NONE = Pattern.compile("无|没有|不涉及|不收费|免费|否");

  private final Row row;
  private final String column;

  CellReader(Row row, String column) {
    this.row = row;
    this.column = column;
  }

  JsonNode read(CellForm form, JsonNode cell) throws RefusedRowException {
    if (cell.isString()) {
      return ofText(form, cell.stringValue());
    } else if (form == CellForm.LINE && (cell.isNumber() || cell.isBoolean())) {
      return ofText(form, cell.asString());
    }
    return ownForm(cell);
  }

  /** What is in the record's form already: only its texts are repaired. */
  private JsonNode ownForm(JsonNode node) throws RefusedRowException {
    return switch (node.getNodeType()) {
      case STRING -> NODES.stringNode(row.line(column, node.stringValue()));
      case ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        for (JsonNode element : node) {
          array.add(ownForm(element));
        }
        yield array;
      }
      case OBJECT -> {
        var object = NODES.objectNode();
        for (var member : node.properties()) {
          object.set(member.getKey(), ownForm(member.getValue()));
        }
        yield object;
      }
      default -> node;
    };
  }

  private JsonNode ofText(CellForm form, String text) throws RefusedRowException {
    String stripped = text.strip();
    if (FAULT.matcher(stripped).matches()) {
      throw new RefusedRowException(Kind.WRONG_TYPE, column, stripped);
    }
    if (stripped.isEmpty()) {
      return NODES.nullNode();
    }
    return switch (form) {
      case LINE, CATEGORY -> line(text);
      case DAY -> day(stripped);
      case NUMBER -> number(stripped);
      case YES_NO -> NODES.booleanNode(!NONE.matcher(stripped).matches());
      case LINES -> texts(text, "[\\r\\n]+|[；;]");
      case WORDS -> texts(text, "[\\r\\n;；,，、\\s]+");
      case BLOCKS -> paragraphs(text);
      case AUDIENCES -> audiences(stripped);
      case VALIDITY -> validity(stripped);
      case MATERIALS ->
          objects(text, List.of("name", "form", "copies", "necessity", "source", "note"));
      case STEPS -> objects(text, List.of("name", "description", "limit"));
      case FEES -> objects(text, List.of("name", "standard", "basis"));
      case WINDOWS -> objects(text, List.of("name", "address", "hours", "phone"));
      case QUESTIONS -> objects(text, List.of("question", "answer"));
    };
  }

  private JsonNode line(String text) throws RefusedRowException {
    String line = row.line(column, text);
    return line.isEmpty() ? NODES.nullNode() : NODES.stringNode(line);
  }

  private JsonNode day(String text) throws RefusedRowException {
    Matcher written = DAY.matcher(text);
    Matcher digits = DIGITS.matcher(text);
    Matcher day = written.matches() ? written : digits;
    if (!written.matches() && !digits.matches()) {
      throw new RefusedRowException(Kind.NOT_A_DATE, column, text);
    }
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3)));
      return NODES.stringNode(date.toString());
    } catch (DateTimeException e) {
      throw new RefusedRowException(Kind.NOT_A_DATE, column, text);
    }
  }

  private JsonNode number(String text) throws RefusedRowException {
    Matcher number = Pattern.compile("(\\d{1,9})\\s*[次份个]?").matcher(text);
    if (!number.matches()) {
      throw new RefusedRowException(Kind.WRONG_TYPE, column, text);
    }
    return NODES.numberNode(Integer.parseInt(number.group(1)));
  }

  /** The list; empty where the cell says that there are none. */
  private ArrayNode texts(String text, String separator) throws RefusedRowException {
    ArrayNode texts = NODES.arrayNode();
    if (NONE.matcher(text.strip()).matches()) {
      return texts;
    }
    for (String part : text.split(separator, -1)) {
      String line = row.line(column, NUMBERING.matcher(part).replaceFirst(""));
      if (!line.isEmpty()) {
        texts.add(line);
      }
    }
    return texts;
  }

  private ArrayNode paragraphs(String text) throws RefusedRowException {
    ArrayNode blocks = NODES.arrayNode();
    for (String paragraph : text.split("[\\r\\n]+", -1)) {
      String line = row.line(column, paragraph);
      if (!line.isEmpty()) {
        blocks.addObject().put("kind", "paragraph").put("text", line);
      }
    }
    return blocks;
  }

  private ArrayNode audiences(String text) throws RefusedRowException {
    ArrayNode audiences = NODES.arrayNode();
    if (text.matches(".*(自然人|个人|公民).*")) {
      audiences.add("natural-person");
    }
    if (text.matches(".*(法人|企业|单位|组织).*")) {
      audiences.add("legal-person");
    }
    if (audiences.isEmpty()) {
      throw new RefusedRowException(Kind.WRONG_TYPE, column, text);
    }
    return audiences;
  }

  private JsonNode validity(String text) throws RefusedRowException {
    String code =
        switch (text) {
          case "有效", "现行有效", "是", "in-force" -> "in-force";
          case "失效", "已失效", "无效", "否", "expired" -> "expired";
          case "废止", "已废止", "abolished" -> "abolished";
          case "未注明", "unstated" -> "unstated";
          default -> throw new RefusedRowException(Kind.WRONG_TYPE, column, text);
        };
    return NODES.stringNode(code);
  }

  /** One object a line, its members between bars. */
  private ArrayNode objects(String text, List<String> members) throws RefusedRowException {
    ArrayNode objects = NODES.arrayNode();
    if (NONE.matcher(text.strip()).matches()) {
      return objects;
    }
    for (String line : text.split("[\\r\\n]+|[；;](?=\\s*\\d{1,2}[.．、])", -1)) {
      String plain = NUMBERING.matcher(line).replaceFirst("").strip();
      if (!plain.isEmpty()) {
        object(objects, plain.split("\\s*[|｜]\\s*", -1), members);
      }
    }
    return objects;
  }

  private void object(ArrayNode objects, String[] parts, List<String> members)
      throws RefusedRowException {
    if (parts.length > members.size()) {
      throw new RefusedRowException(Kind.WRONG_TYPE, column, String.join("|", parts));
    }
    var object = JsonMapper.shared().createObjectNode();
    for (int i = 0; i < parts.length; i++) {
      String value = row.line(column, parts[i]);
      if (!value.isEmpty()) {
        object.set(members.get(i), member(members.get(i), value));
      }
    }
    if (members.contains("necessity") && !object.has("necessity")) {
      object.put("necessity", "required");
    }
    if (members.contains("standard") && !object.has("standard")) {
      object.put("standard", object.path("name").asString(""));
    }
    if (members.contains("answer") && !object.has("answer")) {
      throw new RefusedRowException(Kind.WRONG_TYPE, column, parts[0]);
    }
    objects.add(object);
  }

  private JsonNode member(String name, String value) throws RefusedRowException {
    return switch (name) {
      case "copies" -> number(value);
      case "necessity" ->
          NODES.stringNode(
              value.contains("容缺")
                  ? "may-follow"
                  : value.matches("非必要|非必须|可选|否") ? "optional" : "required");
      default -> NODES.stringNode(value);
    };
  }
}
