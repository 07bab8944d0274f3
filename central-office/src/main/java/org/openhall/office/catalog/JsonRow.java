package org.openhall.office.catalog;

import java.util.ArrayList;
import java.util.List;
import org.openhall.office.catalog.Finding.Kind;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object of a source file; its fields are texts or lists of texts, or the row is refused.
 */
record JsonRow(JsonNode object) {

  JsonRow {
    if (!object.isObject()) {
      throw new IllegalArgumentException("not an object");
    }
  }

  /** The text of a field; empty where the field is absent or null. */
  String text(String field) throws RefusedRowException {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return text(field, value);
  }

  /** The texts of a list; empty where the field is absent or null. */
  List<String> texts(String field) throws RefusedRowException {
    JsonNode list = object.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw new RefusedRowException(Kind.WRONG_TYPE, field, list.toString());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list) {
      texts.add(text(field, element));
    }
    return texts;
  }

  private static String text(String field, JsonNode value) throws RefusedRowException {
    if (!value.isString()) {
      throw new RefusedRowException(Kind.WRONG_TYPE, field, value.toString());
    }
    return value.stringValue();
  }

  String sha256() {
    return Digest.of(object.toString());
  }
}
