package org.openhall.kiosk.devices;

import java.util.Optional;
import org.openhall.link.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as one line of JSON: the fields of a record, and its name in {@code message}. */
final class Message {
  private static final String NAME = "message";

  private Message() {}

  static byte[] write(String name, Record fields) {
    ObjectNode json = (ObjectNode) Json.tree(fields);
    json.put(NAME, name);
    return Json.write(json);
  }

  static Optional<JsonNode> read(byte[] json) {
    return Json.read(json, JsonNode.class).filter(JsonNode::isObject);
  }

  static String name(JsonNode json) {
    return json.path(NAME).asString("");
  }
}
